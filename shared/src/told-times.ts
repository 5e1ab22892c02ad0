import { DAY_PART_HOURS, DAY_PARTS, type DayPart } from './situation.js';
import type { DarkPlaceTime } from './vocabulary.js';

type Span = readonly [from: number, to: number];

/**
 * Hours of a dark place’s times. Darkness falls in the evening and lasts through the night; `winter` and `weekend` say nothing of hours
 * by themselves.
 */
const HOURS_OF_DARKNESS: Readonly<Partial<Record<DarkPlaceTime, Span>>> = {
  dark: [18, 5],
  evening: [18, 24],
  night: [21, 5],
};

/** In the weeks around midwinter the sun is up between nine and three in the south of Sweden: it is dark on the way to school and from work. */
const DARK_IN_WINTER: Span = [15, 9];

/** The hours from one to another, past midnight when the second is no later. */
export function hoursBetween(from: number, to: number): number[] {
  const length = to > from ? to - from : 24 - from + to;
  return Array.from({ length }, (_, index) => (from + index) % 24);
}

/** The hours that a dark place’s times mean; some may stand twice. None where they say nothing of hours. */
export function hoursOfDarkness(when: readonly DarkPlaceTime[]): number[] {
  const spans = when.flatMap((time) => {
    const span = time === 'dark' && when.includes('winter') ? DARK_IN_WINTER : HOURS_OF_DARKNESS[time];
    return span ? [span] : [];
  });
  return spans.flatMap((span) => hoursBetween(...span));
}

/** The parts of the day in which it is dark by a dark place’s times: those with an hour of it. */
export function partsOfDarkness(when: readonly DarkPlaceTime[]): DayPart[] {
  const hours = new Set(hoursOfDarkness(when));
  return DAY_PARTS.filter((part) => hoursBetween(...DAY_PART_HOURS[part]).some((hour) => hours.has(hour)));
}
