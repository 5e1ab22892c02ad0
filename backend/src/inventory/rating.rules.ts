import type { GivenRating, PlaceRating, PlaceRatings } from '@lofteskartan/shared/contracts/inventory';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import type { IsoDate } from '../platform/dates.js';

/** How safe somebody felt at a place, with whom we cannot name: what tells people apart who stand behind proposals. */
export interface Answer extends GivenRating {
  readonly person: string;
  /** Days of what everyone read to be done about the case that it was given about, wherever the measure is now. */
  readonly own: readonly IsoDate[];
}

/** A measure as far as these rules look. */
export interface PartingFacts {
  readonly doneOn: IsoDate | null;
  /** Whether it was made of an occurrence of the yearly wheel. */
  readonly isCare: boolean;
  /** Whether people were told of it, and asked again, without an activity. */
  readonly isTold: boolean;
}

/**
 * The days that part what was said before from what was said after, oldest first: those of measures that were said to be done one by one,
 * after which people are asked again. What recurs parts them only where it was told to somebody.
 */
export function partingDays(measures: readonly PartingFacts[]): IsoDate[] {
  return measures.flatMap(({ doneOn, isCare, isTold }) => (isCare && !isTold ? [] : (doneOn ?? []))).sort();
}

/**
 * Whether an answer was given after all that was done: of the place, and of its own case, also where the measure stayed with another place when the two
 * were parted. Who sends something in on the day of a measure speaks of before it; who is asked again that day speaks of after it.
 */
function isAfter({ on, when, own }: Answer, done: readonly IsoDate[]): boolean {
  const days = [...done, ...own];
  return days.length > 0 && days.every((day) => (when === 'asked-again' ? day <= on : day < on));
}

/** The answers that stand: of several by one person, through whichever proposals and ways, the last. So there are as many as people. */
function standing(answers: readonly Answer[]): Answer[] {
  const last = new Map<string, Answer>();
  for (const answer of [...answers].sort((a, b) => a.on.localeCompare(b.on))) last.set(answer.person, answer);
  return [...last.values()];
}

/** How safe it felt before the latest that was done, and since; before, where nothing was done. @param done days of the place’s own measures */
export function ratingsOf(answers: readonly Answer[], done: readonly IsoDate[]): PlaceRatings {
  return {
    before: meanOf(standing(answers.filter((answer) => !isAfter(answer, done)))),
    after: meanOf(standing(answers.filter((answer) => isAfter(answer, done)))),
  };
}

function meanOf(answers: readonly GivenRating[]): PlaceRating | null {
  if (answers.length === 0) return null;
  const sum = answers.reduce((total, { rating }) => total + rating, 0);
  return { mean: Math.round((sum / answers.length) * 10) / 10, answers: answers.length };
}

/**
 * A figure as the public may read it: of five people or more, and to the nearest half, so that one more answer does not tell what that
 * one said.
 */
export function publicRating(rating: PlaceRating | null): PlaceRating | null {
  if (rating === null || rating.answers < INVENTORY_LIMITS.peopleBehindAFigure) return null;
  return { mean: Math.round(rating.mean * 2) / 2, answers: rating.answers };
}
