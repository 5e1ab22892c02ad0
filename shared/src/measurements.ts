/** The words and limits of measured speeds: aggregates of a road, never one vehicle. */

/** What measured. */
export const MEASUREMENT_SOURCES = ['speed-display', 'tube-count', 'radar-box', 'other'] as const;
export type MeasurementSource = (typeof MEASUREMENT_SOURCES)[number];

/** Who measured; `state` is Trafikverket. */
export const MEASURERS = ['municipality', 'police', 'state', 'other'] as const;
export type Measurer = (typeof MEASURERS)[number];

/** What a line of the file tells of: one passage, or all of an interval. */
export const MEASUREMENT_FORMS = ['passages', 'intervals'] as const;
export type MeasurementForm = (typeof MEASUREMENT_FORMS)[number];

/** From what a mean was counted: each passage, the means of intervals, or bands of speed (then it is approximate). */
export const MEAN_WAYS = ['passages', 'intervals', 'bands'] as const;
export type MeanWay = (typeof MEAN_WAYS)[number];

/**
 * From what an 85-percentile comes: each passage, bands of speed (then it is approximate), or the device itself, for the only interval.
 * `unknown`: percentiles of several intervals make no percentile of all.
 */
export const PERCENTILE_WAYS = ['passages', 'bands', 'device', 'unknown'] as const;
export type PercentileWay = (typeof PERCENTILE_WAYS)[number];

/** Round what two measurements are compared: a check, or something that was done instead of one. */
export const COMPARED_OCCASIONS = ['check', 'speed-display', 'referral'] as const;
export type ComparedOccasion = (typeof COMPARED_OCCASIONS)[number];

/** Why two measurements are not compared. */
export const NOT_COMPARED_REASONS = ['direction', 'limit', 'source'] as const;
export type NotComparedReason = (typeof NOT_COMPARED_REASONS)[number];

/** What to know before one reads anything into a difference. */
export const COMPARISON_CAUTIONS = [
  'within-chance',
  'few',
  'chance-unknown',
  'approximate',
  'percentile-unknown',
  'other-hours',
  'other-weekdays',
  'far-apart',
  'more-between',
] as const;
export type ComparisonCaution = (typeof COMPARISON_CAUTIONS)[number];

/** Sizes, speeds in km/h, days and numbers of rows. */
export const MEASUREMENT_LIMITS = {
  fileCharacters: 1_500_000,
  lines: 60_000,
  /** Of a file, and among them those that count passages in a band of speed: each line has a number for each of these. */
  columns: 200,
  bands: 60,
  directionCharacters: 60,
  reasonCharacters: 300,
  /** What is slower or faster than a road vehicle is left out, and counted. */
  slowest: 3,
  fastest: 250,
  /** A measurement lasts no longer; a device with a wrong clock seems to. */
  days: 400,
  /** So many of the lines that were not understood are told one by one; the rest are counted. */
  faultsTold: 100,
  /** An hour of fewer passages is not kept by itself: its speeds would be those of single vehicles. */
  hourPassages: 5,
  /** With fewer passages than this, a figure says little. */
  fewPassages: 100,
} as const;
