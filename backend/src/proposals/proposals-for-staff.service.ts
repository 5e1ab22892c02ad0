import type { OwnPhoto } from '@lofteskartan/shared/contracts/proposals';
import type { HistoryEvent, StaffNote } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';
import type { ProposalRecord } from './proposal-record.js';

/** What a staff page shows of a proposal besides its row. */
export interface ProposalForStaff {
  readonly photos: OwnPhoto[];
  readonly notes: StaffNote[];
  /** Oldest first; what is the police's own is left out for others. */
  readonly events: HistoryEvent[];
  /** People who want it, each counted once over the case that it leads. */
  readonly supportCount: number;
  /** The number of the proposal that leads the case, for a duplicate. */
  readonly duplicateOf: string | null;
  /** Numbers of the proposals that it leads. */
  readonly gathered: string[];
  /** [lng, lat] as the public sees it; null while it is not public. */
  readonly publicPosition: Position | null;
  /** True when it shows on the public map and list. */
  readonly publicNow: boolean;
}

/** Single proposals for the staff's side. The caller checks that the person works in `record.municipalityId`. */
@Injectable()
export class ProposalsForStaff {
  /** The proposal of a number, or null. */
  byReference(_manager: EntityManager, _reference: string): Promise<ProposalRecord | null> {
    throw new Error('Being built');
  }

  /** The same, locked until the caller's transaction ends. */
  forUpdate(_manager: EntityManager, _reference: string): Promise<ProposalRecord | null> {
    throw new Error('Being built');
  }

  /** Everything else that the page of one proposal shows, as this person may see it. */
  page(_manager: EntityManager, _record: ProposalRecord, _viewer: StaffMember): Promise<ProposalForStaff> {
    throw new Error('Being built');
  }
}
