import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerDeadlines } from './answer-deadlines.service.js';
import { CaseRepository } from './case.repository.js';
import { NoteProposalService } from './note-proposal.service.js';
import { WishRepository } from './lapsing/wish.repository.js';
import { OutcomeRepository } from './outcomes/outcome.repository.js';
import { SupporterOutcomeRepository } from './outcomes/supporter-outcome.repository.js';
import { isReopening, publicStatusOf } from './proposal-moves.rules.js';
import type { ProposalMove } from './move-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { waitsAgain } from './public/answer-ledger.rules.js';
import { QuestionRepository } from './questions/question.repository.js';
import { Referrals } from './referrals/referrals.service.js';
import { organisationIn } from './viewer.rules.js';

/** What follows from a move besides the row and its history. */
@Injectable()
export class MoveEffects {
  constructor(
    private readonly deadlines: AnswerDeadlines,
    private readonly notes: NoteProposalService,
    private readonly cases: CaseRepository,
    private readonly events: ProposalEventRepository,
    private readonly outcomes: OutcomeRepository,
    private readonly supporters: SupporterOutcomeRepository,
    private readonly questions: QuestionRepository,
    private readonly wishes: WishRepository,
    private readonly referrals: Referrals,
  ) {}

  /**
   * Puts or ends the question to the sender and the referral to a body, sets when the answer is due anew, lets go of the answer about
   * an end that is none any more, tells the proposal that leads its case that it has come or left, and writes the note.
   */
  async of(manager: EntityManager, before: ProposalRecord, move: ProposalMove, at: Date): Promise<void> {
    const { to, actor, note, publicText, organisationId } = move;
    if (to === 'awaiting-reply' && actor && publicText)
      await this.questions.ask(manager, {
        proposalId: before.id,
        text: publicText,
        askedBy: actor.accountId,
        organisationId: organisationId ?? organisationIn(actor, before.municipalityId),
        at,
      });
    else await this.questions.end(manager, before.id, at);
    await this.referrals.follow(manager, before, move, at);
    if (actor) await this.questions.handle(manager, before.id, at);
    if (waitsAgain(before.publicStatus, publicStatusOf(to)))
      await this.deadlines.beginAgain(manager, before, at);
    if (isReopening(before.status, to)) await this.endsNoMore(manager, before.id, move, at);
    if (to === 'duplicate') await this.tellLeader(manager, 'member-joined', before.id, before, move, at);
    else if (before.duplicateOfId)
      await this.tellLeader(manager, 'member-left', before.duplicateOfId, before, move, at);
    if (note && actor)
      await this.notes.write(manager, { proposalId: before.id, text: note, actor, organisationId });
  }

  /** Lets go of what was answered about an end that is none any more: of the proposal, and of those gathered under it, who answered about the same end. */
  async endsNoMore(
    manager: EntityManager,
    proposalId: string,
    { reason, actor }: Pick<ProposalMove, 'reason' | 'actor'>,
    at: Date,
  ): Promise<void> {
    await this.wishes.wishAgain(manager, proposalId, at);
    const reopened = { note: reason ?? null, accountId: actor?.accountId ?? null, at };
    const followers = await this.cases.followers(manager, proposalId);
    for (const id of [proposalId, ...followers.map((each) => each.id)]) {
      await this.outcomes.close(manager, id, { decision: 'reopened', ...reopened });
      await this.supporters.reopen(manager, id, reopened);
    }
  }

  /** Writes in the history of the proposal that leads a case that one has come or left, so that no colleague looks for it in vain. */
  private async tellLeader(
    manager: EntityManager,
    type: 'member-joined' | 'member-left',
    inCaseId: string,
    { municipalityId, reference }: ProposalRecord,
    { actor, organisationId, reason }: ProposalMove,
    at: Date,
  ): Promise<void> {
    await this.events.append(manager, {
      proposalId: (await this.cases.leaders(manager, inCaseId)).at(-1) ?? inCaseId,
      at,
      type,
      audience: 'staff',
      actorAccountId: actor?.accountId,
      organisationId: organisationId ?? organisationIn(actor, municipalityId),
      reason: reason ?? null,
      changes: { reference },
    });
  }
}
