import { MEASUREMENT_LIMITS, type MeanWay, type PercentileWay } from '@lofteskartan/shared/measurements';
import { hourOfDay, HOUR_SECONDS, momentOf, type WallSeconds, weekdayOf } from './measurement-cells.rules.js';
import type { BandColumn } from './measurement-heads.rules.js';

/** One vehicle, as a line of the file tells of it. It is counted and forgotten. */
export interface Passage {
  readonly at: WallSeconds;
  readonly speed: number;
}

/** An interval, as a line of the file tells of it. */
export interface Interval {
  readonly from: WallSeconds;
  readonly to: WallSeconds;
  readonly passages: number;
  readonly mean: number | null;
  readonly p85: number | null;
  /** Passages in each band of the file, in their order. */
  readonly inBands: readonly number[];
}

/** How many passed at a speed. */
export interface Band {
  readonly from: number;
  readonly to: number | null;
  readonly passages: number;
}

/** All passages of one hour together. */
export interface HourSum {
  /** The hour’s first second. */
  readonly at: WallSeconds;
  readonly passages: number;
  readonly speedSum: number;
  /** Passages by steps of 5 km/h; empty where the file tells means alone. */
  readonly bands: readonly Band[];
}

/** A measurement, counted together. */
export interface Figures {
  readonly from: WallSeconds;
  readonly to: WallSeconds;
  readonly passages: number;
  readonly mean: number;
  readonly meanFrom: MeanWay;
  /** How far single passages lie from the mean, as a standard deviation; null when the file does not tell. */
  readonly deviation: number | null;
  readonly p85: number | null;
  readonly p85From: PercentileWay;
  readonly overLimit: number | null;
  /** By 1 km/h where passages are told, else as in the file. */
  readonly bands: readonly Band[];
  readonly hours: readonly HourSum[];
  /** Passages by hour of the day and by weekday, Monday first; null where intervals are longer than an hour. */
  readonly byHour: readonly number[] | null;
  readonly byWeekday: readonly number[] | null;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** The speed that a share of the passages did not exceed: the nearest rank, which is a speed that somebody drove. */
function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** What passages told one by one come to; null when there are none. All of it is exact. */
export function figuresOfPassages(passages: readonly Passage[], limit: number | null): Figures | null {
  const [first] = passages;
  if (!first) return null;
  const speeds = passages.map(({ speed }) => speed).sort((one, other) => one - other);
  const count = speeds.length;
  const mean = sum(speeds) / count;
  const squares = sum(speeds.map((speed) => (speed - mean) ** 2));
  const hours = new Map<number, Passage[]>();
  const span = { from: first.at, to: first.at };
  for (const passage of passages) {
    span.from = Math.min(span.from, passage.at);
    span.to = Math.max(span.to, passage.at);
    const hour = passage.at - (passage.at % HOUR_SECONDS);
    const there = hours.get(hour);
    if (there) there.push(passage);
    else hours.set(hour, [passage]);
  }
  const sums = [...hours].map(([at, there]): HourSum => {
    const inHour = there.map(({ speed }) => speed);
    return { at, passages: there.length, speedSum: round(sum(inHour)), bands: steps(inHour, 5) };
  });
  return {
    ...span,
    passages: count,
    mean: round(mean),
    meanFrom: 'passages',
    deviation: count > 1 ? round(Math.sqrt(squares / (count - 1))) : null,
    p85: round(nearestRank(speeds, 0.85)),
    p85From: 'passages',
    overLimit: limit === null ? null : speeds.filter((speed) => speed > limit).length,
    bands: steps(speeds, 1),
    ...inTime(sums),
  };
}

/** Speeds by steps of so many km/h; steps that nobody drove are left out. */
function steps(speeds: readonly number[], width: number): Band[] {
  const counts = new Map<number, number>();
  for (const speed of speeds) {
    const from = Math.floor(speed / width) * width;
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([from, passages]) => ({ from, to: from + width, passages }));
}

/** Bands of 1 km/h as bands of 5, for the eye; those that a file told stay as they are. */
export function coarse(bands: readonly Band[]): Band[] {
  if (!bands.every(({ from, to }) => to === from + 1)) return [...bands];
  const counts = new Map<number, number>();
  for (const { from, passages } of bands) {
    const step = Math.floor(from / 5) * 5;
    counts.set(step, (counts.get(step) ?? 0) + passages);
  }
  return [...counts].map(([from, passages]) => ({ from, to: from + 5, passages }));
}

/**
 * Hours as they are kept, by the moment at which they began. One in which only a few passed is not: its sum would be the speed of a vehicle
 * or two; they are in the figures of the whole. A clock that does not change in spring shows an hour that Sweden leaves out; it is the same
 * as the next.
 */
export function hoursToKeep(hours: readonly HourSum[]): (Omit<HourSum, 'at'> & { readonly at: Date })[] {
  const found = new Map<number, Omit<HourSum, 'at'> & { readonly at: Date }>();
  for (const { at: wall, ...hour } of hours) {
    const at = momentOf(wall);
    const there = found.get(at.getTime());
    found.set(at.getTime(), {
      at,
      passages: hour.passages + (there?.passages ?? 0),
      speedSum: round(hour.speedSum + (there?.speedSum ?? 0)),
      bands: [...(there?.bands ?? []), ...hour.bands],
    });
  }
  return [...found.values()].filter(({ passages }) => passages >= MEASUREMENT_LIMITS.hourPassages);
}

/** Hours in order, and their passages by hour of the day and by weekday. */
function inTime(hours: readonly HourSum[]): Pick<Figures, 'hours' | 'byHour' | 'byWeekday'> {
  const byHour = Array<number>(24).fill(0);
  const byWeekday = Array<number>(7).fill(0);
  for (const { at, passages } of hours) {
    byHour[hourOfDay(at)] = (byHour[hourOfDay(at)] ?? 0) + passages;
    byWeekday[weekdayOf(at)] = (byWeekday[weekdayOf(at)] ?? 0) + passages;
  }
  return { hours: [...hours].sort((one, other) => one.at - other.at), byHour, byWeekday };
}

/** Whether the bands of an interval hold all who passed in it; else nothing is known of the others’ speed. */
export const holdAll = ({ passages, inBands }: Pick<Interval, 'passages' | 'inBands'>): boolean =>
  sum(inBands) === passages;

/**
 * What intervals come to; null when nobody passed in them. The mean is weighed by passages. Without bands of speed, the 85-percentile of
 * all cannot be known from those of several intervals, and is not invented. Bands that do not hold all who passed are left out: what they
 * tell of is the fast ones alone, or some of them twice.
 */
export function figuresOfIntervals(
  intervals: readonly Interval[],
  told: readonly BandColumn[],
  limit: number | null,
): Figures | null {
  const driven = intervals.filter(({ passages }) => passages > 0);
  const count = sum(driven.map(({ passages }) => passages));
  if (count === 0) return null;
  const columns = driven.every(holdAll) ? told : [];
  const bands = columns.map(({ from, to }, index): Band => {
    return { from, to, passages: sum(driven.map(({ inBands }) => inBands[index] ?? 0)) };
  });
  const meanOf = ({ mean, inBands }: Interval): number =>
    mean ?? bandMean(columns.map(({ from, to }, index) => ({ from, to, passages: inBands[index] ?? 0 })));
  const speedSums = driven.map((each) => meanOf(each) * each.passages);
  const isShort = intervals.every(({ from, to }) => to - from <= HOUR_SECONDS);
  const hours = hourSums(driven, speedSums, columns);
  return {
    from: Math.min(...intervals.map(({ from }) => from)),
    to: Math.max(...intervals.map(({ to }) => to)),
    passages: count,
    mean: round(sum(speedSums) / count),
    meanFrom: driven.every(({ mean }) => mean !== null) ? 'intervals' : 'bands',
    deviation: bandDeviation(bands),
    ...percentileOf(driven, bands),
    overLimit: overLimitOf(bands, limit, count),
    bands: bands.filter(({ passages }) => passages > 0),
    ...(isShort ? inTime(hours) : { hours, byHour: null, byWeekday: null }),
  };
}

/** Intervals by the hour in which they begin. */
function hourSums(
  driven: readonly Interval[],
  speedSums: readonly number[],
  columns: readonly BandColumn[],
): HourSum[] {
  const hours = new Map<number, { passages: number; speedSum: number; inBands: number[] }>();
  for (const [index, { from, passages, inBands }] of driven.entries()) {
    const at = from - (from % HOUR_SECONDS);
    const hour = hours.get(at) ?? { passages: 0, speedSum: 0, inBands: columns.map(() => 0) };
    hours.set(at, {
      passages: hour.passages + passages,
      speedSum: hour.speedSum + (speedSums[index] ?? 0),
      inBands: hour.inBands.map((before, band) => before + (inBands[band] ?? 0)),
    });
  }
  return [...hours].map(([at, { passages, speedSum, inBands }]) => ({
    at,
    passages,
    speedSum: round(speedSum),
    bands: columns
      .map(({ from, to }, index) => ({ from, to, passages: inBands[index] ?? 0 }))
      .filter((band) => band.passages > 0),
  }));
}

/** The middle of a band; an open one is taken to be 10 km/h wide. */
const middle = ({ from, to }: Band): number => (from + (to ?? from + 10)) / 2;

function bandMean(bands: readonly Band[]): number {
  const all = sum(bands.map(({ passages }) => passages));
  return sum(bands.map((band) => middle(band) * band.passages)) / all;
}

function bandDeviation(bands: readonly Band[]): number | null {
  const all = sum(bands.map(({ passages }) => passages));
  if (all < 2) return null;
  const mean = bandMean(bands);
  const squares = sum(bands.map((band) => (middle(band) - mean) ** 2 * band.passages));
  return round(Math.sqrt(squares / (all - 1)));
}

function percentileOf(driven: readonly Interval[], bands: readonly Band[]): Pick<Figures, 'p85' | 'p85From'> {
  const within = bandPercentile(bands, 0.85);
  const [only, other] = driven;
  if (only && !other && only.p85 !== null) return { p85: only.p85, p85From: 'device' };
  return within === null ? { p85: null, p85From: 'unknown' } : { p85: round(within), p85From: 'bands' };
}

/** A percentile as if speeds lay evenly within each band; null without bands, and where it falls in an open one. */
function bandPercentile(bands: readonly Band[], share: number): number | null {
  const wanted = share * sum(bands.map(({ passages }) => passages));
  let below = 0;
  for (const { from, to, passages } of bands) {
    if (passages > 0 && below + passages >= wanted)
      return to === null ? null : from + ((to - from) * (wanted - below)) / passages;
    below += passages;
  }
  return null;
}

/**
 * Passages above a limit; null when one of the bands lies on both sides of it. Bands of whole numbers end where the next begins. In one that
 * begins at the limit, those exactly at it cannot be told from the others and are counted; the page says so.
 */
function overLimitOf(bands: readonly Band[], limit: number | null, all: number): number | null {
  const driven = bands.filter(({ passages }) => passages > 0);
  if (limit === null || driven.length === 0) return null;
  const isBelow = ({ to }: Band): boolean => to !== null && to <= limit + 1;
  if (!driven.every((band) => isBelow(band) || band.from >= limit)) return null;
  return Math.min(all, sum(driven.filter((band) => !isBelow(band)).map(({ passages }) => passages)));
}
