import { DIALOGUE_BANDS, type DialogueBand } from './medborgardialog-outcomes.js';

/** The groups of those who live in a municipality that can be laid beside those who came to dialogues: what is counted nowhere is left out. */
export const POPULATION_GROUPS = { sex: ['women', 'men'], age: DIALOGUE_BANDS.age } as const satisfies Record<
  string,
  readonly DialogueBand[]
>;
export const POPULATION_BANDS = [...POPULATION_GROUPS.sex, ...POPULATION_GROUPS.age] as const;
export type PopulationBand = (typeof POPULATION_BANDS)[number];

/** Columns of a file, as its first line names them. */
export const POPULATION_COLUMNS = ['år', 'grupp', 'antal', 'källa'] as const;
export type PopulationColumn = (typeof POPULATION_COLUMNS)[number];

/** What its groups are called there. */
export const POPULATION_GROUP_WORDS = ['kvinnor', 'män', 'under 18', '18-29', '30-64', '65+'] as const;

/** Numbers and characters. */
export const POPULATION_LIMITS = {
  people: 10_000_000,
  sourceCharacters: 200,
  firstYear: 2000,
  lastYear: 2100,
  lines: 500,
} as const;
