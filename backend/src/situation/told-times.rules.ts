import { DAY_PART_HOURS, type DayPart } from '@lofteskartan/shared/situation';
import { hoursBetween, hoursOfDarkness } from '@lofteskartan/shared/told-times';
import { type DarkPlaceTime, HOUR_BANDS, type Weekday, WEEKDAYS } from '@lofteskartan/shared/vocabulary';

/** When something happens, as a resident said: days and hours of a wish for a speed check, or times of a dark place. */
export interface ToldTime {
  readonly weekdays: readonly Weekday[];
  readonly hourBands: readonly string[];
  readonly when: readonly DarkPlaceTime[];
}

/** Which days and parts of the day are asked for; nothing asks for all, told or not. */
export interface TimeFilter {
  readonly weekdays: readonly Weekday[];
  readonly parts: readonly DayPart[];
}

const WEEKEND: readonly Weekday[] = ['sat', 'sun'];

const hoursOfBand = (band: string): number[] => {
  const [from = 0, to = 0] = band.split('-').map(Number);
  return hoursBetween(from, to);
};

/** The days and hours that somebody names; null when they name neither. What names one of the two means every one of the other. */
export function daysAndHours({
  weekdays,
  hourBands,
  when,
}: ToldTime): { days: ReadonlySet<Weekday>; hours: ReadonlySet<number> } | null {
  const days = [...weekdays, ...(when.includes('weekend') ? WEEKEND : [])];
  const hours = [...hourBands.flatMap(hoursOfBand), ...hoursOfDarkness(when)];
  if (days.length === 0 && hours.length === 0) return null;
  return {
    days: new Set(days.length > 0 ? days : WEEKDAYS),
    hours: new Set(hours.length > 0 ? hours : hoursBetween(0, 24)),
  };
}

/** Whether it happens on one of the days and in one of the parts that are asked for, as far as was told. */
export function happens(told: ToldTime, { weekdays, parts }: TimeFilter): boolean {
  if (weekdays.length === 0 && parts.length === 0) return true;
  const times = daysAndHours(told);
  if (times === null) return false;
  const onADay = weekdays.length === 0 || weekdays.some((day) => times.days.has(day));
  const inAPart =
    parts.length === 0 ||
    parts.some((part) => hoursBetween(...DAY_PART_HOURS[part]).some((hour) => times.hours.has(hour)));
  return onADay && inAPart;
}

/** The squares of the week that are named: weekday (Monday first) and band of the form, if any hour of it is; null when neither is told. */
export function squaresOf(told: ToldTime): (readonly [day: number, band: number])[] | null {
  const times = daysAndHours(told);
  if (times === null) return null;
  const bands = HOUR_BANDS.flatMap((band, index) =>
    hoursOfBand(band).some((hour) => times.hours.has(hour)) ? [index] : [],
  );
  return WEEKDAYS.flatMap((day, index) =>
    times.days.has(day) ? bands.map((band) => [index, band] as const) : [],
  );
}

/** Wishes that say the same. */
export interface AlikeTold extends ToldTime {
  readonly proposals: number;
}

/** How many wishes name each square of the week. */
export function weekOf(groups: readonly AlikeTold[]): {
  counts: number[][];
  told: number;
  untold: number;
} {
  const counts = WEEKDAYS.map(() => HOUR_BANDS.map(() => 0));
  let [told, untold] = [0, 0];
  for (const group of groups) {
    const squares = squaresOf(group);
    if (squares === null) {
      untold += group.proposals;
      continue;
    }
    told += group.proposals;
    for (const [day, band] of squares) {
      const line = counts[day];
      if (line) line[band] = (line[band] ?? 0) + group.proposals;
    }
  }
  return { counts, told, untold };
}
