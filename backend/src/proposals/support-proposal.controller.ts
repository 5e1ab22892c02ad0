import { SupportProposal } from '@lofteskartan/shared/contracts/contacts';
import { SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { Cookie, IdempotencyKey } from '../platform/request-parameters.js';
import { deviceCookie } from './devices.js';
import { SupportProposalService } from './support-proposal.service.js';

/** "Me too". */
@Controller('proposals/:reference/support')
export class SupportProposalController {
  constructor(private readonly supports: SupportProposalService) {}

  @Post()
  @Endpoint({
    summary: { en: 'Support a proposal', sv: 'Stöd ett förslag' },
    description: {
      en: 'Each device counts once (a signed cookie, set when missing), its sender’s device included. Supporting a duplicate supports the proposal that leads its case; the receipt names it. With a contact the supporter gets the same answers as the sender; once confirmed, all devices that gave the same address count as one.',
    },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    body: SupportProposal,
    answers: { 200: SupportReceipt },
    refusals: ['not.found'],
    idempotent: true,
    rateLimit: 'support',
  })
  add(
    @Param('reference') reference: string,
    @Body() body: SupportProposal,
    @IdempotencyKey() key: string,
    @Cookie(deviceCookie) device: string | null,
    @CallerLanguage() language: Language,
  ): Promise<Reply<SupportReceipt>> {
    return this.supports.support(reference, body, { key, device, language });
  }
}
