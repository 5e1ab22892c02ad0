import type { AllowedMove } from '@lofteskartan/shared/contracts/triage';
import {
  DECLINE_REASONS,
  OPEN_STATUSES,
  type DeclineReason,
  type ProposalKind,
  type ProposalStatus,
  type PublicStatus,
} from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import type { Code, FieldCode } from '../platform/problem/codes.js';
import { isPoliceIn, statusFor, type StatusFacts } from './viewer.rules.js';

/** A field that a move may need. */
type MoveField = AllowedMove['requires'][number];

/** Where staff may move a proposal from each status: the one table. `done` and `withdrawn` are never set by hand. */
export const STAFF_MOVES: Readonly<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  received: ['under-review', 'committed', 'answered', 'declined', 'referred', 'duplicate', 'hidden'],
  'under-review': [
    'under-review',
    'awaiting-reply',
    'committed',
    'answered',
    'declined',
    'referred',
    'duplicate',
    'hidden',
  ],
  'awaiting-reply': [
    'under-review',
    'awaiting-reply',
    'committed',
    'answered',
    'declined',
    'referred',
    'duplicate',
    'hidden',
  ],
  committed: ['planned', 'under-review', 'answered', 'declined', 'duplicate', 'hidden'],
  planned: ['committed', 'under-review', 'answered', 'declined', 'duplicate', 'hidden'],
  referred: ['answered', 'under-review'],
  done: ['under-review'],
  answered: ['under-review'],
  declined: ['under-review'],
  duplicate: ['under-review', 'hidden'],
  hidden: ['under-review'],
  withdrawn: [],
};

/** What a move to a status needs. */
const NEEDS: Readonly<Record<ProposalStatus, readonly MoveField[]>> = {
  received: [],
  'under-review': [],
  'awaiting-reply': ['publicText'],
  committed: ['commitmentId'],
  planned: [],
  done: [],
  answered: ['publicText'],
  declined: ['reason', 'publicText'],
  referred: ['responsible', 'publicText'],
  duplicate: ['duplicateOf'],
  hidden: [],
  withdrawn: [],
};

/** Statuses that end the handling; they reopen with a reason. */
const ENDS = [
  'done',
  'answered',
  'declined',
  'duplicate',
  'hidden',
] as const satisfies readonly ProposalStatus[];

/** Whether somebody is still expected to act. */
export const isOpen = (status: ProposalStatus): boolean =>
  (OPEN_STATUSES as readonly ProposalStatus[]).includes(status);

/** What a status reads as in public: a question to the sender is nobody else's. */
export const publicStatusOf = (status: ProposalStatus): PublicStatus =>
  status === 'awaiting-reply' ? 'under-review' : status;

/** Whether a status ends the handling. */
export const isEnd = (status: ProposalStatus): boolean =>
  (ENDS as readonly ProposalStatus[]).includes(status);

/** Whether a move opens again what had ended. */
export const isReopening = (from: ProposalStatus, to: ProposalStatus): boolean =>
  isEnd(from) && to === 'under-review';

/** The fields that a move needs, given where it starts. */
function neededFields(from: ProposalStatus, to: ProposalStatus): readonly MoveField[] {
  if (to === 'committed' && from === 'planned') return [];
  return isReopening(from, to) ? ['reason'] : NEEDS[to];
}

/**
 * The moves that a person may make now, each with the fields it needs. A speed check that the police have planned offers
 * everyone else exactly what a committed one does, and only police are offered to plan one.
 */
export function allowedMoves(proposal: StatusFacts, viewer: StaffMember | null): AllowedMove[] {
  const from = statusFor(proposal, viewer);
  return STAFF_MOVES[from]
    .filter((to) => !isPolicePlan(proposal.kind, to) || isPoliceIn(viewer, proposal.municipalityId))
    .map((to) => ({ to, requires: [...neededFields(from, to)] }));
}

/** Whether a move plans a speed check: known to police alone, and no status of the row. */
export const isPolicePlan = (kind: ProposalKind, to: ProposalStatus): boolean =>
  kind === 'speed-check' && to === 'planned';

