import type { TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { HistoryEvent, StaffNote } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import { CaseRepository } from './case.repository.js';
import { NoteRepository } from './note.repository.js';
import { ProjectionRepository } from './projection.repository.js';
import { audiencesOf } from './proposal-audience.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { RedactionRepository } from './redactions/redaction.repository.js';
import { mayOpenSecret, secretsOf } from './secrecy.rules.js';

/** What a staff page shows of a proposal besides its row. */
export interface ProposalForStaff {
  readonly photos: TriagePhoto[];
  readonly notes: StaffNote[];
  /** Oldest first; what is the police's own is left out for others. */
  readonly events: HistoryEvent[];
  /** People who want it, each counted once over the case that it leads. */
  readonly supportCount: number;
  /** The number of the proposal that leads the case, for a duplicate; null also when the viewer may not open it. */
  readonly duplicateOf: string | null;
  /** Numbers of the proposals that lead to it and that the viewer may open, oldest first. */
  readonly gathered: string[];
  /** [lng, lat] as the public sees it; null while it is not public. */
  readonly publicPosition: Position | null;
  /** True when it shows on the public map and list. */
  readonly publicNow: boolean;
}

/** Single proposals for the staff's side. The caller checks that the person works in `record.municipalityId`. */
@Injectable()
export class ProposalsForStaff {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly cases: CaseRepository,
    private readonly redactions: RedactionRepository,
    private readonly notes: NoteRepository,
    private readonly events: ProposalEventRepository,
    private readonly projections: ProjectionRepository,
  ) {}

  /** The proposal of a number, or null. */
  byReference(manager: EntityManager, reference: string): Promise<ProposalRecord | null> {
    return this.proposals.byReference(manager, reference);
  }

  /** The same, locked until the caller's transaction ends. Not before `MoveProposalService.move`, which locks cases in its own order. */
  async forUpdate(manager: EntityManager, reference: string): Promise<ProposalRecord | null> {
    const seen = await this.proposals.byReference(manager, reference);
    if (!seen) return null;
    await this.proposals.lock(manager, [seen.id]);
    return this.proposals.byId(manager, seen.id);
  }

  /** Everything else that the page of one proposal shows, as this person may see it. */
  async page(manager: EntityManager, record: ProposalRecord, viewer: StaffMember): Promise<ProposalForStaff> {
    const facts = await this.projections.facts(manager, record.id);
    const { id, municipalityId } = record;
    const secrets = secretsOf(viewer.memberships);
    const opens = ({ secretFor }: Pick<ProposalRecord, 'secretFor'>): boolean =>
      mayOpenSecret({ municipalityId, secretFor }, viewer.memberships);
    const leader = facts?.duplicateOf ? await this.proposals.byReference(manager, facts.duplicateOf) : null;
    const listed = facts?.now?.listed ? facts.now : null;
    return {
      photos: await this.redactions.ofProposal(manager, id, secrets),
      notes: await this.notes.ofProposal(manager, id),
      events: await this.events.history(manager, id, audiencesOf(viewer, municipalityId), secrets),
      supportCount: facts?.supportCount ?? 0,
      duplicateOf: leader && opens(leader) ? leader.reference : null,
      gathered: (await this.cases.followers(manager, id)).filter(opens).map(({ reference }) => reference),
      publicPosition: listed && listed.lng !== null && listed.lat !== null ? [listed.lng, listed.lat] : null,
      publicNow: listed !== null,
    };
  }
}
