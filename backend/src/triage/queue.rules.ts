import type { TriageQuery } from '@lofteskartan/shared/contracts/triage';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { isPoliceIn } from '../proposals/viewer.rules.js';
import { municipalitiesWith, triageRoles } from '../staff/access.rules.js';

/** Whose proposals a person sees in the queue. */
export interface QueueScope {
  /** The municipalities in which the person handles proposals. */
  readonly municipalityIds: readonly string[];
  /** Those of them in which the person knows what the police plan. */
  readonly policeIds: readonly string[];
  /** The organisations whose secret proposals the person may open. */
  readonly secretsOf: readonly string[];
}

/** Whose proposals a person sees in the queue. */
export function queueScope(staff: StaffMember): QueueScope {
  const municipalityIds = municipalitiesWith(staff, triageRoles);
  return {
    municipalityIds,
    policeIds: municipalityIds.filter((id) => isPoliceIn(staff, id)),
    secretsOf: secretsOf(staff.memberships),
  };
}

/**
 * The statuses that rows must have to read as one of those asked for. A speed check that the police have planned is stored
 * as committed, so to ask for planned ones is to look among the committed; what a person reads is checked afterwards.
 */
export function storedStatuses(
  asked: readonly ProposalStatus[],
  { policeIds }: QueueScope,
): readonly ProposalStatus[] {
  const hidesPlans = asked.includes('planned') && policeIds.length > 0;
  return [...new Set(hidesPlans ? [...asked, 'committed' as const] : asked)];
}

/** `reported` comes first; `supported`: those that the public sees, most supported first; `unlisted`: those that it does not, newest first. */
export type QueuePart = 'reported' | 'newest' | 'oldest' | 'supported' | 'unlisted';

/** The parts of the queue in the order in which they are read: what was reported and not looked at yet tops every order. */
export function queueParts({ sort, report }: Pick<TriageQuery, 'sort' | 'report'>): readonly QueuePart[] {
  if (report && !report.includes('closed')) return ['reported'];
  if (sort === 'most-supported') return ['reported', 'supported', 'unlisted'];
  return ['reported', sort ?? 'newest'];
}

/** What nobody handles any more by itself. */
const overForStaff = ['hidden', 'withdrawn', 'duplicate'] as const satisfies readonly ProposalStatus[];

/**
 * The statuses that are left out: who asks for what waits (words to read, places to find) and for no status does not mean
 * proposals that nobody handles any more. The numbers of the work summary are counted in the same way.
 */
export function statusesLeftOut(
  asked: Pick<TriageQuery, 'status' | 'publication' | 'placement'>,
): readonly ProposalStatus[] {
  const waits = asked.publication?.includes('pending') || asked.placement?.includes('unplaced');
  return waits && !asked.status ? overForStaff : [];
}
