import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OrganisationType, Role } from '@lofteskartan/shared/vocabulary';
import type { Request } from 'express';
import { Refused } from './problem/refused.js';

/** One organisation × municipality × role of a person. */
export interface Membership {
  readonly organisationId: string;
  readonly organisationType: OrganisationType;
  readonly municipalityId: string;
  readonly role: Role;
}

/** The signed-in person, put on the request by the access guard of the room `staff`. */
export interface StaffMember {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
  /** Whether this person looks after the whole installation: adds municipalities, and gives the same right to others. */
  readonly isInstallationAdmin?: boolean;
}

/** A request on which the access guard may have put the signed-in person. */
export interface StaffRequest extends Request {
  staff?: StaffMember;
}

/** The signed-in person: `@CurrentStaff() staff: StaffMember`. Refuses when nobody is signed in. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffMember => {
  const { staff } = context.switchToHttp().getRequest<StaffRequest>();
  if (!staff) throw new Refused('session.required');
  return staff;
});

/** The signed-in person or null, on routes that anyone may read: `@MaybeStaff() staff: StaffMember | null`. */
export const MaybeStaff = createParamDecorator(
  (_: unknown, context: ExecutionContext): StaffMember | null =>
    context.switchToHttp().getRequest<StaffRequest>().staff ?? null,
);
