import { useSyncExternalStore } from 'react';

/** What this device remembers: the links to one's own questions, by their numbers, and the numbers that one supports. */
interface Kept {
  readonly own: Readonly<Record<string, string>>;
  /** In which dialogue one's own questions were asked; older ones are not there. */
  readonly dialogues: Readonly<Record<string, string>>;
  readonly supported: readonly string[];
}

const KEY = 'lofteskartan.dialogue-questions';
const KEEPS = 200;
const NOTHING: Kept = { own: {}, dialogues: {}, supported: [] };
let read: { text: string | null; kept: Kept } = { text: null, kept: NOTHING };
const listeners = new Set<() => void>();

function isKept(value: unknown): value is Omit<Kept, 'dialogues'> & Partial<Kept> {
  if (typeof value !== 'object' || value === null || !('own' in value) || !('supported' in value))
    return false;
  return typeof value.own === 'object' && value.own !== null && Array.isArray(value.supported);
}

function keptNow(): Kept {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== read.text) {
      const stored: unknown = text === null ? NOTHING : JSON.parse(text);
      read = { text, kept: isKept(stored) ? { ...NOTHING, ...stored } : NOTHING };
    }
  } catch {
    // What cannot be read is what was done since the page was opened.
  }
  return read.kept;
}

function keep(kept: Kept): void {
  const text = JSON.stringify(kept);
  read = { text, kept };
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // The server knows this device by its cookie and counts once in any case.
  }
  for (const listener of listeners) listener();
}

/** Keeps the way back to a question that was asked here, in a dialogue. */
export function keepOwnQuestion(
  { reference, followToken }: { readonly reference: string; readonly followToken: string },
  dialogue: string,
): void {
  const before = keptNow();
  keep({
    ...before,
    own: { ...before.own, [reference]: followToken },
    dialogues: { ...before.dialogues, [reference]: dialogue },
  });
}

/** Forgets the way back to a question that was left to others. */
export function forgetOwnQuestion(reference: string): void {
  const before = keptNow();
  const own = Object.fromEntries(Object.entries(before.own).filter(([each]) => each !== reference));
  keep({ ...before, own });
}

/** The questions that were asked here in a dialogue, the first first: their numbers and the tokens that open them. */
export const ownQuestionsOf = (kept: Kept, dialogue: string): [reference: string, token: string][] =>
  Object.entries(kept.own).filter(([reference]) => kept.dialogues[reference] === dialogue);

/** Remembers that this device is counted. */
export function keepSupport(reference: string): void {
  const before = keptNow();
  keep({ ...before, supported: [...before.supported, reference].slice(-KEEPS) });
}

/** What this device remembers, followed while it changes. */
export function useKeptQuestions(): Kept {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keptNow,
    keptNow,
  );
}

/** A token as the server makes them: on the receipt, or two parts with a dot between them in a mail. */
const TOKEN = /^#([A-Za-z0-9_.-]{20,128})$/;

/** The secret behind `#` in the address, or null. It never becomes part of a request's address. */
export const tokenOfHash = (hash: string): string | null => TOKEN.exec(hash)?.[1] ?? null;

/** The address of a question's own page. */
export const ownQuestionAddress = (municipality: string, reference: string, token: string): string =>
  `/${municipality}/fraga/${reference}/folj#${token}`;
