import type { OrganisationType, Role } from '@lofteskartan/shared/vocabulary';

/** The roles that work with proposals (the queue, moves, publication, notes, corrections). */
export const triageRoles = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/** A person as far as these rules look: what they are a member of. */
export interface Member {
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly organisationType: OrganisationType;
    readonly municipalityId: string;
    readonly role: Role;
  }[];
}

/** Whether somebody holds one of the roles in a municipality. */
export function mayActIn(staff: Member, municipalityId: string, roles: readonly Role[]): boolean {
  return actingOrganisation(staff, municipalityId, roles) !== null;
}

/**
 * The organisation for which somebody acts in a municipality under one of the roles, or null when they may not act there.
 * Who holds several of them acts under the one that is named first in `roles`.
 */
export function actingOrganisation(
  staff: Member,
  municipalityId: string,
  roles: readonly Role[],
): string | null {
  for (const role of roles) {
    const membership = staff.memberships.find(
      (each) => each.municipalityId === municipalityId && each.role === role,
    );
    if (membership) return membership.organisationId;
  }
  return null;
}

/** Whether somebody may know which speed checks are planned in a municipality: police officers there, nobody else. */
export function isPoliceMemberIn(staff: Member | null, municipalityId: string): boolean {
  return (
    staff?.memberships.some(
      (each) =>
        each.municipalityId === municipalityId &&
        each.role === 'police-officer' &&
        each.organisationType === 'police',
    ) ?? false
  );
}

/** The ids of the municipalities in which somebody holds one of the roles, each once, in a stable order. */
export function municipalitiesWith(staff: Member, roles: readonly Role[]): string[] {
  const ids = staff.memberships.filter(({ role }) => roles.includes(role)).map((each) => each.municipalityId);
  return [...new Set(ids)].sort();
}

/** The ids of the municipalities in which somebody may know what the police plan. */
export function policeMunicipalities(staff: Member): string[] {
  return municipalitiesWith(staff, ['police-officer']).filter((id) => isPoliceMemberIn(staff, id));
}

/** Whether somebody holds one of the roles in whichever municipality. */
export function holdsAnyRole(staff: Member, roles: readonly Role[]): boolean {
  return staff.memberships.some(({ role }) => roles.includes(role));
}
