import type { Language } from '@lofteskartan/shared/vocabulary';
import en from './locales/en.json' with { type: 'json' };
import sv from './locales/sv.json' with { type: 'json' };

/** A sentence of the mails to those who watch an area. */
export type AreaWord = keyof typeof sv;

/** The sentences by language; Swedish is the source, and a test holds them against each other. */
export const areaWords: Readonly<Record<Language, Readonly<Record<AreaWord, string>>>> = { sv, en };

/** Finds a sentence and fills its words in braces. */
export type SayOfArea = (word: AreaWord, params?: Readonly<Record<string, string | number>>) => string;

/** The sentences of one language. */
export function speakOfAreas(language: Language): SayOfArea {
  return (word, params = {}) =>
    areaWords[language][word].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(params[name] ?? placeholder),
    );
}
