import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useRef, useState } from 'react';

/** What somebody has chosen in the queue, in the order of choosing: it outlives filters and pages. */
export interface Choice {
  items: readonly TriageItem[];
  has: (reference: string) => boolean;
  /** Chooses one or lets go of it; with `range` all from the last one on. False when there are too many. */
  toggle: (reference: string, range?: boolean) => boolean;
  /** Chooses all that are shown, or lets go of them. False when there are too many. */
  toggleAll: () => boolean;
  keep: (references: readonly string[]) => void;
  clear: () => void;
}

/** The choice among the rows that are shown. Chosen rows are as they are now, so that nothing stale is sent. */
export function useChoice(shown: readonly TriageItem[]): Choice {
  const [kept, setKept] = useState<readonly TriageItem[]>([]);
  const last = useRef<string | null>(null);
  const items = kept.map((item) => shown.find(({ reference }) => reference === item.reference) ?? item);
  const has = (reference: string) => kept.some((item) => item.reference === reference);
  const choose = (wanted: readonly TriageItem[], on: boolean): boolean => {
    const names = new Set(wanted.map(({ reference }) => reference));
    const others = kept.filter(({ reference }) => !names.has(reference));
    const next = on ? [...others, ...wanted] : others;
    if (next.length > LIMITS.proposalsAtOnce) return false;
    setKept(next);
    return true;
  };
  return {
    items,
    has,
    toggle: (reference, range = false) => {
      const at = shown.findIndex((item) => item.reference === reference);
      const from = range ? shown.findIndex((item) => item.reference === last.current) : -1;
      const between =
        from < 0 ? shown.slice(at, at + 1) : shown.slice(Math.min(at, from), Math.max(at, from) + 1);
      last.current = reference;
      return choose(between, !has(reference));
    },
    toggleAll: () => choose(shown, !shown.every(({ reference }) => has(reference))),
    keep: (references) => {
      setKept(kept.filter(({ reference }) => references.includes(reference)));
    },
    clear: () => {
      setKept([]);
    },
  };
}
