/** The words and limits of the situational picture (lägesbild) that a municipality and its police share. */

/** Parts of the day, and the hours of each: from, and before which; the night passes midnight. */
export const DAY_PARTS = ['morning', 'day', 'afternoon', 'evening', 'night'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export const DAY_PART_HOURS: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [5, 9],
  day: [9, 15],
  afternoon: [15, 18],
  evening: [18, 21],
  night: [21, 5],
};

/** How a period stands beside the same one a year before: as far as chance lets anybody say. */
export const TREND_VERDICTS = ['more', 'fewer', 'cannot-say'] as const;
export type TrendVerdict = (typeof TREND_VERDICTS)[number];

/** Whether there is a year before to stand beside, and why not. */
export const COMPARISONS = ['compared', 'not-begun', 'partly', 'too-long'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** How sure it is that more people point at a place than at others. */
export const CERTAINTIES = ['certain', 'likely', 'chance'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** How a locality is heard beside the whole municipality: nobody, hardly, or not to be told apart from it. */
export const HEARD_VERDICTS = ['nobody', 'hardly', 'as-others'] as const;
export type HeardVerdict = (typeof HEARD_VERDICTS)[number];

/** Metres, days, people. */
export const SITUATION_LIMITS = {
  /** The longest period: three years. */
  days: 1096,
  /** What lies so near a middle is one place. */
  placeMetres: 150,
  /** Fewer people than this behind a figure are not told outside the staff side. */
  leastPeople: 5,
  /** A place that fewer point at is not listed. */
  leastAtASpot: 3,
  hotSpots: 12,
  /** So many places are drawn on the map. */
  points: 1000,
  /** The side of the squares to which positions are rounded outside the staff side. */
  roundedMetres: 200,
} as const;
