import type { AskedGrant } from './grant.rules.js';

/** The claims that a sign-in service tells of a person. */
export type Claims = Readonly<Record<string, unknown>>;

/** A rule that turns a claim into a membership, by slugs. */
export interface MembershipRule {
  readonly claim: string;
  readonly value: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly role: string;
}

/** Who somebody is, as far as the claims say. */
export interface ClaimedPerson {
  /** Null when the service tells none that could be one. */
  readonly email: string | null;
  readonly name: string | null;
  /** False only when the service says that it has not checked the address. */
  readonly emailIsChecked: boolean;
}

/** Who somebody is. */
export function personOf(
  claims: Claims,
  names: { readonly email: string; readonly name: string },
): ClaimedPerson {
  const email = textOf(claims[names.email]);
  const checked = claims['email_verified'];
  return {
    email: email !== null && /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? email : null,
    name: textOf(claims[names.name])?.slice(0, 120) ?? null,
    emailIsChecked: checked !== false && checked !== 'false',
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The memberships that the rules give, each once. A claim may hold one value or a list of them. */
export function mappedGrants(claims: Claims, rules: readonly MembershipRule[]): AskedGrant[] {
  const found = rules.filter(({ claim, value }) => valuesOf(claims[claim]).includes(value));
  const grants = found.map(({ organisation, municipality, role }) => ({
    organisation,
    municipality,
    role: role as AskedGrant['role'],
  }));
  return [...new Map(grants.map((grant) => [Object.values(grant).join(' '), grant])).values()];
}

/** Whether the service says that the person signed in as it is asked for here. */
export function isStrong(claims: Claims, requiredAmr: string | null): boolean {
  return requiredAmr === null || valuesOf(claims['amr']).includes(requiredAmr);
}

function valuesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** Somebody who comes from a sign-in service, and what is known here. */
export interface Arrival {
  /** The account that the service's name for the person is tied to. */
  readonly tiedTo: string | null;
  /** The account of the invitation that the person came with. */
  readonly invitedTo: string | null;
  /** Whether the account of the invitation, or of the address, is tied to another person of this service. */
  readonly otherIsTied: boolean;
  /** The account that has the address. */
  readonly addressOf: string | null;
  /** Whether this service alone gives out addresses of that domain, and has checked this one. */
  readonly addressIsTheirs: boolean;
  readonly hasAddress: boolean;
  readonly createsAccounts: boolean;
  readonly hasMembership: boolean;
}

/** What becomes of an arrival. */
export type Welcome =
  | { readonly does: 'enter'; readonly accountId: string }
  | { readonly does: 'tie'; readonly accountId: string }
  | { readonly does: 'create' }
  | {
      readonly does: 'refuse';
      readonly code: 'signIn.tied' | 'signIn.addressTaken' | 'signIn.notInvited' | 'signIn.noMembership';
    };

/**
 * Lets somebody in by the service's own name for them, never by an address that anybody could claim: another service's person of the same
 * address stays outside, unless the settings say that this service gives out the addresses of that domain.
 */
export function welcome(arrival: Arrival): Welcome {
  const { tiedTo, invitedTo, addressOf } = arrival;
  if (tiedTo !== null) {
    return invitedTo === null || invitedTo === tiedTo
      ? { does: 'enter', accountId: tiedTo }
      : refuse('signIn.tied');
  }
  const known = invitedTo ?? (arrival.addressIsTheirs ? addressOf : null);
  if (known !== null) return arrival.otherIsTied ? refuse('signIn.tied') : { does: 'tie', accountId: known };
  if (addressOf !== null) return refuse('signIn.addressTaken');
  if (!arrival.createsAccounts || !arrival.hasAddress) return refuse('signIn.notInvited');
  return arrival.hasMembership ? { does: 'create' } : refuse('signIn.noMembership');
}

function refuse(code: Extract<Welcome, { does: 'refuse' }>['code']): Welcome {
  return { does: 'refuse', code };
}
