import type { Role } from '@lofteskartan/shared/vocabulary';

/** Something that may be secret. */
export interface SecretFacts {
  readonly municipalityId: string;
  /** The organisation whose own people alone open it; null when it is not secret. */
  readonly secretFor: string | null;
}

interface SecretMembership {
  readonly organisationId: string;
  readonly municipalityId: string;
  readonly role: Role;
}

const handlers: readonly Role[] = ['police-officer', 'case-officer', 'coordinator'];

/** Whether a person may open something: what is secret is for those who handle proposals for the organisation that answers for it. */
export function mayOpenSecret(
  { municipalityId, secretFor }: SecretFacts,
  memberships: readonly SecretMembership[],
): boolean {
  return (
    secretFor === null ||
    memberships.some(
      (each) =>
        each.organisationId === secretFor &&
        each.municipalityId === municipalityId &&
        handlers.includes(each.role),
    )
  );
}

/** The organisations whose secrets a person may open somewhere. */
export const secretsOf = (memberships: readonly SecretMembership[]): string[] => [
  ...new Set(
    memberships.filter(({ role }) => handlers.includes(role)).map(({ organisationId }) => organisationId),
  ),
];
