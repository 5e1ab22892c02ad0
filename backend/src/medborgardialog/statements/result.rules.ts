import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { LIVE_LIMITS, type StatementVerdict } from '@lofteskartan/shared/medborgardialog-live';

/** How many said what. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** A statement that was voted on, with its votes by the way they came. */
export interface Counted {
  readonly id: string;
  /** Its number within the dialogue. */
  readonly number: number;
  readonly text: string;
  readonly isOpen: boolean;
  readonly phones: Tally;
  readonly paper: Tally;
}

const answersOf = ({ agree, disagree, pass }: Tally): number => agree + disagree + pass;

/**
 * The votes that may be told together. Those who typed in the paper know its counts: as long as fewer than five phones have answered, what
 * these said would be the difference, so that they wait until they are five.
 */
function tellable({ phones, paper }: Pick<Counted, 'phones' | 'paper'>): Tally {
  if (answersOf(phones) < LIVE_LIMITS.peopleBehindAFigure) return paper;
  return {
    agree: phones.agree + paper.agree,
    disagree: phones.disagree + paper.disagree,
    pass: phones.pass + paper.pass,
  };
}

/** 97.5 % of a normal distribution lies below this. */
const z = 1.959964;
/** More than so many of those who took a stand have to be of one mind, and surely so. */
const ofOneMind = 0.7;

/**
 * Wilson's interval of a share, 95 %: it stays between 0 and 1 and is honest with few. The people in a room are no sample of those who live
 * there: it says how much a figure of few can be trusted to say of this room, and of nobody else.
 */
export function wilson(count: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/**
 * What the votes say. Agreed: surely more than seven of ten who took a stand are of one mind, for or against. Divided: surely fewer than
 * seven of ten are, on either side. Passes are told beside and weigh on neither side.
 */
export function verdictOf({ agree, disagree }: Tally): StatementVerdict {
  const stands = agree + disagree;
  if (stands < LIVE_LIMITS.peopleBehindAFigure) return 'few';
  const { low, high } = wilson(Math.max(agree, disagree), stands);
  if (low > ofOneMind) return 'agreed';
  return high < ofOneMind ? 'divided' : 'unsure';
}

/** Two decimals are more than the room can know. */
const rounded = (share: number): number => Math.round(share * 100) / 100;

/** How people voted, as anybody may know it, those who conduct the dialogue too. */
export function resultOf({ id, text, isOpen, ...votes }: Omit<Counted, 'number'>): StatementResult {
  const tally = tellable(votes);
  const { agree, disagree, pass } = tally;
  const answers = answersOf(tally);
  const stands = agree + disagree;
  const verdict = verdictOf(tally);
  const named = { id, text, isOpen, verdict, isSmall: stands < LIVE_LIMITS.few };
  const noShare = { share: null, low: null, high: null };
  if (answers < LIVE_LIMITS.peopleBehindAFigure)
    return { ...named, ...noShare, answers: null, agree: null, disagree: null, pass: null };
  const counted = { ...named, answers, agree, disagree, pass };
  if (verdict === 'few') return { ...counted, ...noShare };
  const { low, high } = wilson(agree, stands);
  return { ...counted, share: rounded(agree / stands), low: rounded(low), high: rounded(high) };
}

/** How many times five have answered: what the order of questions on phones goes by, and all that it may know. */
export const roundOf = ({ phones, paper }: Pick<Counted, 'phones' | 'paper'>): number =>
  Math.floor((answersOf(phones) + answersOf(paper)) / LIVE_LIMITS.peopleBehindAFigure);
