import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';

/**
 * The fields of a message that its contract class refuses, by the same check as the server's. The check is fetched when it is
 * needed; where it cannot be fetched nothing is found, and the server's own is enough.
 * @param load fetches the contract class with `import()`, for class-validator comes with it
 * @param message what to say of a field that is not as it should be
 */
export async function faultsIn(
  load: () => Promise<new () => object>,
  body: object,
  message: string,
): Promise<FieldProblem[]> {
  try {
    const { checkContract } = await import('./contract-checker.js');
    return await checkContract(await load(), body, message);
  } catch {
    return [];
  }
}
