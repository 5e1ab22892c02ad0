/** The words and limits of speed checks that are logged where they were made. */

/** How a check was made. */
export const CHECK_METHODS = ['fixed-laser', 'moving', 'atk', 'twenty-minutes'] as const;
export type CheckMethod = (typeof CHECK_METHODS)[number];

/** The highest speed of a check, in km/h above the limit: what is told in a car, in place of an exact figure. */
export const TOP_SPEED_BANDS = ['none', '1-10', '11-20', '21-30', '31-40', '41-50', '51-more'] as const;
export type TopSpeedBand = (typeof TOP_SPEED_BANDS)[number];

export const CAR_LIMITS = {
  /** The most stretches that are carried along: the first of the order. */
  stretches: 200,
  /** The most wishes of a stretch that are carried along, those that have waited longest: no check answers more at once. */
  wishesOfAStretch: 200,
} as const;
