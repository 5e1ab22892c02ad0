import { codes, type Code, type FieldCode } from './codes.js';

/** Words that fill the braces of a sentence. */
export type SentenceParams = Readonly<Record<string, string | number | readonly (string | number | null)[]>>;

/** One field that is wrong: its path as `details.hourBands[0]`, why, and what would be right. */
export interface FieldFault {
  readonly field: string;
  readonly code: FieldCode;
  readonly params?: SentenceParams;
}

/** What goes with a refusal besides its code. */
export interface RefusalDetails {
  /** Words for the sentence. */
  readonly params?: SentenceParams;
  /** The fields that are wrong. */
  readonly errors?: readonly FieldFault[];
  /** Headers of the answer, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The one error with which a service says no. The filter turns it into `application/problem+json`. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: Code,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }

  /** The HTTP status of the code. */
  get status(): number {
    return codes[this.code];
  }
}

/** A refusal because of one field: `throw invalidField('publicText', 'required')`. */
export function invalidField(field: string, code: FieldCode, params?: SentenceParams): Refused {
  return new Refused('input.invalid', { errors: [{ field, code, params }] });
}
