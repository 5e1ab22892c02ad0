import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import type { SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import type { ValidationError } from 'class-validator';

function fieldsOf(errors: readonly ValidationError[], path = ''): string[] {
  return errors.flatMap(({ property, constraints, children = [] }) => [
    ...(constraints ? [path + property] : []),
    ...fieldsOf(children, `${path}${property}.`),
  ]);
}

/**
 * Checks a message against the same contract classes as the server does, before it is sent. They are fetched only now; where
 * they cannot be, the server's own check is enough.
 * @param message what to say of a field that is not as it should be
 */
export async function checkContract(body: SubmitProposal, message: string): Promise<FieldProblem[]> {
  try {
    // class-transformer asks for this function, which TypeScript's decorators would fill; the contract names its types itself.
    if (!('getMetadata' in Reflect)) Object.assign(Reflect, { getMetadata: () => undefined });
    const [contract, { plainToInstance }, { validate }] = await Promise.all([
      import('@lofteskartan/shared/contracts/proposals'),
      import('class-transformer'),
      import('class-validator'),
    ]);
    const errors = await validate(plainToInstance(contract.SubmitProposal, body));
    return fieldsOf(errors).map((field) => ({ field, code: 'invalid', message }));
  } catch {
    return [];
  }
}
