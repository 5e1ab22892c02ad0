import { AskForOwnProposals, MailToken, OwnProposals } from '@lofteskartan/shared/contracts/contacts';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { Reply } from '../platform/reply.js';
import { OwnProposalsService } from './own-proposals.service.js';

/** "My proposals". */
@Controller()
export class OwnProposalsController {
  constructor(private readonly own: OwnProposalsService) {}

  @Post('own-proposal-links')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Ask for a link to one’s own proposals', sv: 'Be om en länk till sina egna förslag' },
    description: {
      en: 'Answered the same, in the same time, whether the address is known or not. The link is sent by mail, opens once and is good for two hours.',
    },
    tags: ['Contacts'],
    access: { who: 'anyone' },
    body: AskForOwnProposals,
    answers: { 202: 'nothing' },
    refusals: [],
    rateLimit: 'public-write',
  })
  async ask(
    @Body() { email }: AskForOwnProposals,
    @CallerLanguage() language: Language,
  ): Promise<Reply<undefined>> {
    await this.own.ask(email, language);
    return new Reply(202, undefined);
  }

  @Post('own-proposals')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Use the link up: one’s own proposals', sv: 'Använd länken: sina egna förslag' },
    description: {
      en: 'Each proposal comes with a new follow token; those given out before stay good.',
    },
    tags: ['Contacts'],
    access: { who: 'anyone' },
    body: MailToken,
    answers: { 200: OwnProposals },
    refusals: ['mailLink.used'],
    rateLimit: 'public-write',
  })
  use(@Body() { token }: MailToken): Promise<OwnProposals> {
    return this.own.use(token);
  }
}
