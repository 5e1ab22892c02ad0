import type {
  CaseAnswer,
  FollowedProposal,
  WithdrawProposal,
} from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import { HoldTexts } from './block-list/hold-texts.service.js';
import { CaseRepository } from './case.repository.js';
import { mayWithdrawFromCase } from './cases/case.rules.js';
import { cleanText } from './details.rules.js';
import { FollowRepository } from './follow.repository.js';
import { KeepContact } from './keep-contact.service.js';
import { RenewWishService } from './lapsing/renew-wish.service.js';
import { MoveProposalService } from './move-proposal.service.js';
import { mayTellOutcome } from './outcomes/outcome.rules.js';
import { TellOutcomeService } from './outcomes/tell-outcome.service.js';
import { SenderPhones } from './on-behalf/sender-phones.service.js';
import { PhotoRepository } from './photo.repository.js';
import { ProposalCases } from './proposal-cases.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { PlaceResponsibility } from './referrals/place-responsibility.service.js';
import { ReplyToQuestionService } from './questions/reply-to-question.service.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { SenderAccess } from './sender-access.js';
import { storyOf } from './story.rules.js';

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
    private readonly phones: SenderPhones,
    private readonly places: PlaceResponsibility,
    private readonly held: HoldTexts,
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
      const caseStatus = await this.cases.publicStatus(manager, proposal.id);
      if (!mayWithdrawFromCase(proposal.publicStatus, caseStatus)) throw new Refused('move.notAllowed');
      const withdrawn = await this.moves.move(manager, {
        proposalId: proposal.id,
        to: 'withdrawn',
        actor: null,
        reason: cleanText(reason),
      });
      await this.held.look(manager, proposal.id, 'withdrawal', reason);
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
    const found = leaderId === proposal.id ? null : await this.proposals.byId(manager, leaderId);
    const caseStatus = found?.publicStatus ?? proposal.publicStatus;
    // Another sender's proposal that is secret is as if it were not there.
    const leader = found?.secretFor === null ? found : null;
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
      case: leader && (await this.caseAnswer(manager, leader, language)),
      events: storyOf(events, 'sender'),
      activities: facts.activities,
      mayWithdraw: mayWithdrawFromCase(proposal.publicStatus, caseStatus),
      contact: await this.contacts.own(manager, proposal.id),
      phone: (await this.phones.of(manager, proposal.id))?.phone ?? null,
      faultReports: await this.places.faultReports(manager, proposal.id),
      wish: await this.wishes.term(manager, proposal),
      questions: await this.questions.own(manager, proposal),
      outcome: await this.outcomes.own(manager, proposal.id),
      mayTellOutcome: mayTellOutcome(caseStatus),
      createdAt: proposal.createdAt.toISOString(),
    };
  }

  /** What everyone is told of the case, by the proposal that leads it: no word of what its sender wrote. Null when it is not shown. */
  private async caseAnswer(
    manager: EntityManager,
    leader: ProposalRecord,
    language: Language,
  ): Promise<CaseAnswer | null> {
    if (leader.publicStatus === 'hidden' || leader.publicStatus === 'withdrawn') return null;
    const { commitment, activities } = await this.follow.facts(manager, leader, leader.id, language);
    return {
      reference: leader.reference,
      status: leader.publicStatus,
      doneOn: leader.publicDoneOn,
      commitment,
      responsible: leader.responsible,
      events: storyOf(await this.events.publicEvents(manager, leader.id), 'public'),
      activities,
    };
  }
}
