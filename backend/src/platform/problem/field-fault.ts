import type { FieldCode } from './codes.js';

/** Words that fill the braces of a sentence. */
export type SentenceParams = Readonly<Record<string, string | number | readonly (string | number | null)[]>>;

/** One field that is wrong: its path as `details.hourBands[0]`, why, and what would be right. */
export interface FieldFault {
  readonly field: string;
  readonly code: FieldCode;
  readonly params?: SentenceParams;
}
