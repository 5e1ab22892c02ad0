import type { TriageNeighbour, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Commitments } from '../medborgarlofte/commitments.service.js';
import { StaffActivities } from '../medborgarlofte/staff-activities.service.js';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import { HoldTexts } from '../proposals/block-list/hold-texts.service.js';
import { CallBackService } from '../proposals/on-behalf/call-back.service.js';
import { OpenContactService } from '../proposals/open-contact.service.js';
import { CloseOutcomeService } from '../proposals/outcomes/close-outcome.service.js';
import { CloseSupporterOutcomesService } from '../proposals/outcomes/close-supporter-outcomes.service.js';
import { OutcomesOnBehalf } from '../proposals/outcomes/outcomes-on-behalf.service.js';
import { allowedMoves } from '../proposals/proposal-moves.rules.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { ReplyToQuestionService } from '../proposals/questions/reply-to-question.service.js';
import { Referrals } from '../proposals/referrals/referrals.service.js';
import { ProposalsForStaff } from '../proposals/proposals-for-staff.service.js';
import { CloseReportsService } from '../proposals/reports/close-reports.service.js';
import { mayOpenSecret, secretsOf } from '../proposals/secrecy.rules.js';
import { statusFor } from '../proposals/viewer.rules.js';
import { mayActIn, triageRoles } from '../staff/access.rules.js';
import { AssignmentRepository } from './assignment.repository.js';
import { type NeighbourRow, NeighboursRepository } from './neighbours.repository.js';
import { isDoneNearby, queueScope, waitsForAnswer } from './queue.rules.js';
import type { TriageViewer } from './triage-item.view.js';

/** One proposal as staff work with it. */
@Injectable()
export class ReadTriageProposalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalsForStaff,
    private readonly contacts: OpenContactService,
    private readonly commitments: Commitments,
    private readonly activities: StaffActivities,
    private readonly neighbours: NeighboursRepository,
    private readonly reports: CloseReportsService,
    private readonly outcomes: CloseOutcomeService,
    private readonly supporters: CloseSupporterOutcomesService,
    private readonly onBehalf: OutcomesOnBehalf,
    private readonly questions: ReplyToQuestionService,
    private readonly callBacks: CallBackService,
    private readonly referrals: Referrals,
    private readonly assignments: AssignmentRepository,
    private readonly clock: Clock,
    private readonly held: HoldTexts,
  ) {}

  /**
   * The proposal of a number with all that its page shows.
   * @throws Refused `not.found`, also for a proposal of a municipality in which the person does not work
   */
  async read(viewer: TriageViewer, reference: string): Promise<TriageProposal> {
    const { manager } = this.dataSource;
    return this.view(manager, viewer, await this.own(manager, viewer, reference));
  }

  /**
   * The proposal of a number, not locked: what changes it locks it in its own order.
   * @throws Refused `not.found`, also for a proposal of a municipality in which the person does not work, and a secret one of
   *   another organisation
   */
  async own(manager: EntityManager, { staff }: TriageViewer, reference: string): Promise<ProposalRecord> {
    const record = await this.proposals.byReference(manager, reference.toUpperCase());
    if (!record || !mayActIn(staff, record.municipalityId, triageRoles)) throw new Refused('not.found');
    if (!mayOpenSecret(record, staff.memberships)) throw new Refused('not.found');
    return record;
  }

  /** A proposal of the person's own municipality with all that its page shows. */
  async view(manager: EntityManager, viewer: TriageViewer, record: ProposalRecord): Promise<TriageProposal> {
    const { staff, language } = viewer;
    const page = await this.proposals.page(manager, record, staff);
    const commitment = record.commitmentId ? await this.commitments.find(manager, record.commitmentId) : null;
    const activities = await this.activities.forProposal(manager, record.id, viewer);
    const reports = await this.reports.ofProposal(manager, record.id);
    const heldTexts = await this.held.ofProposal(manager, record.id);
    const questions = await this.questions.forStaff(manager, record);
    const outcome = await this.outcomes.ofProposal(manager, record.id);
    const supporterOutcomes = await this.supporters.ofProposal(manager, record.id);
    const asked = await this.onBehalf.asked(manager, record);
    const toCall = await this.callBacks.isAwaited(manager, record.id);
    const waits = toCall || waitsForAnswer(record.status);
    const near = record.position
      ? await this.neighbours.near(
          manager,
          record.position,
          record.id,
          queueScope(staff).municipalityIds,
          secretsOf(staff.memberships),
        )
      : [];
    return {
      reference: record.reference,
      kind: record.kind,
      status: statusFor(record, staff),
      municipality: record.municipality,
      locality: record.locality,
      position: record.position,
      placement: record.placement,
      placeName: record.placeName,
      description: record.description,
      details: record.details,
      publication: record.publication,
      photosPending: page.photos.filter(({ publication, secret }) => publication === 'pending' && !secret)
        .length,
      personalDataCount: record.personalData.length,
      openReports: reports.filter(({ closing }) => closing === null).length,
      heldWords: [...new Set(heldTexts.flatMap(({ readBy, words }) => (readBy === null ? words : [])))],
      replied: questions.some(({ unhandled }) => unhandled),
      outcomeWaits: (outcome?.waits ?? false) || supporterOutcomes.some(({ waits }) => waits),
      source: record.source,
      toCall,
      doneNearby: isDoneNearby(record, page.events),
      toAsk: toCall && asked.some(({ supporter, toldAt }) => supporter === null && toldAt === null),
      bodyAnswered: await this.referrals.isAnswered(manager, record),
      supportCount: page.supportCount,
      commitment: commitment && {
        id: commitment.id,
        slug: commitment.slug,
        title: commitment.title[language],
      },
      assignee: await this.assignments.of(manager, record.id),
      answerDueAt: (waits && record.answerDueAt?.toISOString()) || null,
      overdue: waits && record.answerDueAt !== null && record.answerDueAt <= this.clock.now(),
      version: record.version,
      createdAt: record.createdAt.toISOString(),
      updatedAt: record.updatedAt.toISOString(),
      contact: await this.contacts.access(manager, record, staff),
      language: record.language,
      publicPosition: page.publicPosition,
      publicNow: page.publicNow,
      roadListed: record.roadListed,
      photos: page.photos,
      personalData: record.personalData,
      edited: record.edited,
      responsible: record.responsible,
      duplicateOf: page.duplicateOf,
      gathered: page.gathered,
      gatheredWaiting: await this.supporters.waitingAmong(manager, page.gathered),
      allowedMoves: allowedMoves(record, staff),
      notes: page.notes,
      reports,
      heldTexts,
      questions,
      outcome,
      supporterOutcomes,
      asked,
      events: page.events,
      neighbours: near.map((row) => neighbour(row, viewer)),
      activities,
    };
  }
}

function neighbour(row: NeighbourRow, { staff }: TriageViewer): TriageNeighbour {
  return {
    reference: row.reference,
    kind: row.kind,
    status: statusFor(row, staff),
    position: [row.lng, row.lat],
    distanceMetres: row.distanceMetres,
    description: row.description,
    supportCount: row.supportCount,
    createdAt: row.createdAt.toISOString(),
  };
}
