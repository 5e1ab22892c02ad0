import type { Language } from '@lofteskartan/shared/vocabulary';
import type { Refused } from './refused.js';
import { codeSentence, fieldSentence, titleSentence } from './sentences.js';

/** An error as the API answers it: RFC 9457 with a code for programs and the fields that are wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

/** The problem that tells a caller of a refusal in their language. */
export function problemOf(refused: Refused, language: Language): Problem {
  const { code, status, details } = refused;
  return {
    type: `/api/docs#${code}`,
    title: titleSentence(language, status),
    status,
    detail: codeSentence(language, code, details.params),
    code,
    errors: details.errors?.map((fault) => ({
      field: fault.field,
      code: fault.code,
      message: fieldSentence(language, fault.code, fault.params),
    })),
  };
}
