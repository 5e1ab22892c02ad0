import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { PersonalDataFinding, ProposalInput } from '@lofteskartan/shared/contracts/proposals';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import type { Position } from '@lofteskartan/shared/position';
import { REFERENCE_ALPHABET, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { FieldCode } from '../platform/problem/codes.js';
import { cleanDetails, cleanText, directionOf, roadNameOf, takesNoPosition } from './details.rules.js';

/** What was sent in, cleaned: blank texts are absent, all others composed and trimmed. */
export interface Submission {
  readonly kind: ProposalKind;
  /** The municipality's slug, if one was named. */
  readonly municipality: string | null;
  readonly position: Position | null;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly details: ProposalDetails;
}

/** A field that is wrong. */
export interface SubmissionFault {
  readonly field: 'description' | 'position' | 'municipality' | 'placeName';
  readonly code: FieldCode;
}

/** Cleans what was sent. */
export function cleanSubmission(sent: ProposalInput): Submission {
  return {
    kind: sent.kind,
    municipality: cleanText(sent.municipality),
    position: sent.position ?? null,
    placeName: cleanText(sent.placeName),
    description: cleanText(sent.description),
    details: cleanDetails(sent.kind, sent.details),
  };
}

/**
 * What a proposal without a position waits for: staff put words on the map (`unplaced`); an idea that names no place, or whose
 * topic takes none, needs none (`none`).
 */
export function placementWithoutPosition({
  kind,
  details,
  placeName,
}: Pick<Submission, 'kind' | 'details' | 'placeName'>): 'unplaced' | 'none' {
  if (kind !== 'idea') return 'unplaced';
  return placeName === null || takesNoPosition(kind, details) ? 'none' : 'unplaced';
}

/** What is wrong beyond what the contract itself says: an idea without words, a place that is missing or not wanted. */
export function submissionFaults(sent: Submission): SubmissionFault[] {
  const faults: SubmissionFault[] = [];
  if (sent.kind === 'idea' && sent.description === null)
    faults.push({ field: 'description', code: 'required' });
  if (sent.position !== null) {
    if (takesNoPosition(sent.kind, sent.details)) faults.push({ field: 'position', code: 'notWithTopic' });
    return faults;
  }
  if (sent.municipality === null) faults.push({ field: 'municipality', code: 'required' });
  if (sent.placeName === null && sent.kind !== 'idea') faults.push({ field: 'placeName', code: 'required' });
  return faults;
}

/** Everything in words of one's own: what the block list is held against. */
export const freeWords = (
  sent: Pick<Submission, 'kind' | 'details' | 'placeName' | 'description'>,
): (string | null)[] => [
  sent.description,
  sent.placeName,
  roadNameOf(sent.kind, sent.details),
  directionOf(sent.kind, sent.details),
];

/** What in the free words looks like personal data. A lamp post's number is no free word. */
export function personalDataIn(
  sent: Pick<Submission, 'kind' | 'details' | 'placeName' | 'description'>,
): PersonalDataFinding[] {
  const words: Readonly<Record<string, string | null>> = {
    description: sent.description,
    placeName: sent.placeName,
    'details.roadName': roadNameOf(sent.kind, sent.details),
    'details.direction': directionOf(sent.kind, sent.details),
  };
  return Object.entries(words).flatMap(([field, text]) =>
    findPersonalData(text ?? '').map((stretch) => ({ field, ...stretch })),
  );
}

/** Characters after the prefix: 30⁵ ≈ 24 million numbers for each municipality. */
const REFERENCE_CHARACTERS = 5;

/** A number such as `ALE-7K3F9`. @param choose a number from 0 up to but not including its argument, at random */
export function makeReference(prefix: string, choose: (below: number) => number): string {
  const characters = Array.from({ length: REFERENCE_CHARACTERS }, () =>
    REFERENCE_ALPHABET.charAt(choose(REFERENCE_ALPHABET.length)),
  );
  return `${prefix}-${characters.join('')}`;
}
