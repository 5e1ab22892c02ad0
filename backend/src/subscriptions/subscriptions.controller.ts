import { MailToken } from '@lofteskartan/shared/contracts/contacts';
import {
  AskForSubscriptions,
  ChangeSubscription,
  Subscribe,
  SubscriptionView,
} from '@lofteskartan/shared/contracts/subscriptions';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { ManageSubscription } from './manage-subscription.service.js';
import { SubscribeService } from './subscribe.service.js';

const tags = ['Subscriptions'];
const access = { who: 'anyone' } as const;
const rateLimit = 'public-write';

/** Watching an area by mail. */
@Controller()
export class SubscriptionsController {
  constructor(
    private readonly asking: SubscribeService,
    private readonly managing: ManageSubscription,
  ) {}

  @Post('subscriptions')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Ask for mail about an area', sv: 'Be om mejl om ett område' },
    description: {
      en: 'Answered the same whether or not the address is known. It is to be confirmed by the mail that is sent to it.',
    },
    tags,
    access,
    body: Subscribe,
    answers: { 202: 'nothing' },
    refusals: ['position.outside'],
    idempotent: true,
    rateLimit,
  })
  ask(@Body() body: Subscribe, @IdempotencyKey() key: string): Promise<Reply<undefined>> {
    return this.asking.ask(body, key);
  }

  @Post('subscription-links')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Ask for the links to what one watches', sv: 'Be om länkarna till det man bevakar' },
    description: {
      en: 'Answered the same, in the same time, whether or not the address is known.',
    },
    tags,
    access,
    body: AskForSubscriptions,
    answers: { 202: 'nothing' },
    refusals: [],
    rateLimit,
  })
  async askForList(@Body() { email }: AskForSubscriptions): Promise<Reply<undefined>> {
    await this.asking.askForList(email);
    return new Reply(202, undefined);
  }

  @Post('subscription-openings')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'What a link from a mail watches', sv: 'Det som en länk från ett mejl bevakar' },
    tags,
    access,
    body: MailToken,
    answers: { 200: SubscriptionView },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  open(@Body() { token }: MailToken): Promise<SubscriptionView> {
    return this.managing.open(token);
  }

  @Post('subscription-confirmations')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Confirm that one wants the mail', sv: 'Bekräfta att man vill ha mejlen' },
    description: { en: 'A repeat answers the same. The link is good for 14 days.' },
    tags,
    access,
    body: MailToken,
    answers: { 200: SubscriptionView },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  confirm(@Body() { token }: MailToken): Promise<SubscriptionView> {
    return this.managing.confirm(token);
  }

  @Post('subscription-changes')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Watch otherwise', sv: 'Ändra en bevakning' },
    tags,
    access,
    body: ChangeSubscription,
    answers: { 200: SubscriptionView },
    refusals: ['mailLink.wrong', 'position.outside'],
    rateLimit,
  })
  change(@Body() body: ChangeSubscription): Promise<SubscriptionView> {
    return this.managing.change(body);
  }

  @Post('subscription-stops')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Stop watching', sv: 'Avsluta en bevakning' },
    description: { en: 'Address and area are forgotten. A repeat answers the same.' },
    tags,
    access,
    body: MailToken,
    answers: { 204: 'nothing' },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  stop(@Body() { token }: MailToken): Promise<void> {
    return this.managing.stop(token);
  }

  @Post('subscription-stops/:token')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'The same in one click of a mail program',
      sv: 'Samma sak med ett klick i mejlprogrammet',
    },
    description: {
      en: 'The address of `List-Unsubscribe` (RFC 8058). Any body and any `Origin` are taken: the token alone says what it is about.',
    },
    tags,
    access,
    answers: { 204: 'nothing' },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  stopInOneClick(@Param('token') token: string): Promise<void> {
    return this.managing.stop(token);
  }
}
