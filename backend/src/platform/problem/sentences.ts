import type { Language } from '@lofteskartan/shared/vocabulary';
import type { Code, FieldCode } from './codes.js';
import en from './locales/en.json' with { type: 'json' };
import sv from './locales/sv.json' with { type: 'json' };
import type { SentenceParams } from './refused.js';

/** The sentences of one language. */
interface Sentences {
  readonly titles: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Every sentence by language; a test holds them against the tables of codes. */
export const sentences: Readonly<Record<Language, Sentences>> = { sv, en };

/** What a status means, in a few words. */
export function titleSentence(language: Language, status: number): string {
  return sentences[language].titles[status] ?? sentences[language].titles['500'] ?? '';
}

/** What a refusal means and what to do. */
export function codeSentence(language: Language, code: Code, params?: SentenceParams): string {
  return fill(sentences[language].codes[code] ?? code, params);
}

/** What would be right for a field. */
export function fieldSentence(language: Language, code: FieldCode, params?: SentenceParams): string {
  return fill(sentences[language].fields[code] ?? code, params);
}

function fill(sentence: string, params: SentenceParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    if (value === undefined) return placeholder;
    return typeof value === 'object' ? value.map((each) => each ?? 'null').join(', ') : String(value);
  });
}
