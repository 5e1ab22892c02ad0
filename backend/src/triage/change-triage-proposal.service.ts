import type { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import type { CloseOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { CloseReports } from '@lofteskartan/shared/contracts/reports';
import type {
  CorrectProposal,
  MoveProposal,
  PublishProposal,
  TriageProposal,
  WriteNote,
} from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Commitments } from '../medborgarlofte/commitments.service.js';
import { Refused } from '../platform/problem/refused.js';
import { CorrectProposalService } from '../proposals/correct-proposal.service.js';
import { MoveProposalService } from '../proposals/move-proposal.service.js';
import { NoteProposalService } from '../proposals/note-proposal.service.js';
import { OpenContactService } from '../proposals/open-contact.service.js';
import { CloseOutcomeService } from '../proposals/outcomes/close-outcome.service.js';
import { isPolicePlan } from '../proposals/proposal-moves.rules.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { PublishProposalService } from '../proposals/publish-proposal.service.js';
import { Referrals } from '../proposals/referrals/referrals.service.js';
import { CloseReportsService } from '../proposals/reports/close-reports.service.js';
import { isPoliceIn } from '../proposals/viewer.rules.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/**
 * What staff do with a proposal of their own municipality. Each change is one transaction that appends to the history who did
 * what and why, and answers with the proposal as it is afterwards. A proposal of another municipality is as
 * if it were not there.
 */
@Injectable()
export class ChangeTriageProposalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly moving: MoveProposalService,
    private readonly publishing: PublishProposalService,
    private readonly noting: NoteProposalService,
    private readonly correcting: CorrectProposalService,
    private readonly contacts: OpenContactService,
    private readonly commitments: Commitments,
    private readonly reports: CloseReportsService,
    private readonly outcomes: CloseOutcomeService,
    private readonly referrals: Referrals,
  ) {}

  /**
   * Moves a proposal to another status.
   * @throws Refused `not.found`; `move.policeOnly` when somebody else than the police plans a speed check; then
   *   `input.invalid`, `version.stale`, `move.notAllowed`, in this order
   */
  move(viewer: TriageViewer, reference: string, given: MoveProposal): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) =>
      this.reading.view(manager, viewer, await this.moveWithin(manager, viewer, reference, given)),
    );
  }

  /** The same in the caller's transaction. @returns the proposal after the move */
  async moveWithin(
    manager: EntityManager,
    viewer: TriageViewer,
    reference: string,
    given: MoveProposal,
  ): Promise<ProposalRecord> {
    const { id, kind, municipalityId } = await this.reading.own(manager, viewer, reference);
    if (isPolicePlan(kind, given.to) && !isPoliceIn(viewer.staff, municipalityId)) {
      throw new Refused('move.policeOnly');
    }
    const { to, version, publicText, reason, note, commitmentId } = given;
    const referral = to === 'referred' ? await this.referrals.chosen(manager, municipalityId, given) : null;
    return this.moving.move(manager, {
      proposalId: id,
      to,
      version,
      actor: viewer.staff,
      publicText,
      reason,
      responsible: referral?.name ?? given.responsible,
      ...(referral ? { referral } : {}),
      note,
      duplicateOfReference: given.duplicateOf?.toUpperCase(),
      commitment: commitmentId ? await this.commitments.find(manager, commitmentId) : undefined,
    });
  }

  /**
   * Releases words and photos, or keeps them back.
   * @throws Refused `not.found`, `input.invalid`, `version.stale`
   */
  publish(viewer: TriageViewer, reference: string, given: PublishProposal): Promise<TriageProposal> {
    return this.change(viewer, reference, (manager, { id }) =>
      this.publishing.publish(manager, {
        proposalId: id,
        version: given.version,
        text: given.text,
        photos: given.photos,
        reason: given.reason,
        actor: viewer.staff,
      }),
    );
  }

  /**
   * Writes an internal note.
   * @throws Refused `not.found`
   */
  note(viewer: TriageViewer, reference: string, { text }: WriteNote): Promise<TriageProposal> {
    return this.change(viewer, reference, async (manager, record) => {
      await this.noting.write(manager, { proposalId: record.id, text, actor: viewer.staff });
      return record;
    });
  }

  /**
   * Corrects what was sent; the original stays in the history.
   * @throws Refused `not.found`, `input.invalid`, `version.stale`
   */
  correct(viewer: TriageViewer, reference: string, given: CorrectProposal): Promise<TriageProposal> {
    return this.change(viewer, reference, (manager, { id }) =>
      this.correcting.correct(manager, {
        proposalId: id,
        version: given.version,
        reason: given.reason,
        kind: given.kind,
        position: given.position,
        placeName: given.placeName,
        details: given.details,
        actor: viewer.staff,
      }),
    );
  }

  /**
   * Opens the sender's contact; the history says who did.
   * @throws Refused `not.found`, `contact.otherOrganisation`, `contact.none`
   */
  openContact(viewer: TriageViewer, reference: string): Promise<OpenedContact> {
    return this.dataSource.transaction(async (manager) =>
      this.contacts.open(manager, await this.reading.own(manager, viewer, reference), viewer.staff),
    );
  }

  /**
   * Closes the reports that were read, and does what was decided.
   * @throws Refused `not.found`; `version.stale`, `move.notAllowed`, `report.closed`
   */
  closeReports(viewer: TriageViewer, reference: string, given: CloseReports): Promise<TriageProposal> {
    return this.change(viewer, reference, (manager, proposal) =>
      this.reports.close(manager, {
        proposal,
        reports: given.reports,
        outcome: given.outcome,
        note: given.note,
        version: given.version,
        actor: viewer.staff,
      }),
    );
  }

  /**
   * Marks the sender's answer to "did it help?" as seen, or opens the proposal again.
   * @throws Refused `not.found`; `version.stale`, `outcome.changed`, `move.notAllowed`
   */
  closeOutcome(viewer: TriageViewer, reference: string, given: CloseOutcome): Promise<TriageProposal> {
    return this.change(viewer, reference, (manager, record) =>
      this.outcomes.close(manager, record, given, viewer.staff),
    );
  }

  private change(
    viewer: TriageViewer,
    reference: string,
    work: (manager: EntityManager, record: ProposalRecord) => Promise<ProposalRecord>,
  ): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const record = await this.reading.own(manager, viewer, reference);
      return this.reading.view(manager, viewer, await work(manager, record));
    });
  }
}
