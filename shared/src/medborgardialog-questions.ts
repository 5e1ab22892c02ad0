/** Questions and subjects of a medborgardialog: their kinds, states, reasons and limits. */

/** A question wants an answer; a subject is something to talk about. */
export const QUESTION_KINDS = ['question', 'subject'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What becomes of a question before it is answered. `received` waits for a human; `gathered` is answered with another. */
export const QUESTION_STATUSES = ['received', 'published', 'refused', 'gathered', 'withdrawn'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** Whether one can say that one wants an answer too: yes, not since the dialogue was called off, not since what it held of people was disposed of. */
export const QUESTION_SUPPORTS = ['open', 'cancelled', 'over'] as const;
export type QuestionSupport = (typeof QUESTION_SUPPORTS)[number];

/** How a question came: from the web in advance, from a phone in the room, from paper, from the notes of a table. */
export const QUESTION_SOURCES = ['web', 'live', 'paper', 'table'] as const;
export type QuestionSource = (typeof QUESTION_SOURCES)[number];

/** How a question came that staff type in. */
export const PAPER_SOURCES = ['paper', 'table'] as const satisfies readonly QuestionSource[];
export type PaperSource = (typeof PAPER_SOURCES)[number];

/** Why a question is not shown; each has a sentence that its sender reads beside the words of staff. */
export const QUESTION_REFUSALS = [
  'personal-data',
  'crime',
  'insult',
  'other-subject',
  'not-a-question',
  'emergency',
] as const;
export type QuestionRefusal = (typeof QUESTION_REFUSALS)[number];

/** What a question led to: the outcomes of the points of a dialogue. */
export const QUESTION_OUTCOMES = [
  'proposal',
  'commitment',
  'measure',
  'activity',
  'answered',
  'outside',
  'no',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/**
 * What happened to a question, as its history tells; `left`: its sender went, others still want the answer; `cancelled`: its
 * dialogue was called off.
 */
export const QUESTION_EVENTS = [
  'received',
  'published',
  'edited',
  'refused',
  'gathered',
  'ungathered',
  'withdrawn',
  'left',
  'answered',
  'cancelled',
] as const;
export type QuestionEventType = (typeof QUESTION_EVENTS)[number];

export const QUESTION_LIMITS = {
  characters: 500,
  /** So much has to be written before similar ones are looked for. */
  similarFromCharacters: 12,
  mostSimilar: 5,
  mostListed: 200,
  refusalCharacters: 1000,
  reasonCharacters: 500,
  answerCharacters: 4000,
} as const;
