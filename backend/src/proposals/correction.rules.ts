import { kindOfDetails, type ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { FieldCode } from '../platform/problem/codes.js';
import { cleanDetails, cleanText, takesNoPosition } from './details.rules.js';

/** What staff ask to be corrected; what is left out stays. */
export interface CorrectionInput {
  readonly kind?: ProposalKind;
  readonly position?: Position;
  readonly placeName?: string;
  readonly details?: ProposalDetails;
}

/** What a correction may change. */
export interface Correctable {
  readonly kind: ProposalKind;
  readonly position: Position | null;
  readonly placeName: string | null;
  readonly details: ProposalDetails;
}

/** A field of a correction that is wrong. */
export interface CorrectionFault {
  readonly field: 'kind' | 'position' | 'details' | 'placeName';
  readonly code: FieldCode;
}

/** What is wrong with a correction before anybody looks at the map. */
export function correctionFaults(
  before: {
    readonly kind: ProposalKind;
    readonly commitmentId: string | null;
    readonly details: ProposalDetails;
  },
  { kind, position, placeName, details }: CorrectionInput,
): CorrectionFault[] {
  if (kind === undefined && position === undefined && placeName === undefined && details === undefined) {
    return [{ field: 'details', code: 'required' }];
  }
  const faults: CorrectionFault[] = [];
  // Details of another kind change the kind, and that is said.
  if (details !== undefined && kind === undefined && kindOfDetails(details) !== before.kind) {
    faults.push({ field: 'kind', code: 'required' });
  }
  if (kind !== undefined && kind !== before.kind) {
    if (details === undefined) faults.push({ field: 'details', code: 'required' });
    if (before.commitmentId !== null) faults.push({ field: 'kind', code: 'kindFixed' });
  }
  if (position !== undefined && takesNoPosition(kind ?? before.kind, details ?? before.details)) {
    faults.push({ field: 'position', code: 'notWithTopic' });
  }
  return faults;
}

/** What was sent, corrected. A topic that takes no position loses the one it had. */
export function corrected(
  before: Correctable,
  { kind, position, placeName, details }: CorrectionInput,
): Correctable {
  const after = {
    kind: kind ?? before.kind,
    details: details ? cleanDetails(kind ?? before.kind, details) : before.details,
    placeName: placeName === undefined ? before.placeName : cleanText(placeName),
  };
  const placed = takesNoPosition(after.kind, after.details) ? null : (position ?? before.position);
  return { ...after, position: placed };
}

/** What differs, as it was and as it is. */
export function differences(
  before: Correctable,
  after: Correctable,
): Record<string, { before: unknown; after: unknown }> {
  const fields = ['kind', 'position', 'placeName', 'details'] as const;
  const differing = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(
    differing.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
