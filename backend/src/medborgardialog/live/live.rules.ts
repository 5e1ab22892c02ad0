/** What is known of a question's words before anybody has read them. */
export interface Words {
  readonly personalData: readonly unknown[];
  readonly blockedWords: readonly string[];
}

/** So long a pin that was begun is taken when pins are no longer asked for: somebody is still pointing and writing. */
const pinsLateMs = 10 * 60_000;

/** Until when pins are taken once others conduct on, or null while they are asked for and where they never were. */
export function pinsUntil(
  before: { readonly pinPrompt: string | null; readonly pinsUntil: Date | null },
  prompt: string | null,
  now: Date,
): Date | null {
  if (prompt !== null) return null;
  return before.pinPrompt === null ? before.pinsUntil : new Date(now.getTime() + pinsLateMs);
}

/** Why a pin is not taken, or null. */
export function whyNotPin(
  live: { readonly pinPrompt: string | null; readonly pinsUntil: Date | null },
  now: Date,
): 'live.noPins' | null {
  if (live.pinPrompt !== null) return null;
  return live.pinsUntil !== null && now <= live.pinsUntil ? null : 'live.noPins';
}

/** Which questions have been answered in the room, when one more is, or one is not after all. */
export function answeredIn(
  before: readonly string[],
  { answered, unanswered }: { readonly answered?: string | null; readonly unanswered?: string | null },
): string[] {
  return [...new Set([...before, ...(answered ? [answered] : [])])].filter(
    (reference) => reference !== unanswered,
  );
}

/** Whether a question is shown before a human has read it, where those who conduct the dialogue let questions through. */
export const isShownAtOnce = ({ personalData, blockedWords }: Words): boolean =>
  personalData.length === 0 && blockedWords.length === 0;
