/**
 * SQL for the condition that the people of some organisations may open a row: a proposal or an activity that is not secret, or secret for one
 * of them. Every statement that reads proposals for staff holds it, or reads only what nobody may call secret.
 * @param organisations a parameter with the ids of `secretsOf`
 */
export const openedFor = (row: string, organisations: string): string =>
  `(${row}.secret_for IS NULL OR ${row}.secret_for = ANY (${organisations}::uuid[]))`;
