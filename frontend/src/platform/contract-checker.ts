import './type-metadata.js';
import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';

function fieldsOf(errors: readonly ValidationError[], path = ''): string[] {
  return errors.flatMap(({ property, constraints, children = [] }) => [
    ...(constraints ? [path + property] : []),
    ...fieldsOf(children, `${path}${property}.`),
  ]);
}

/**
 * Checks a message against a contract class. Reached through `contract-check.ts`: class-validator comes with it.
 * @param message what to say of a field that is not as it should be
 */
export async function checkContract(
  Contract: new () => object,
  body: object,
  message: string,
): Promise<FieldProblem[]> {
  const errors = await validate(plainToInstance(Contract, body));
  return fieldsOf(errors).map((field) => ({ field, code: 'invalid', message }));
}
