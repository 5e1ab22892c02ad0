import type { PromiseChange, WordRun } from '@lofteskartan/shared/contracts/promise-versions';
import { diffWordsWithSpace } from 'diff';
import type { FieldChange } from './promise-changes.rules.js';

/** A difference with its words compared, where a text changed. */
export function withWords(change: FieldChange): PromiseChange {
  const compared = change.kind === 'changed' && change.language !== null;
  return { ...change, words: compared ? wordRuns(change.before, change.after) : [] };
}

/** Two texts in one, word by word. */
export function wordRuns(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    mark: added ? 'added' : removed ? 'removed' : 'same',
  }));
}
