import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceMeasure } from '@lofteskartan/shared/contracts/inventory-measures';

const dayOf = (moment: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(moment));

/** Whether the people behind a proposal are told of what was done on a day: what was sent in later is about what came after it. */
export const isToldOf = ({ createdAt }: { readonly createdAt: string }, doneOn: string): boolean =>
  dayOf(createdAt) <= doneOn;

/** What those behind a proposal that is linked now can be told of: what everyone reads to be done, without an activity, and does not recur in the yearly wheel. */
export const tellableMeasures = <
  Measure extends Pick<PlaceMeasure, 'doneOn' | 'isPublic' | 'activityId' | 'isCare'>,
>({
  measures,
}: {
  readonly measures: readonly Measure[];
}): Measure[] =>
  measures.filter(
    ({ doneOn, isPublic, activityId, isCare }) =>
      doneOn !== null && isPublic && activityId === null && !isCare,
  );

/** How many people at most are told of a measure: those behind what had been sent in by its day. Somebody may stand behind two of the proposals. */
export function peopleToldOf(
  { people, proposals }: Pick<StaffPlace, 'people' | 'proposals'>,
  doneOn: string,
): number {
  const asked = proposals.filter((each) => isToldOf(each, doneOn));
  return Math.min(
    people,
    asked.reduce((sum, each) => sum + each.people, 0),
  );
}
