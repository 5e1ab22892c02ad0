import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';

/** What of the sender's own page is the sender's own: nothing of the case's other members, nothing of how many there are. */
const ownFields = [
  'reference',
  'kind',
  'municipality',
  'locality',
  'status',
  'createdAt',
  'position',
  'placeName',
  'description',
  'edited',
  'details',
  'publication',
  'publicNow',
  'commitment',
  'responsible',
  'contact',
  'phone',
  'faultReports',
  'wish',
  'events',
  'questions',
  'outcome',
] as const satisfies readonly (keyof FollowedProposal)[];

/** The sender's own data, to take along. */
export type OwnData = Pick<FollowedProposal, (typeof ownFields)[number]> & {
  readonly fetchedAt: string;
  /** The names of the photos' files beside it. */
  readonly photos: readonly string[];
};

/** The name of a photo's file in the ZIP. @param index from 0 */
export const photoName = (index: number): string => `photos/${String(index + 1)}.jpg`;

/** What of the sender's own page goes along. */
export function ownDataOf(followed: FollowedProposal, photos: readonly string[], at: Date): OwnData {
  const own = Object.fromEntries(ownFields.map((name) => [name, followed[name]])) as Pick<
    FollowedProposal,
    (typeof ownFields)[number]
  >;
  return { fetchedAt: at.toISOString(), ...own, photos };
}
