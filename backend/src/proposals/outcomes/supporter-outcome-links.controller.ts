import { MailToken } from '@lofteskartan/shared/contracts/contacts';
import {
  SupporterData,
  SupporterOutcome,
  TellSupporterOutcome,
} from '@lofteskartan/shared/contracts/supporter-outcomes';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { SupporterDataService } from './supporter-data.service.js';
import { SupporterOutcomes } from './supporter-outcomes.service.js';

const tags = ['Contacts'];
const access = { who: 'anyone' } as const;
const rateLimit = 'public-write';

/** How it is now, by supporters who were told by mail. The token stands in the fragment of the link in that mail. */
@Controller()
export class SupporterOutcomeLinksController {
  constructor(
    private readonly outcomes: SupporterOutcomes,
    private readonly data: SupporterDataService,
  ) {}

  @Post('supporter-outcome-openings')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'What a supporter is asked by mail', sv: 'Vad den som stöder tillfrågas om i ett mejl' },
    tags,
    access,
    body: MailToken,
    answers: { 200: SupporterOutcome },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  open(@Body() { token }: MailToken): Promise<SupporterOutcome> {
    return this.outcomes.openByMail(token);
  }

  @Post('supporter-outcomes')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'Say how safe it feels now, as a supporter',
      sv: 'Berätta hur trygg platsen känns nu, som den som stöder',
    },
    description: {
      en: 'Once everyone reads that something was done at an unsafe place, and that no more is to come. Only staff read it; a new answer takes the place of the old one, and the same twice is one.',
    },
    tags,
    access,
    body: TellSupporterOutcome,
    answers: { 200: SupporterOutcome },
    refusals: ['mailLink.wrong', 'outcome.tooEarly'],
    rateLimit,
  })
  tell(@Body() body: TellSupporterOutcome): Promise<SupporterOutcome> {
    return this.outcomes.tellByMail(body);
  }

  @Post('supporter-outcome-removals')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Take a supporter’s answers back', sv: 'Ta tillbaka svaren från den som stöder' },
    description: {
      en: 'What was said counts no more and is kept until it is disposed of; the support stays. A repeat answers the same.',
    },
    tags,
    access,
    body: MailToken,
    answers: { 200: SupporterOutcome },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  remove(@Body() { token }: MailToken): Promise<SupporterOutcome> {
    return this.outcomes.removeByMail(token);
  }

  @Post('supporter-data')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'A supporter’s own data', sv: 'Egna uppgifter för den som stöder' },
    description: { en: 'The token comes with the list of what is one’s own.' },
    tags,
    access,
    body: MailToken,
    answers: { 200: SupporterData },
    refusals: ['mailLink.wrong'],
    rateLimit,
  })
  fetch(@Body() { token }: MailToken): Promise<SupporterData> {
    return this.data.of(token);
  }
}
