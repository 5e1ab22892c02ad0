import { blockWordFault, sameBlockWord, tidyBlockWord } from '@lofteskartan/shared/block-list';

/** What is wrong with a list, word by word: the fault's code, and where it stands. */
export interface BlockListFault {
  readonly field: string;
  readonly code: 'required' | 'tooLong' | 'wildcard' | 'malformed' | 'notUnique';
}

/** What hinders a list from being kept; each word is named by its place. */
export function blockListFaults(words: readonly string[]): BlockListFault[] {
  return words.flatMap((word, index): BlockListFault[] => {
    const field = `words[${String(index)}]`;
    const code = blockWordFault(word);
    if (code) return [{ field, code }];
    const isThere = words.slice(0, index).some((earlier) => sameBlockWord(earlier, word));
    return isThere ? [{ field, code: 'notUnique' }] : [];
  });
}

/** A list as it is kept: tidy, in Swedish order. */
export const keptBlockList = (words: readonly string[]): string[] =>
  words
    .map(tidyBlockWord)
    .sort((one, other) => one.replace('*', '').localeCompare(other.replace('*', ''), 'sv'));
