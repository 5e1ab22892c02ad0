import type { Language } from '@lofteskartan/shared/vocabulary';
import en from './locales/en.json' with { type: 'json' };
import sv from './locales/sv.json' with { type: 'json' };

/** A sentence of the mails about questions. */
export type QuestionWord = keyof typeof sv;

/** The sentences by language; Swedish is the source, and a test holds them against each other. */
export const questionWords: Readonly<Record<Language, Readonly<Record<QuestionWord, string>>>> = { sv, en };

/** Finds a sentence and fills its words in braces. */
export type SayOfQuestion = (word: QuestionWord, params?: Readonly<Record<string, string>>) => string;

/** The sentences of one language. */
export function speakOfQuestions(language: Language): SayOfQuestion {
  return (word, params = {}) =>
    questionWords[language][word].replace(
      /\{(\w+)\}/g,
      (placeholder, name: string) => params[name] ?? placeholder,
    );
}
