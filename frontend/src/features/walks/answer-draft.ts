import type { WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import type { AnswerStop } from '@lofteskartan/shared/contracts/walk-answers';
import { WORK_KINDS } from '@lofteskartan/shared/inventory';
import type { WalkAnswer } from '@lofteskartan/shared/safety-walks';

/** The measure of an answer that is made with it, in the list of those that there are. */
export const NEW_MEASURE = 'new';

/** An answer as it is being written. */
export interface AnswerDraft {
  kind: WalkAnswer | null;
  seen: string;
  text: string;
  /** An id, or `NEW_MEASURE`. */
  measureId: string;
  measureKind: (typeof WORK_KINDS)[number];
  plannedOn: string;
  /** An id, or '' for nobody yet. */
  ownerId: string;
  bodyId: string;
}

/** What an answer begins from: what was seen is at first the words of those who noted it down. */
export function answerDraft({ answer, seen, observations }: WalkStop): AnswerDraft {
  const noted = observations.flatMap(({ note }) => note ?? []).join('\n');
  return {
    kind: answer?.kind ?? null,
    seen: seen ?? (answer ? '' : noted),
    text: answer?.text ?? '',
    measureId: answer?.measureId ?? NEW_MEASURE,
    measureKind: 'lamp-repaired',
    plannedOn: '',
    ownerId: '',
    bodyId: answer?.bodyId ?? '',
  };
}

/** What an answer lacks before it can be sent. */
export function faultsOf(
  draft: AnswerDraft,
  { place }: Pick<WalkStop, 'place'>,
): ('kind' | 'text' | 'body' | 'place')[] {
  return [
    ...(draft.kind === null ? (['kind'] as const) : []),
    ...(draft.text.trim() === '' ? (['text'] as const) : []),
    ...(draft.kind === 'referred' && !draft.bodyId ? (['body'] as const) : []),
    ...(draft.kind === 'measure' && !place ? (['place'] as const) : []),
  ];
}

/** What is sent of an answer that lacks nothing. */
export function writtenAnswer(draft: AnswerDraft, version: number): AnswerStop {
  const { kind, seen, text, measureId, measureKind, plannedOn, ownerId, bodyId } = draft;
  const told = { version, kind: kind ?? 'no', text: text.trim(), seen: seen.trim() || null };
  if (kind === 'referred') return { ...told, bodyId };
  if (kind !== 'measure') return told;
  if (measureId !== NEW_MEASURE) return { ...told, measureId };
  const measure = {
    kind: measureKind,
    plannedOn: plannedOn || null,
    ownerId: ownerId || null,
  };
  return { ...told, measure };
}
