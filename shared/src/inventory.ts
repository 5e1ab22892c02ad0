import type { DarkPlaceCause } from './vocabulary.js';

/** What the promise says is worked on: the seed's "ny-, om- och tillbyggnad", "belysning" and "underhåll". */
export const PLACE_GROUPS = ['building', 'lighting', 'upkeep'] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

/** What is done about a place. `referred` and `none` are decisions: nothing follows from the municipality's own hand. */
export const MEASURE_KINDS = [
  'lamp-repaired',
  'new-lamp',
  'cut-back',
  'rebuilt',
  'cleaned',
  'referred',
  'none',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Measures that are work, and so evidence once they are done. */
export const WORK_KINDS = MEASURE_KINDS.filter(
  (kind): kind is Exclude<MeasureKind, 'referred' | 'none'> => kind !== 'referred' && kind !== 'none',
);

/** What a measure costs, in kronor; a band, because nobody knows better beforehand. */
export const COST_BANDS = ['under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m'] as const;
export type CostBand = (typeof COST_BANDS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** By which light a photo of a place was taken. */
export const PHOTO_LIGHTS = ['day', 'night'] as const;
export type PhotoLight = (typeof PHOTO_LIGHTS)[number];

/** How far a place has come, by its measures: the first that fits. `decided` is a place where nothing will be done here. */
export const PLACE_STATES = ['overdue', 'planned', 'done', 'decided', 'new'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** How far a measure has come. */
export const MEASURE_STATES = ['planned', 'overdue', 'done', 'decided'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** The orders of the list. */
export const PLACE_SORTS = ['name', 'most-wanted', 'least-safe', 'next-measure', 'changed'] as const;
export type PlaceSort = (typeof PLACE_SORTS)[number];

/** `P7K3F9`: how a place is named in its address. */
export const PLACE_REFERENCE_PATTERN = /^P[2-9A-HJKMNP-TV-Z]{5}$/;

/** Numbers, characters, metres and people. */
export const INVENTORY_LIMITS = {
  nameCharacters: 120,
  descriptionCharacters: 2000,
  noteCharacters: 4000,
  textCharacters: 2000,
  lampNumbers: 40,
  proposalsAtOnce: 50,
  measuresAtOnce: 100,
  photosPerPlace: 20,
  places: 2000,
  nearMetres: 150,
  /** Fewer people than this behind a figure, and the public does not see it. */
  peopleBehindAFigure: 5,
} as const;

const groups: Readonly<Record<DarkPlaceCause, PlaceGroup>> = {
  'lamp-broken': 'lighting',
  'lamp-missing': 'lighting',
  'lamp-glaring': 'lighting',
  'lamp-dimmed': 'lighting',
  'poor-overview': 'building',
  vegetation: 'upkeep',
  underpass: 'building',
  stairs: 'building',
  stop: 'building',
  path: 'building',
  parking: 'building',
  schoolyard: 'building',
  neglect: 'upkeep',
  deserted: 'building',
};

/** The groups of the promise that a place belongs to, by what makes it dark or unsafe. */
export const groupsOf = (causes: readonly DarkPlaceCause[]): PlaceGroup[] =>
  PLACE_GROUPS.filter((group) => causes.some((cause) => groups[cause] === group));

/** The causes that belong to a group. */
export const causesOf = (group: PlaceGroup): DarkPlaceCause[] =>
  (Object.keys(groups) as DarkPlaceCause[]).filter((cause) => groups[cause] === group);

/** What a municipality tells of its lighting: lamps that are dark or turned down on purpose, and lighting to come. */
export const LIGHT_KINDS = ['dimmed', 'planned'] as const;
export type LightKind = (typeof LIGHT_KINDS)[number];

/** Metres within which a lamp is the one that somebody means. */
export const LIGHT_NEAR_METRES = 60;

/** Columns of the file, as its first line names them; properties of the same names in GeoJSON. */
export const LIGHTING_COLUMNS = [
  'typ',
  'nummer',
  'namn',
  'latitud',
  'longitud',
  'tider',
  'datum',
  'text',
] as const;
export type LightingColumn = (typeof LIGHTING_COLUMNS)[number];

/** How many lines one file may have. */
export const LIGHTING_LINES_MAX = 2000;
