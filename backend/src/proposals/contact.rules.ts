import type { ContactState } from '@lofteskartan/shared/contracts/contacts';
import type { OrganisationType, ProposalKind, Role } from '@lofteskartan/shared/vocabulary';

/** A link to confirm an address is good for so many days. */
const confirmDays = 14;
const dayMs = 86_400_000;

/** Addresses that reach the same mailbox in practice are one: upper and lower case are alike. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** A contact as far as the rules look. */
export interface ContactStanding {
  readonly state: ContactState;
  /** When the person was last asked whether the address is theirs. */
  readonly askedAt: Date;
}

/** What pressing the link in the confirmation mail does: `late` after 14 days; what was answered before stays. */
export function confirmation(
  { state, askedAt }: ContactStanding,
  now: Date,
): 'confirm' | 'as-before' | 'late' {
  if (state !== 'unconfirmed') return 'as-before';
  return now > confirmUntil({ askedAt }) ? 'late' : 'confirm';
}

/** Until when the link of a confirmation mail is good. */
export const confirmUntil = ({ askedAt }: Pick<ContactStanding, 'askedAt'>): Date =>
  new Date(askedAt.getTime() + confirmDays * dayMs);

/** From this moment back, contacts that never were confirmed are forgotten. */
export function unansweredSince(now: Date): Date {
  return new Date(now.getTime() - confirmDays * dayMs);
}

/** Whether a person who gives the same address once more is asked again: not when they have said yes already. */
export function asksAgain(state: ContactState): boolean {
  return state !== 'confirmed';
}

/** What of a proposal decides which organisation is responsible for its sender's contact. */
export interface Responsibility {
  readonly municipalityId: string;
  readonly kind: ProposalKind;
  /** The owners of the commitment that it is linked to; null without one. */
  readonly owners: readonly { readonly id: string; readonly type: OrganisationType }[] | null;
}

/** A person's membership as far as the rule looks. */
interface HandlerMembership {
  readonly organisationId: string;
  readonly organisationType: OrganisationType;
  readonly municipalityId: string;
  readonly role: Role;
}

const handlers: readonly Role[] = ['police-officer', 'case-officer', 'coordinator'];

/**
 * Whether a person may open the sender's contact: they handle proposals in the municipality for the responsible organisation. That
 * is an owner of the commitment that the proposal is linked to; without one the police for speed checks, else the municipality.
 */
export function mayOpenContact(
  { municipalityId, kind, owners }: Responsibility,
  memberships: readonly HandlerMembership[],
): boolean {
  const here = memberships.filter(
    (each) => each.municipalityId === municipalityId && handlers.includes(each.role),
  );
  if (owners) return here.some(({ organisationId }) => owners.some(({ id }) => id === organisationId));
  const responsible: OrganisationType = kind === 'speed-check' ? 'police' : 'municipality';
  return here.some(({ organisationType }) => organisationType === responsible);
}
