/** Where a point of a public dialogue comes from: a published question, a note from a table, a statement, or staff who wrote it down. */
export const POINT_SOURCES = ['question', 'note', 'statement', 'hand'] as const;
export type PointSource = (typeof POINT_SOURCES)[number];

/**
 * What comes of a point. The first four are linked to the thing itself; `outside` is somebody else's to decide and says whose; `no` is what
 * will not be done and says why. A point without an outcome is open.
 */
export const POINT_OUTCOMES = [
  'proposal',
  'commitment',
  'measure',
  'activity',
  'answered',
  'outside',
  'no',
] as const;
export type PointOutcome = (typeof POINT_OUTCOMES)[number];

/** The outcomes that are linked to a thing. */
export const LINKED_OUTCOMES = [
  'proposal',
  'commitment',
  'measure',
  'activity',
] as const satisfies readonly PointOutcome[];
export type LinkedOutcome = (typeof LINKED_OUTCOMES)[number];

export const isLinked = (outcome: PointOutcome | null): outcome is LinkedOutcome =>
  LINKED_OUTCOMES.some((each) => each === outcome);

/**
 * How a point stands today. `open` has no outcome, `settled` needed no more than its answer, `late` should have been done by a day that has
 * passed. `withdrawn` became a measure that was taken back and not planned anew: it needs another outcome.
 */
export const POINT_STANDINGS = ['open', 'withdrawn', 'late', 'under-way', 'done', 'settled'] as const;
export type PointStanding = (typeof POINT_STANDINGS)[number];

/** How far the thing has come that a point is linked to; null while that is not public. */
export const THING_STATES = ['waiting', 'under-way', 'late', 'done', 'declined', 'withdrawn'] as const;
export type ThingState = (typeof THING_STATES)[number];

/** Whether a note from a table stands in the report: nobody has looked at it yet, it does, or it does not. */
export const NOTE_STATES = ['new', 'included', 'left-out'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** Those who came, by groups: counts that may be told or left out. */
export const DIALOGUE_BANDS = {
  sex: ['women', 'men', 'other-sex'],
  age: ['under-18', '18-29', '30-64', '65-more'],
} as const;
export const DIALOGUE_BAND_NAMES = [...DIALOGUE_BANDS.sex, ...DIALOGUE_BANDS.age] as const;
export type DialogueBand = (typeof DIALOGUE_BAND_NAMES)[number];

/** When a dialogue is followed up, in months after its report was first published. */
export const FOLLOW_UP_MONTHS = [6, 12] as const;
export type FollowUpMonths = (typeof FOLLOW_UP_MONTHS)[number];

/** Numbers and characters. */
export const OUTCOME_LIMITS = {
  pointCharacters: 1000,
  publicTextCharacters: 2000,
  whoCharacters: 120,
  doneCharacters: 1000,
  reasonCharacters: 300,
  noteCharacters: 4000,
  tableCharacters: 40,
  summaryCharacters: 4000,
  wordsCharacters: 4000,
  points: 300,
  notes: 500,
  people: 2000,
  /** Fewer people than this, and the public does not see the figure. */
  peopleBehindAFigure: 5,
  choices: 12,
} as const;
