import { codes, type Code, type FieldCode } from './codes.js';
import type { FieldFault, SentenceParams } from './field-fault.js';

export type { FieldFault, SentenceParams } from './field-fault.js';

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
