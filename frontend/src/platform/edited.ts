import { useState } from 'react';
import { differing, rebase } from './rebase.js';

/** How far one has come with reading what somebody else saved meanwhile. */
export type Reading = 'none' | 'reading' | 'read' | 'failed';

/** What something was begun from, and the way to what is saved now. */
export interface Held<Saved> {
  /** Its version goes with what is saved, so that nothing is overwritten that was not read. */
  saved: Saved;
  reading: Reading;
  readLatest: () => void;
  /** Goes on from what was just saved here. */
  goOn: (saved: Saved) => void;
}

interface HeldSource<Saved> {
  saved: Saved;
  /** Fetches what is saved now. */
  read: () => Promise<Saved>;
  /** Forgets that saving failed: the next attempt is a new one. */
  forget: () => void;
  onRead?: (latest: Saved, before: Saved) => void;
  /** While nothing is written there is nothing to lose: what is held follows what others save. By default it does not. */
  follows?: boolean;
}

/** Holds what something was begun from: it follows nobody else's changes until one asks for them. */
export function useHeld<Saved>({
  saved: newest,
  read,
  forget,
  onRead,
  follows = false,
}: HeldSource<Saved>): Held<Saved> {
  const [saved, setSaved] = useState(newest);
  const [reading, setReading] = useState<Reading>('none');
  if (follows && (saved !== newest || reading === 'read')) {
    setSaved(newest);
    setReading('none');
  }
  const readLatest = async () => {
    setReading('reading');
    try {
      const latest = await read();
      onRead?.(latest, saved);
      setSaved(latest);
      forget();
      setReading('read');
    } catch {
      setReading('failed');
    }
  };
  return {
    saved,
    reading,
    readLatest: () => void readLatest(),
    goOn: (next) => {
      setSaved(next);
      setReading('none');
    },
  };
}

/** A form over something that others may save too. */
export interface Edited<Saved, Words> extends Held<Saved> {
  words: Words;
  change: (part: Partial<Words>) => void;
  /** What is written otherwise than it is saved, with how it is saved. */
  differences: readonly { readonly name: keyof Words; readonly saved: Words }[];
}

/** A form's words beside what they were begun from. After the latest was read, what was written stays and what was not touched follows. */
export function useEdited<Saved, Words extends object>({
  wordsOf,
  ...source
}: Omit<HeldSource<Saved>, 'onRead' | 'follows'> & {
  /** The words that stand in the fields while nothing is changed. */
  wordsOf: (saved: Saved) => Words;
}): Edited<Saved, Words> {
  const [words, setWords] = useState(() => wordsOf(source.saved));
  const held = useHeld({
    ...source,
    onRead: (latest, before) => {
      setWords((written) => rebase(written, wordsOf(before), wordsOf(latest)));
    },
  });
  const now = wordsOf(held.saved);
  return {
    ...held,
    words,
    change: (part) => {
      setWords((before) => ({ ...before, ...part }));
    },
    differences: differing(words, now).map((name) => ({ name, saved: now })),
    goOn: (next) => {
      held.goOn(next);
      setWords(wordsOf(next));
    },
  };
}
