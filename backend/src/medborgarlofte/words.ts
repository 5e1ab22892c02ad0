import type { Language } from '@lofteskartan/shared/vocabulary';

/** A text of the promise in each language of the product. */
export type Words = Readonly<Record<Language, string>>;

/** The text in a language. */
export function inLanguage(words: Words, language: Language): string {
  return words[language];
}
