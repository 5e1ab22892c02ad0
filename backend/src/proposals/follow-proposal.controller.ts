import { FollowedProposal, WithdrawProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { FollowToken } from '../platform/request-parameters.js';
import { FollowProposalService } from './follow-proposal.service.js';

/** The sender's own page. */
@Controller('follow')
export class FollowProposalController {
  constructor(private readonly follow: FollowProposalService) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'One’s own proposal', sv: 'Sitt eget förslag' },
    description: { en: 'One’s own words and photos, and the status as the public sees it.' },
    tags: ['Proposals'],
    access: { who: 'sender' },
    answers: { 200: FollowedProposal },
    refusals: ['followToken.wrong'],
  })
  show(
    @FollowToken() followToken: string | null,
    @CallerLanguage() language: Language,
  ): Promise<FollowedProposal> {
    return this.follow.show(followToken, language);
  }

  @Post('withdraw')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Withdraw one’s own proposal', sv: 'Ta tillbaka sitt eget förslag' },
    description: {
      en: 'For good: we stop showing and handling it, but the document remains. Withdrawing twice changes nothing more.',
    },
    tags: ['Proposals'],
    access: { who: 'sender' },
    body: WithdrawProposal,
    answers: { 200: FollowedProposal },
    refusals: ['followToken.wrong', 'move.notAllowed'],
    rateLimit: 'public-write',
  })
  withdraw(
    @FollowToken() followToken: string | null,
    @Body() body: WithdrawProposal,
    @CallerLanguage() language: Language,
  ): Promise<FollowedProposal> {
    return this.follow.withdraw(followToken, body, language);
  }
}