/** Who moves: a member of staff by hand, the sender who withdraws, or the house itself. */
export type Mover = 'staff' | 'sender' | 'house';

/** Whether somebody may move a proposal to a status at all. */
export function mayMove(
  proposal: StatusFacts & { readonly publicStatus: PublicStatus },
  to: ProposalStatus,
  by: Mover,
  viewer: StaffMember | null,
): boolean {
  if (by === 'sender')
    return (
      to === 'withdrawn' && (mayWithdraw(proposal.publicStatus) || proposal.publicStatus === 'duplicate')
    );
  if (by === 'house')
    return to === 'answered'
      ? isOpen(proposal.status)
      : to === 'under-review' && proposal.status !== 'withdrawn';
  return allowedMoves(proposal, viewer).some((move) => move.to === to);
}

/** Whether the sender may withdraw what leads itself or is alone: decided by what the sender sees, so that a refusal tells nothing that is not public. */
export const mayWithdraw = (publicStatus: PublicStatus): boolean => isOpen(publicStatus);

/** What came with a move, as far as its shape goes. */
export interface MoveInput {
  readonly publicText?: string | null;
  readonly reason?: string | null;
  readonly responsible?: string | null;
  readonly duplicateOf?: string | null;
  /** Whether a commitment was named at all. */
  readonly commitmentGiven: boolean;
}

/** A field of a move that is wrong. */
export interface MoveFault {
  readonly field: MoveField;
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, readonly string[]>>;
}

const isBlank = (text: string | null | undefined): boolean => !text?.trim();

/**
 * The fields that a move lacks, and a reason to decline that is not in the list. Who read an older version is not asked for
 * what only the newer one needs (the reason to reopen): they shall hear that it is newer.
 */
export function moveFaults(
  from: ProposalStatus,
  to: ProposalStatus,
  input: MoveInput,
  stale = false,
): MoveFault[] {
  const missing = {
    publicText: isBlank(input.publicText),
    reason: isBlank(input.reason),
    responsible: isBlank(input.responsible),
    duplicateOf: isBlank(input.duplicateOf),
    commitmentId: !input.commitmentGiven,
  };
  const faults: MoveFault[] = neededFields(from, to)
    .filter((field) => missing[field] && (!stale || NEEDS[to].includes(field)))
    .map((field) => ({ field, code: 'required' }));
  if (to === 'declined' && !missing.reason && !isDeclineReason(input.reason)) {
    faults.push({ field: 'reason', code: 'notOneOf', params: { allowed: DECLINE_REASONS } });
  }
  return faults;
}

function isDeclineReason(reason: string | null | undefined): reason is DeclineReason {
  return (DECLINE_REASONS as readonly (string | null | undefined)[]).includes(reason);
}

/** The commitment that a move names: null when there is none of that id. */
export type NamedCommitment = {
  readonly id: string;
  readonly municipalityId: string;
  readonly acceptsKinds: readonly ProposalKind[];
} | null;

/** Why a proposal may not be linked to a commitment, or null. */
export function commitmentFault(
  proposal: { readonly municipalityId: string; readonly kind: ProposalKind },
  commitment: NamedCommitment,
): MoveFault | null {
  if (commitment?.municipalityId !== proposal.municipalityId)
    return { field: 'commitmentId', code: 'notFound' };
  return commitment.acceptsKinds.includes(proposal.kind)
    ? null
    : { field: 'commitmentId', code: 'kindNotAccepted' };
}

/** Why a proposal may not be gathered under another, or null. `leaders` are those that the other leads to, itself first. */
export function duplicateFault(
  proposal: { readonly id: string; readonly municipalityId: string },
  leader: { readonly id: string; readonly municipalityId: string; readonly status: ProposalStatus } | null,
  leaders: readonly string[],
): MoveFault | null {
  if (leader?.municipalityId !== proposal.municipalityId) return { field: 'duplicateOf', code: 'notFound' };
  if (leader.id === proposal.id) return { field: 'duplicateOf', code: 'ownNumber' };
  if (leaders.includes(proposal.id)) return { field: 'duplicateOf', code: 'circle' };
  return isGone(leader.status) ? { field: 'duplicateOf', code: 'notFound' } : null;
}

