import type {
  AllowedMove,
  HistoryEvent,
  MoveProposal,
  TriageProposal,
} from '@lofteskartan/shared/contracts/triage';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';

/** A move while it is being written. Texts are '' while empty. */
export interface MoveDraft {
  to: ProposalStatus | null;
  publicText: string;
  /** The suggestion that stands in `publicText` untouched, so that another may replace it; else ''. */
  suggested: string;
  reason: string;
  commitmentId: string;
  responsible: string;
  /** A body of the register; `other` or '' for none. */
  bodyId: string;
  /** What the body is asked for, in its mail. */
  asked: string;
  duplicateOf: string;
  note: string;
  /** What was read when the writing began. */
  seenVersion: number;
  seenEvents: number;
}

export const emptyMove = (): MoveDraft => ({
  to: null,
  publicText: '',
  suggested: '',
  reason: '',
  commitmentId: '',
  responsible: '',
  bodyId: '',
  asked: '',
  duplicateOf: '',
  note: '',
  seenVersion: 0,
  seenEvents: 0,
});

/** Moves that may carry a public text, required or not. */
const WITH_PUBLIC_TEXT: readonly ProposalStatus[] = [
  'committed',
  'answered',
  'declined',
  'referred',
  'under-review',
];

/** Whether a move asks for or may take a public text. What the police plan is told to nobody. */
export function takesPublicText(move: AllowedMove, kind: TriageProposal['kind']): boolean {
  if (move.to === 'planned') return kind !== 'speed-check';
  return move.requires.includes('publicText') || WITH_PUBLIC_TEXT.includes(move.to);
}

/** The fields that are needed and empty. */
export function missingFields(move: AllowedMove, draft: MoveDraft): AllowedMove['requires'] {
  return move.requires.filter((field) => draft[field].trim() === '');
}

/** The body of the call: only what the move takes, nothing that was written for another choice. */
export function moveBody(
  move: AllowedMove,
  draft: MoveDraft,
  proposal: Pick<TriageProposal, 'kind' | 'version'>,
): MoveProposal {
  const text = (value: string) => value.trim() || undefined;
  const needed = (field: AllowedMove['requires'][number]) =>
    move.requires.includes(field) ? text(draft[field]) : undefined;
  return {
    to: move.to,
    version: proposal.version,
    publicText: takesPublicText(move, proposal.kind) ? text(draft.publicText) : undefined,
    reason: needed('reason'),
    commitmentId: needed('commitmentId'),
    responsible: needed('responsible'),
    ...(move.to === 'referred' && /^[0-9a-f-]{36}$/.test(draft.bodyId)
      ? { bodyId: draft.bodyId, asked: text(draft.asked) }
      : {}),
    duplicateOf: needed('duplicateOf')?.toUpperCase(),
    note: text(draft.note),
  };
}

/** What colleagues have done since the writing began; null when nobody did anything. */
export function doneByOthers(
  draft: MoveDraft,
  proposal: Pick<TriageProposal, 'version' | 'events'>,
  me: string,
): HistoryEvent[] | null {
  if (draft.to === null || draft.seenVersion === proposal.version) return null;
  const since = proposal.events.slice(draft.seenEvents);
  const others = since.filter(({ actor }) => actor !== me);
  return since.length > 0 && others.length === 0 ? null : others;
}
