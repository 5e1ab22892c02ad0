import type { OrganisationType, Role } from '@lofteskartan/shared/vocabulary';
import { ROLES } from '@lofteskartan/shared/vocabulary';

/** A membership that somebody asks for, by slugs. */
export interface AskedGrant {
  readonly organisation: string;
  readonly municipality: string;
  readonly role: Role;
}

/** An organisation in a municipality where it works. */
export interface KnownPlace {
  readonly municipality: string;
  readonly municipalityId: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly organisationType: OrganisationType;
}

/** A membership that can be stored. */
export interface Grant {
  readonly organisationId: string;
  readonly municipalityId: string;
  readonly role: Role;
}

/** One asked membership that is wrong. */
export interface GrantFault {
  readonly field: string;
  readonly code: 'notFound' | 'notOneOf';
  readonly params?: { readonly allowed: readonly Role[] };
}

/** The roles that an organisation can give: police officers belong to the police, everyone else may be anywhere. */
function rolesIn(type: OrganisationType): readonly Role[] {
  return type === 'police' ? ROLES : ROLES.filter((role) => role !== 'police-officer');
}

/** The memberships asked for, ready to be stored, and what is wrong with the others. */
export function checkedGrants(
  asked: readonly AskedGrant[],
  places: readonly KnownPlace[],
): { grants: Grant[]; faults: GrantFault[] } {
  const grants: Grant[] = [];
  const faults: GrantFault[] = [];
  asked.forEach(({ organisation, municipality, role }, index) => {
    const there = places.filter((each) => each.municipality === municipality);
    const place = there.find((each) => each.organisation === organisation);
    if (!place) {
      const field = there.length === 0 ? 'municipality' : 'organisation';
      faults.push({ field: `memberships[${index}].${field}`, code: 'notFound' });
    } else if (!rolesIn(place.organisationType).includes(role)) {
      const allowed = rolesIn(place.organisationType);
      faults.push({ field: `memberships[${index}].role`, code: 'notOneOf', params: { allowed } });
    } else {
      grants.push({ organisationId: place.organisationId, municipalityId: place.municipalityId, role });
    }
  });
  return { grants, faults };
}

/** What an administrator wants to do with an account. */
export interface AccountPlan {
  readonly isOwn: boolean;
  /** Name, ways to sign in, or whether it is active: what holds in every municipality of the account. */
  readonly changesAccount: boolean;
  readonly deactivates: boolean;
  readonly changesMemberships: boolean;
  /** Whether the account looks after the whole installation. */
  readonly ofInstallation: boolean;
  /** Whether the administrator does. */
  readonly byInstallation: boolean;
  /** The municipalities of the account now. */
  readonly municipalityIds: readonly string[];
  /** The municipalities that the administrator administers. */
  readonly administered: readonly string[];
}

/**
 * Why an administrator may not change an account so, or null. An account that they do not see is told as not found. Whoever could give a
 * new password to the one who looks after the whole installation would be that one.
 */
export function accountRefusal(
  plan: AccountPlan,
): 'not.found' | 'account.own' | 'account.installation' | 'account.shared' | null {
  const { municipalityIds, administered } = plan;
  if (!municipalityIds.some((id) => administered.includes(id))) return 'not.found';
  if (plan.isOwn && (plan.deactivates || plan.changesMemberships)) return 'account.own';
  if (plan.changesAccount && plan.ofInstallation && !plan.byInstallation) return 'account.installation';
  const isShared = municipalityIds.some((id) => !administered.includes(id));
  return isShared && plan.changesAccount ? 'account.shared' : null;
}
