import type { ProposalKind, ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';

/** The roles that read and handle proposals; an administrator does neither. */
export const handlers: readonly Role[] = ['police-officer', 'case-officer', 'coordinator'];

/** Whether a person handles the proposals of a municipality. */
export function handlesProposalsIn(staff: StaffMember | null, municipalityId: string): boolean {
  return (
    staff?.memberships.some(
      (each) => each.municipalityId === municipalityId && handlers.includes(each.role),
    ) ?? false
  );
}

/** Whether a person is police in a municipality: only they set and see `planned` on a speed check. */
export function isPoliceIn(staff: StaffMember | null, municipalityId: string): boolean {
  return (
    staff?.memberships.some(
      (each) =>
        each.municipalityId === municipalityId &&
        each.role === 'police-officer' &&
        each.organisationType === 'police',
    ) ?? false
  );
}

/** The organisation that a person acts for in a municipality: the first of theirs that handles proposals there. */
export function organisationIn(staff: StaffMember | null, municipalityId: string): string | null {
  return (
    staff?.memberships.find((each) => each.municipalityId === municipalityId && handlers.includes(each.role))
      ?.organisationId ?? null
  );
}

/** Who wrote something down in a municipality, for the history; nobody where `staff` is null. */
export const writtenBy = (
  staff: StaffMember | null,
  municipalityId: string,
): { readonly actorAccountId?: string; readonly organisationId?: string | null } =>
  staff ? { actorAccountId: staff.accountId, organisationId: organisationIn(staff, municipalityId) } : {};

/** What of a proposal decides which status a person reads. */
export interface StatusFacts {
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  readonly policePlannedAt: Date | null;
  readonly municipalityId: string;
}

/** The status as a member of staff reads it: a speed check that the police have planned is `planned` to police alone. */
export function statusFor(proposal: StatusFacts, viewer: StaffMember | null): ProposalStatus {
  return proposal.policePlannedAt && isPoliceIn(viewer, proposal.municipalityId)
    ? 'planned'
    : proposal.status;
}
