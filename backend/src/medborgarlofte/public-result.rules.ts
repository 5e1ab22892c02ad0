import type { ActivityResult, PublicActivityResult } from '@lofteskartan/shared/contracts/activities';
import type { YearlyTotal } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { IsoDate } from '../platform/dates.js';

/** A number of people below this, but not none, could point at somebody. */
const fewest = 5;
/** A year with fewer released results could be taken apart into single ones. */
const fewestResultsOfAYear = 5;

/**
 * The part of a result that everyone may read: no time, no speeds, no licences; small numbers of people are hidden.
 * @param tellsPlace false where the commitment publishes no positions: what it concerned would say where it was
 */
export function publicResult(result: ActivityResult, tellsPlace: boolean): PublicActivityResult {
  const reported = result.reported ?? null;
  return {
    measured: result.measured ?? null,
    reported: notSmall(reported),
    reportedFewerThanFive: reported !== null && isSmall(reported),
    participants: notSmall(result.participants ?? null),
    subject: tellsPlace ? (result.subject ?? null) : null,
  };
}

/** A released activity's date and result, as far as totals of a year ask about them. */
export interface DatedResult {
  readonly occurredOn: IsoDate;
  readonly result: Pick<ActivityResult, 'measured' | 'reported' | 'licencesSeized' | 'topSpeed'>;
}

/** Licences and the highest speed of each year that has enough released results to hide the single ones, latest year last. */
export function yearlyTotals(activities: readonly DatedResult[]): YearlyTotal[] {
  const withResult = activities.filter(({ result }) =>
    [result.measured, result.reported, result.licencesSeized, result.topSpeed].some(
      (figure) => figure !== undefined,
    ),
  );
  const years = [...new Set(withResult.map(({ occurredOn }) => Number(occurredOn.slice(0, 4))))].sort();
  return years
    .map((year) => ({ year, of: withResult.filter((each) => each.occurredOn.startsWith(`${year}-`)) }))
    .filter(({ of }) => of.length >= fewestResultsOfAYear)
    .map(({ year, of }) => ({
      year,
      licences: stated(of.map(({ result }) => result.licencesSeized)),
      speeds: stated(of.map(({ result }) => result.topSpeed)),
    }))
    .filter(({ licences, speeds }) => licences.length > 0 || speeds.length > 0)
    .map(({ year, licences, speeds }) => ({
      year,
      licencesSeized: licences.length > 0 ? notSmall(licences.reduce((sum, one) => sum + one, 0)) : null,
      topSpeed: speeds.length > 0 ? Math.max(...speeds) : null,
    }));
}

function stated(figures: readonly (number | undefined)[]): number[] {
  return figures.filter((figure) => figure !== undefined);
}

function isSmall(people: number): boolean {
  return people > 0 && people < fewest;
}

function notSmall(people: number | null): number | null {
  return people === null || isSmall(people) ? null : people;
}