/** Whether nobody is shown a proposal any more, so that it can lead nothing. */
const isGone = (status: ProposalStatus): boolean => status === 'withdrawn' || status === 'hidden';

/** Whether somebody read an older version than the one there is. */
export const isStale = (version: number | undefined, proposal: { readonly version: number }): boolean =>
  version !== undefined && version !== proposal.version;

/** Refuses a stale version before a move that is not allowed. */
export function moveConflict(stale: boolean, allowed: boolean): Code | null {
  if (stale) return 'version.stale';
  return allowed ? null : 'move.notAllowed';
}

/** What a move links to. */
export interface MoveLinks {
  readonly to: ProposalStatus;
  readonly commitmentId?: string;
  readonly responsible?: string | null;
  readonly reason?: string | null;
  readonly duplicateOfId?: string;
}

/** The fields of the row that follow from its status. */
export interface MovedFields {
  readonly status: ProposalStatus;
  readonly publicStatus: PublicStatus;
  readonly commitmentId: string | null;
  readonly responsible: string | null;
  readonly declineReason: string | null;
  readonly duplicateOfId: string | null;
  readonly doneOn: null;
  readonly publicDoneOn: null;
}

/**
 * The row after a move: a commitment belongs to `committed` and `planned`, the responsible body to `referred` and to the
 * answer that came of it, and every other status lets go of both. What staff decide by hand is public at once.
 */
export function movedFields(
  before: {
    readonly status: ProposalStatus;
    readonly commitmentId: string | null;
    readonly responsible: string | null;
  },
  { to, commitmentId, responsible, reason, duplicateOfId }: MoveLinks,
): MovedFields {
  const answersReferral = to === 'answered' && before.status === 'referred';
  return {
    status: to,
    publicStatus: publicStatusOf(to),
    commitmentId: to === 'committed' || to === 'planned' ? (commitmentId ?? before.commitmentId) : null,
    responsible:
      to === 'referred' ? (responsible?.trim() ?? null) : answersReferral ? before.responsible : null,
    declineReason: to === 'declined' ? (reason ?? null) : null,
    duplicateOfId: to === 'duplicate' ? (duplicateOfId ?? null) : null,
    doneOn: null,
    publicDoneOn: null,
  };
}

/**
 * What the history says of a move. A question to the sender, its reply, and a question taken back without a word are for staff
 * alone: everyone else reads that the proposal is under review, as before. The words of a question and a reply stand in `reason`.
 */
export function moveEvent(
  from: ProposalStatus,
  { to, publicText, reason }: Pick<MoveInput, 'publicText' | 'reason'> & { readonly to: ProposalStatus },
  by: Mover,
): {
  type: 'moved' | 'reopened' | 'withdrawn' | 'asked' | 'replied';
  audience: 'public' | 'staff';
  publicText: string | null;
  reason: string | null;
} {
  const words = { publicText: publicText ?? null, reason: reason ?? null };
  if (to === 'awaiting-reply')
    return { type: 'asked', audience: 'staff', publicText: null, reason: words.publicText };
  if (from === 'awaiting-reply' && to === 'under-review' && words.publicText === null)
    return { type: by === 'staff' ? 'moved' : 'replied', audience: 'staff', ...words };
  if (to === 'withdrawn') return { type: 'withdrawn', audience: 'public', ...words };
  return { type: isReopening(from, to) ? 'reopened' : 'moved', audience: 'public', ...words };
}

/** What a move linked the proposal to, for the history; null when to nothing new. */
export function newLinks(
  before: { readonly commitmentId: string | null; readonly responsible: string | null },
  after: {
    readonly commitmentId: string | null;
    readonly responsible: string | null;
    readonly duplicateOf: string | undefined;
  },
): object | null {
  const links = {
    ...(after.commitmentId && after.commitmentId !== before.commitmentId
      ? { commitmentId: after.commitmentId }
      : {}),
    ...(after.responsible && after.responsible !== before.responsible
      ? { responsible: after.responsible }
      : {}),
    ...(after.duplicateOf ? { duplicateOf: after.duplicateOf } : {}),
  };
  return Object.keys(links).length > 0 ? links : null;
}
