import type { MeasureKind } from './inventory.js';

/** What recurs in the care of places. */
export const WHEEL_KINDS = ['cutting', 'lamps', 'cleaning', 'graffiti', 'winter', 'signs', 'other'] as const;
export type WheelKind = (typeof WHEEL_KINDS)[number];

/** Whether something is due in months or in weeks (ISO 8601). */
export const WHEEL_UNITS = ['month', 'week'] as const;
export type WheelUnit = (typeof WHEEL_UNITS)[number];

/** How far an occurrence has come. */
export const OCCURRENCE_STATES = ['overdue', 'due', 'coming', 'done'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** What can happen to something that recurs. */
export const WHEEL_EVENTS = ['created', 'changed', 'done', 'undone'] as const;
export type WheelEventType = (typeof WHEEL_EVENTS)[number];

/** Numbers, characters and years. */
export const WHEEL_LIMITS = {
  titleCharacters: 120,
  noteCharacters: 1000,
  places: 100,
  items: 300,
  everyYears: 10,
  firstYear: 2000,
  lastYear: 2100,
  eventsShown: 20,
} as const;

const measures: Readonly<Record<WheelKind, MeasureKind | null>> = {
  cutting: 'cut-back',
  cleaning: 'cleaned',
  graffiti: 'cleaned',
  // An inventory repairs nothing, ice comes back, and a sign is no measure against darkness.
  lamps: null,
  winter: null,
  signs: null,
  other: null,
};

/** The measure that an occurrence is at a place; null for what changes nothing there that lasts. */
export const measureOf = (kind: WheelKind): MeasureKind | null => measures[kind];
