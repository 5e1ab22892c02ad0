import type { BehalfContact } from '@lofteskartan/shared/contracts/registrations';
import type { FieldCode } from '../../platform/problem/codes.js';

/** A number as its digits, the country's own prefix taken off: `+46 (0)70-123 45 67` and `070-123 45 67` reach one telephone. */
export function normalPhone(phone: string): string {
  return phone
    .replace(/[^\d+]/g, '')
    .replace(/^(\+|00)460?/, '0')
    .replace(/^\+/, '00');
}

/** What is wrong with a contact that staff give: a name alone reaches nobody. */
export function behalfContactFault(
  contact: BehalfContact | undefined,
): { readonly field: 'contact.phone'; readonly code: FieldCode } | null {
  if (!contact || (contact.phone ?? contact.email) !== undefined) return null;
  return { field: 'contact.phone', code: 'phoneOrEmail' };
}
