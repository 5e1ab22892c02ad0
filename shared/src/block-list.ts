/**
 * A municipality's block list: words that a text of a resident is held for, so that a human reads it first. Nothing is refused. Pure, for
 * the browser while somebody tries a list and for the server. Case is ignored, and so are accents but those of å, ä and ö, which are
 * letters of their own; a word is whole, unless a `*` first or last stands for the rest of it. Spaces and hyphens are alike.
 */

/** How long a list and its words may be, and how much has to stand beside a `*`. */
export const BLOCK_LIST_LIMITS = { words: 500, wordCharacters: 60, besideWildcard: 3 } as const;

/** What can be wrong with a word of the list. */
export type BlockWordFault = 'required' | 'tooLong' | 'wildcard' | 'malformed';

/** A word of the list, ready to be looked for: its parts, and whether the first may begin and the last may end otherwise. */
interface Pattern {
  readonly parts: readonly string[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** A word as it is kept: without spaces around it and with single ones within. */
export const tidyBlockWord = (word: string): string => word.normalize('NFC').trim().replace(/\s+/g, ' ');

/** Why a word cannot stand in the list, or null. */
export function blockWordFault(word: string): BlockWordFault | null {
  const tidy = tidyBlockWord(word);
  if (tidy === '') return 'required';
  if (tidy.length > BLOCK_LIST_LIMITS.wordCharacters) return 'tooLong';
  const { parts, openStart, openEnd } = patternOf(tidy);
  const stars = tidy.split('*').length - 1;
  const enough = parts.join('').length >= BLOCK_LIST_LIMITS.besideWildcard;
  if (stars > 0 && (stars !== Number(openStart) + Number(openEnd) || !enough)) return 'wildcard';
  return parts.length === 0 ? 'malformed' : null;
}

/** Whether two words of the list look for the same. */
export const sameBlockWord = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

function keyOf(word: string): string {
  const { parts, openStart, openEnd } = patternOf(word);
  return `${openStart ? '*' : ''}${parts.join(' ')}${openEnd ? '*' : ''}`;
}

/** The words of a list that stand in a text, in the order of the list. */
export function blockedWordsIn(list: readonly string[], text: string): string[] {
  const words = wordsIn(text);
  return list.filter((word) => standsIn(patternOf(word), words));
}

function patternOf(word: string): Pattern {
  const tidy = tidyBlockWord(word);
  const openStart = tidy.startsWith('*');
  return { parts: wordsIn(tidy), openStart, openEnd: tidy.length > 1 && tidy.endsWith('*') };
}

/** The words of a text as they are compared: letters and digits; all else stands between words. */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFC')
    // Soft hyphens, joiners and the like are not seen.
    .replace(/\p{Cf}/gu, '')
    .toLocaleLowerCase('sv');
  return plain
    .replace(/[^åäö]+/gu, (others) => others.normalize('NFD').replace(/\p{M}/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

function standsIn({ parts, openStart, openEnd }: Pattern, words: readonly string[]): boolean {
  if (parts.length === 0) return false;
  const last = parts.length - 1;
  const fits = (word: string, part: string, index: number): boolean => {
    const fromStart = !openStart || index > 0;
    const toEnd = !openEnd || index < last;
    if (fromStart && toEnd) return word === part;
    if (fromStart) return word.startsWith(part);
    return toEnd ? word.endsWith(part) : word.includes(part);
  };
  return words.some(
    (_, at) =>
      at + parts.length <= words.length &&
      parts.every((part, index) => fits(words[at + index] ?? '', part, index)),
  );
}
