/** What one can say about a statement. */
export const STATEMENT_VOTES = ['agree', 'disagree', 'pass'] as const;
export type StatementVote = (typeof STATEMENT_VOTES)[number];

/** Whether people vote on a statement. One that waits, or was refused, is for those who conduct the dialogue alone. */
export const STATEMENT_STATUSES = ['waiting', 'open', 'closed', 'refused'] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/** Who wrote a statement. */
export const STATEMENT_SOURCES = ['staff', 'resident'] as const;
export type StatementSource = (typeof STATEMENT_SOURCES)[number];

/**
 * What a statement's votes say: most are surely of one mind, the room is surely divided, nothing is sure, or too few took a stand for a
 * percentage.
 */
export const STATEMENT_VERDICTS = ['agreed', 'divided', 'unsure', 'few'] as const;
export type StatementVerdict = (typeof STATEMENT_VERDICTS)[number];

/** What pins of a dialogue can become. */
export const PIN_KINDS = ['dark-place', 'speed-check'] as const;
export type PinKind = (typeof PIN_KINDS)[number];

/** 32 hexadecimal digits that a phone makes up for one dialogue. */
export const VOTER_PATTERN = /^[0-9a-f]{32}$/;

/** Numbers and characters. */
export const LIVE_LIMITS = {
  statementCharacters: 200,
  /** Of one dialogue, refused ones apart. */
  statements: 60,
  /** Statements of residents that wait for somebody to read them. */
  statementsWaiting: 40,
  /** Questions that the live page shows. */
  questions: 40,
  promptCharacters: 120,
  pinCharacters: 500,
  /** Fewer people than this, and nobody sees the figure. */
  peopleBehindAFigure: 5,
  /** Fewer than this who took a stand, and the figure is said to be of few. */
  few: 20,
} as const;

/** A statement as far as its turn. `round` counts its answers in fives, so that it tells nothing of the last few. */
export interface Turn {
  readonly id: string;
  readonly round: number;
}

/**
 * The statements that a voter has not answered, in the order in which this voter is asked: those with the fewest answers first, and among
 * equals in an order of the voter's own, so that three hundred phones spread over all statements. The same voter is always given the same
 * order.
 */
export function statementOrder<Statement extends Turn>(
  statements: readonly Statement[],
  answered: ReadonlySet<string>,
  voter: string,
): Statement[] {
  return statements
    .filter(({ id }) => !answered.has(id))
    .map((statement) => ({ statement, lot: lotOf(`${voter} ${statement.id}`) }))
    .sort(
      (one, other) =>
        one.statement.round - other.statement.round ||
        one.lot - other.lot ||
        (one.statement.id < other.statement.id ? -1 : 1),
    )
    .map(({ statement }) => statement);
}

/** A number that a text draws: even over all texts, the same for the same one (FNV-1a with a finish that spreads its last bits). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
