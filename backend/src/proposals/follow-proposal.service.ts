import type { FollowedProposal, WithdrawProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import { CaseRepository } from './case.repository.js';
import { cleanText } from './details.rules.js';
import { FollowRepository } from './follow.repository.js';
import { KeepContact } from './keep-contact.service.js';
import { RenewWishService } from './lapsing/renew-wish.service.js';
import { MoveProposalService } from './move-proposal.service.js';
import { mayTellOutcome } from './outcomes/outcome.rules.js';
import { TellOutcomeService } from './outcomes/tell-outcome.service.js';
import { PhotoRepository } from './photo.repository.js';
import { ProposalCases } from './proposal-cases.service.js';
import { mayWithdraw } from './proposal-moves.rules.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { ReplyToQuestionService } from './questions/reply-to-question.service.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { SenderAccess } from './sender-access.js';
import { storyOf } from './story.rules.js';

const leaderWithdrawn = 'Förslaget som det var samlat under togs tillbaka av den som skickade det.';

/** The sender's own page, and the sender's right to withdraw. */
@Injectable()
export class FollowProposalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly locks: ProposalCases,
    private readonly photos: PhotoRepository,
    private readonly events: ProposalEventRepository,
    private readonly follow: FollowRepository,
    private readonly contacts: KeepContact,
    private readonly outcomes: TellOutcomeService,
    private readonly questions: ReplyToQuestionService,
    private readonly wishes: RenewWishService,
    private readonly moves: MoveProposalService,
  ) {}

  /**
   * What the sender sees: own words and photos, and the status as the public sees it.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async show(followToken: string | null, language: Language): Promise<FollowedProposal> {
    const { manager } = this.dataSource;
    return this.view(manager, await this.sender.proposal(manager, followToken), language);
  }

  /**
   * Withdraws the proposal for good: it is shown and handled no more, but its history stays. Withdrawing twice changes
   * nothing more. What was gathered under it is taken up again by itself.
   * @throws Refused `followToken.required`, `followToken.wrong`, `move.notAllowed` once it has ended
   */
  async withdraw(
    followToken: string | null,
    { reason }: WithdrawProposal,
    language: Language,
  ): Promise<FollowedProposal> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.sender.proposal(manager, followToken);
      const proposal = await this.locks.lock(manager, id, { target: null, caseChanges: true });
      if (!proposal) throw new Refused('followToken.wrong');
      if (proposal.status === 'withdrawn') return this.view(manager, proposal, language);
      const gathered = await this.cases.gathered(manager, proposal.id);
      const withdrawn = await this.moves.move(manager, {
        proposalId: proposal.id,
        to: 'withdrawn',
        actor: null,
        reason: cleanText(reason),
      });
      for (const follower of gathered) {
        await this.moves.move(manager, {
          proposalId: follower.id,
          to: 'under-review',
          actor: null,
          reason: leaderWithdrawn,
        });
      }
      return this.view(manager, withdrawn, language);
    });
  }

  private async view(
    manager: EntityManager,
    proposal: ProposalRecord,
    language: Language,
  ): Promise<FollowedProposal> {
    const leaderId = (await this.cases.leaders(manager, proposal.id)).at(-1) ?? proposal.id;
    const facts = await this.follow.facts(manager, proposal, leaderId, language);
    const leader = leaderId === proposal.id ? null : await this.proposals.byId(manager, leaderId);
    const events = await this.events.publicEvents(manager, proposal.id);
    return {
      reference: proposal.reference,
      kind: proposal.kind,
      municipality: proposal.municipality,
      locality: proposal.locality,
      status: proposal.publicStatus,
      position: proposal.position,
      placeName: proposal.placeName,
      description: proposal.description,
      edited: proposal.edited,
      details: proposal.details,
      publication: proposal.publication,
      publicNow: facts.listed,
      photos: await this.photos.ofProposal(manager, proposal.id),
      personalData: proposal.personalData,
      supportCount: facts.supportCount,
      commitment: facts.commitment,
      responsible: proposal.responsible,
      duplicateOf: leader?.reference ?? null,
      events: storyOf(events, 'sender'),
      activities: facts.activities,
      mayWithdraw: mayWithdraw(proposal.publicStatus),
      contact: await this.contacts.own(manager, proposal.id),
      wish: await this.wishes.term(manager, proposal),
      questions: await this.questions.own(manager, proposal),
      outcome: await this.outcomes.own(manager, proposal.id),
      mayTellOutcome: mayTellOutcome(proposal.publicStatus),
      createdAt: proposal.createdAt.toISOString(),
    };
  }
}
