import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';

/** The roles that work with proposals and activities. */
export const CASE_ROLES = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/** The role that answers for how a municipality works here. */
export const COORDINATORS = ['coordinator'] as const satisfies readonly Role[];

/** The roles that may change a municipality's settings. */
export const SETTINGS_ROLES = ['coordinator', 'admin'] as const satisfies readonly Role[];

/** Whether somebody holds one of the roles, in this municipality or, without one, in any. The server decides; this decides what is shown. */
export function holds(session: Session, roles: readonly Role[], municipality?: string): boolean {
  return session.memberships.some(
    (each) => roles.includes(each.role) && (municipality === undefined || each.municipality === municipality),
  );
}

/** Whether somebody is police somewhere: only they see what is planned. */
export function isPolice(session: Session): boolean {
  return session.memberships.some(
    ({ role, organisationType }) => role === 'police-officer' && organisationType === 'police',
  );
}

/** The municipalities in which somebody holds one of the roles, each once, in the order of the memberships. */
export function municipalitiesWith(
  session: Session,
  roles: readonly Role[],
): { slug: string; name: string }[] {
  const found = new Map<string, string>();
  for (const each of session.memberships)
    if (roles.includes(each.role)) found.set(each.municipality, each.municipalityName);
  return [...found].map(([slug, name]) => ({ slug, name }));
}
