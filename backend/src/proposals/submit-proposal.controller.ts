import { ProposalReceipt, SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { Cookie, IdempotencyKey } from '../platform/request-parameters.js';
import { deviceCookie } from './devices.js';
import { SubmitProposalService } from './submit-proposal.service.js';

/** Where residents send in a proposal. */
@Controller('proposals')
export class SubmitProposalController {
  constructor(private readonly submit: SubmitProposalService) {}

  @Post()
  @Endpoint({
    summary: { en: 'Send in a proposal', sv: 'Skicka in ett förslag' },
    description: {
      en: 'The municipality follows from the position: the outline that holds it, else the nearest within 300 m. Without a position a municipality and a place name are needed, for an idea the municipality alone. The follow token is answered once. Blank texts count as absent. A device cookie is set: the sender counts as the first supporter.',
    },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    body: SubmitProposal,
    answers: { 201: ProposalReceipt },
    refusals: ['position.outside'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  send(
    @Body() body: SubmitProposal,
    @IdempotencyKey() key: string,
    @Cookie(deviceCookie) device: string | null,
    @CallerLanguage() language: Language,
  ): Promise<Reply<ProposalReceipt>> {
    return this.submit.send(body, { key, device, language });
  }
}
