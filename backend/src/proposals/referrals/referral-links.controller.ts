import { MailToken } from '@lofteskartan/shared/contracts/contacts';
import { AnswerReferral, ReferredCase } from '@lofteskartan/shared/contracts/referrals';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { AnswerReferralService } from './answer-referral.service.js';

const tags = ['Referrals'];
const access = { who: 'anyone' } as const;

/** Where the link in the mail to a body leads: no account is needed, the link's secret says who it is. */
@Controller()
export class ReferralLinksController {
  constructor(private readonly referrals: AnswerReferralService) {}

  @Post('referral-openings')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'A case that a body was asked about', sv: 'Ett förslag som en ansvarig har fått' },
    description: {
      en: 'The token stands in the fragment of the link in the mail. What is not public is not told.',
    },
    tags,
    access,
    body: MailToken,
    answers: { 200: ReferredCase },
    refusals: ['referralLink.wrong'],
    rateLimit: 'public-write',
  })
  open(@Body() { token }: MailToken): Promise<ReferredCase> {
    return this.referrals.open(token);
  }

  @Post('referral-answers')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'A body’s answer', sv: 'En ansvarigs svar' },
    description: { en: 'One answer. Staff read it before anything of it is public.' },
    tags,
    access,
    body: AnswerReferral,
    answers: { 201: ReferredCase },
    refusals: ['referralLink.wrong', 'referral.answered', 'referral.ended'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  answer(@Body() body: AnswerReferral, @IdempotencyKey() key: string): Promise<Reply<ReferredCase>> {
    return this.referrals.answer(body, key);
  }
}
