import type { HistoryEventType, TriageQuery } from '@lofteskartan/shared/contracts/triage';
import {
  ASSIGNEE_ME,
  ASSIGNEE_NOBODY,
  OPEN_STATUSES,
  ORGANISATION_MINE,
  PROPOSAL_STATUSES,
  type ProposalStatus,
  type Role,
  WAITING_FOR_ANSWER,
} from '@lofteskartan/shared/vocabulary';
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

/**
 * `reported` comes first; `supported`: those that the public sees, most supported first; `unlisted`: those that it does not, newest
 * first; `called`: those that have an answer about which somebody is to be called, the first that was due first; `due`: those that wait for an answer, the first that is due first; `settled`: those that do not, newest first.
 */
export type QueuePart =
  'reported' | 'called' | 'newest' | 'oldest' | 'due' | 'settled' | 'supported' | 'unlisted';

/** The parts of the queue in the order in which they are read: what was reported and not looked at yet tops every order. */
export function queueParts({
  sort,
  report,
  status,
  deadline,
}: Pick<TriageQuery, 'sort' | 'report' | 'status' | 'deadline'>): readonly QueuePart[] {
  if (report && !report.includes('closed')) return ['reported'];
  if (sort === 'most-supported')
    return ['reported', ...(deadline ? (['called'] as const) : []), 'supported', 'unlisted'];
  const called = status?.every(waitsForAnswer) ? [] : (['called'] as const);
  if (sort !== 'due') return ['reported', ...(deadline ? called : []), sort ?? 'newest'];
  // A part that cannot hold anything is not read: it would be looked for in vain among all proposals.
  if (deadline || status?.every(waitsForAnswer)) return ['reported', ...called, 'due'];
  return status?.some(waitsForAnswer) === false
    ? ['reported', ...called, 'settled']
    : ['reported', ...called, 'due', 'settled'];
}

/** Whether a status is without an answer. */
export const waitsForAnswer = (status: ProposalStatus): boolean =>
  (WAITING_FOR_ANSWER as readonly ProposalStatus[]).includes(status);

/** Whether a part is read one status after the other, from an index that has each of them in the wanted order. */
export const readsByStatus = (part: QueuePart): boolean =>
  part === 'newest' || part === 'oldest' || part === 'settled' || part === 'unlisted';

/** In whose hands: of each list one is enough. */
export interface AssignedTo {
  readonly persons: { readonly ids: readonly string[]; readonly nobody: boolean } | null;
  /** Ids, or slugs. */
  readonly organisations: { readonly ids: readonly string[]; readonly slugs: readonly string[] } | null;
}

/** Reads what the queue is asked for about hands, for a person. */
export function assignedTo(
  { assignee, organisation }: Pick<TriageQuery, 'assignee' | 'organisation'>,
  staff: StaffMember,
): AssignedTo {
  const own = staff.memberships
    .filter(({ role }) => (triageRoles as readonly Role[]).includes(role))
    .map(({ organisationId }) => organisationId);
  return {
    persons: assignee
      ? {
          ids: assignee
            .filter((each) => each !== ASSIGNEE_NOBODY)
            .map((each) => (each === ASSIGNEE_ME ? staff.accountId : each)),
          nobody: assignee.includes(ASSIGNEE_NOBODY),
        }
      : null,
    organisations: organisation
      ? {
          ids: organisation.includes(ORGANISATION_MINE) ? [...new Set(own)] : [],
          slugs: organisation.filter((each) => each !== ORGANISATION_MINE),
        }
      : null,
  };
}

/**
 * The statuses in which rows are looked for one by one, or null for whichever: those that are asked for; what waits, when that is asked
 * for; and all of them for what is in somebody's hands, since the index of that begins with the status.
 */
export function statusesRead(
  {
    status,
    deadline,
    scope,
    assigned,
  }: Pick<TriageQuery, 'status' | 'deadline'> & {
    readonly scope: QueueScope;
    readonly assigned: AssignedTo;
  },
  part: QueuePart,
): readonly ProposalStatus[] | null {
  const isAssigned = assigned.persons?.nobody === false || assigned.organisations !== null;
  const read =
    (status && storedStatuses(status, scope)) ??
    (deadline ? WAITING_FOR_ANSWER : isAssigned ? PROPOSAL_STATUSES : null);
  if (!read) return null;
  return read.filter(
    (each) => (!deadline || waitsForAnswer(each)) && (part !== 'settled' || !waitsForAnswer(each)),
  );
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

/** What of those who may know of a secret proposal decides about what was done where it is. */
export const DECIDES = ['moved', 'reopened', 'noted', 'asked'] as const satisfies readonly HistoryEventType[];

/** An event as far as these rules look. */
interface SeenEvent {
  readonly type: HistoryEventType;
  readonly actor: string | null;
  readonly changes: object | null;
}

const measureOf = ({ changes }: SeenEvent): unknown =>
  changes && 'measureId' in changes ? changes.measureId : null;

/** Whether something was done where a secret proposal is, which the house alone said and did not take back, and nobody decided anything since. @param events the history, oldest first */
export function isDoneNearby(
  { secretFor, status }: { readonly secretFor: string | null; readonly status: ProposalStatus },
  events: readonly SeenEvent[],
): boolean {
  if (secretFor === null || !OPEN_STATUSES.some((each) => each === status)) return false;
  const decided = events.findLastIndex(
    ({ type, actor }) => actor !== null && DECIDES.some((each) => each === type),
  );
  return events
    .slice(decided + 1)
    .some(
      (done, at, since) =>
        done.type === 'measure-done' &&
        done.actor === null &&
        !since
          .slice(at + 1)
          .some((later) => later.type === 'measure-withdrawn' && measureOf(later) === measureOf(done)),
    );
}
