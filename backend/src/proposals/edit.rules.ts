/** The words that a proposal came with, and those that are shown instead. */
export interface WordsNow {
  readonly description: string | null;
  readonly edited: { readonly description: string } | null;
}

/** What an edit comes to. */
export interface WordsEdit {
  /** What everyone reads from now on; null when that is what was sent. */
  readonly description: string | null;
  readonly shownBefore: string;
}

/** What becomes of the words when staff write them anew. The words as they were sent take an edit back. */
export function editOf(now: WordsNow, written: string): WordsEdit | 'nothing-sent' | 'unchanged' {
  if (now.description === null) return 'nothing-sent';
  const text = written.normalize('NFC').trim();
  const shownBefore = now.edited?.description ?? now.description;
  if (text === shownBefore) return 'unchanged';
  return { description: text === now.description ? null : text, shownBefore };
}
