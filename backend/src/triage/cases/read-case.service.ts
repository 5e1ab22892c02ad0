import type {
  CaseProposal,
  CaseSuggestion,
  LikenessCounts,
  TriageCase,
} from '@lofteskartan/shared/contracts/cases';
import { OPEN_STATUSES } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { addMonths, startOfStockholmDay, stockholmDate } from '../../platform/dates.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { leadRefusal } from '../../proposals/cases/case.rules.js';
import { roadNameOf } from '../../proposals/details.rules.js';
import { allowedMoves } from '../../proposals/proposal-moves.rules.js';
import type { ProposalRecord } from '../../proposals/proposal-record.js';
import { ProposalsForStaff } from '../../proposals/proposals-for-staff.service.js';
import { secretsOf } from '../../proposals/secrecy.rules.js';
import { statusFor } from '../../proposals/viewer.rules.js';
import { queueScope } from '../queue.rules.js';
import { ReadTriageProposalService } from '../read-triage-proposal.service.js';
import type { TriageViewer } from '../triage-item.view.js';
import { type CaseRow, CaseViewRepository, type NearRow } from './case-view.repository.js';
import { ANSWERED_STATUSES, ANSWERED_WITHIN_MONTHS, likeness, suggested } from './similarity.rules.js';

/** The case of a proposal, and what may belong to it. */
@Injectable()
export class ReadCaseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reading: ReadTriageProposalService,
    private readonly proposals: ProposalsForStaff,
    private readonly cases: CaseViewRepository,
  ) {}

  /**
   * The case that a proposal belongs to, with what may be about the same spot.
   * @throws Refused `not.found`, also for a proposal of a municipality in which the person does not work
   */
  async read(viewer: TriageViewer, reference: string): Promise<TriageCase> {
    const { manager } = this.dataSource;
    return this.view(manager, viewer, await this.reading.own(manager, viewer, reference));
  }

  /** The same for a proposal of the person's own municipality. */
  async view(manager: EntityManager, viewer: TriageViewer, record: ProposalRecord): Promise<TriageCase> {
    const { staff } = viewer;
    const whole = await this.cases.whole(manager, record.id, secretsOf(staff.memberships));
    const own = whole.find(({ id }) => id === record.id);
    if (!own) throw new Error('A case without its proposal');
    // Who may not open the one that leads reads of the proposal by itself.
    const [leading = own, ...rows] = whole[0]?.leads ? whole : [own];
    const leader =
      leading.id === record.id ? record : await this.proposals.byReference(manager, leading.reference);
    if (!leader) throw new Error('A leader vanished');
    const { supportCount } = await this.proposals.page(manager, leader, staff);
    return {
      leader: caseProposal(leading, staff),
      members: rows.map((row) => ({
        ...caseProposal(row, staff),
        under: row.under ?? leading.reference,
        mayLead: leadRefusal(leader, row) === null,
      })),
      supportCount,
      suggestions: record.duplicateOfId ? [] : await this.suggestions(manager, viewer, record.id),
    };
  }

  /** How many may be about the same spot as each of some proposals of one's own municipalities. */
  async counts({ staff }: TriageViewer, references: readonly string[]): Promise<LikenessCounts> {
    const { manager } = this.dataSource;
    const scope = queueScope(staff);
    const asked = references.map((each) => each.toUpperCase());
    const ids = await this.cases.openOf(manager, asked, scope, OPEN_STATUSES);
    const near = (await this.near(manager, ids, staff)).map(compared);
    const found = [...new Set(near.map((row) => row.askedReference))].map((reference) => ({
      reference,
      count: suggested(near.filter((row) => row.askedReference === reference)).length,
    }));
    return { items: found.filter(({ count }) => count > 0) };
  }

  private async suggestions(
    manager: EntityManager,
    { staff }: TriageViewer,
    id: string,
  ): Promise<CaseSuggestion[]> {
    return suggested((await this.near(manager, [id], staff)).map(compared)).map((row) => ({
      ...caseProposal(row, staff),
      distanceMetres: row.distanceMetres,
      road: row.road,
      sameKind: row.sameKind,
      score: row.score,
      gatheredCount: row.gatheredCount,
      mayJoin: allowedMoves(row, staff).some(({ to }) => to === 'duplicate'),
    }));
  }

  private near(
    manager: EntityManager,
    ids: readonly string[],
    { memberships }: StaffMember,
  ): Promise<NearRow[]> {
    const today = stockholmDate(this.clock.now());
    const since = startOfStockholmDay(addMonths(today, -ANSWERED_WITHIN_MONTHS));
    const statuses = { open: OPEN_STATUSES, answered: ANSWERED_STATUSES, since };
    return this.cases.near(manager, ids, secretsOf(memberships), statuses);
  }
}

/** A neighbour with how alike it is. */
function compared(row: NearRow) {
  const { askedKind: kind, askedPlaceName: placeName, askedDetails } = row;
  const asked = { kind, placeName, roadName: roadNameOf(kind, askedDetails) };
  const other = { kind: row.kind, placeName: row.placeName, roadName: roadNameOf(row.kind, row.details) };
  return { ...row, ...likeness(asked, other, row.distanceMetres) };
}

function caseProposal(row: CaseRow, staff: StaffMember): Pick<CaseProposal, keyof CaseProposal> {
  return {
    reference: row.reference,
    kind: row.kind,
    status: statusFor(row, staff),
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    placeName: row.placeName,
    description: row.description,
    supportCount: row.supportCount,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
