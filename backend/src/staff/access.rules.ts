import type { Role } from '@lofteskartan/shared/vocabulary';

/** The roles that work with proposals (the queue, moves, publication, notes, corrections). */
export const triageRoles = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/** A person as far as these rules look: what they are a member of. */
export interface Member {
  readonly memberships: readonly { readonly municipalityId: string; readonly role: Role }[];
}

/** Whether somebody holds one of the roles in a municipality. */
export function mayActIn(staff: Member, municipalityId: string, roles: readonly Role[]): boolean {
  return staff.memberships.some(
    (each) => each.municipalityId === municipalityId && roles.includes(each.role),
  );
}

/** The ids of the municipalities in which somebody holds one of the roles, each once, in a stable order. */
export function municipalitiesWith(staff: Member, roles: readonly Role[]): string[] {
  const ids = staff.memberships.filter(({ role }) => roles.includes(role)).map((each) => each.municipalityId);
  return [...new Set(ids)].sort();
}

/** Whether somebody holds one of the roles in whichever municipality. */
export function holdsAnyRole(staff: Member, roles: readonly Role[]): boolean {
  return staff.memberships.some(({ role }) => roles.includes(role));
}
