import type { Language } from '@lofteskartan/shared/vocabulary';
import en from './locales/en.json' with { type: 'json' };
import sv from './locales/sv.json' with { type: 'json' };

/** A sentence of the mails. */
export type MailWord = keyof typeof sv;

/** The sentences by language; Swedish is the source, and a test holds them against each other. */
export const mailWords: Readonly<Record<Language, Readonly<Record<MailWord, string>>>> = { sv, en };

/** Finds a sentence and fills its words in braces. */
export type Say = (word: MailWord, params?: Readonly<Record<string, string | number>>) => string;

/** The sentences of one language. */
export function speak(language: Language): Say {
  return (word, params = {}) =>
    mailWords[language][word].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(params[name] ?? placeholder),
    );
}
