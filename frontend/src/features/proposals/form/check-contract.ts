import './type-metadata.js';
import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import { SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';

function fieldsOf(errors: readonly ValidationError[], path = ''): string[] {
  return errors.flatMap(({ property, constraints, children = [] }) => [
    ...(constraints ? [path + property] : []),
    ...fieldsOf(children, `${path}${property}.`),
  ]);
}

/**
 * Checks a message against the same contract classes as the server does. Fetch this module with `import()` when it is needed:
 * class-validator comes with it.
 * @param message what to say of a field that is not as it should be
 */
export async function checkContract(body: SubmitProposal, message: string): Promise<FieldProblem[]> {
  const errors = await validate(plainToInstance(SubmitProposal, body));
  return fieldsOf(errors).map((field) => ({ field, code: 'invalid', message }));
}
