import type { GivenRating, PlaceRating, PlaceRatings } from '@lofteskartan/shared/contracts/inventory';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import type { IsoDate } from '../platform/dates.js';

/** How safe somebody felt at a place, with the proposal through which they said so. */
export interface Answer extends GivenRating {
  readonly proposalId: string;
}

/**
 * How many measures had been done when an answer was given. Who sends something in on the day of a measure speaks of before it; who is
 * asked again that day speaks of after it.
 */
function stage({ on, when }: GivenRating, done: readonly IsoDate[]): number {
  return done.filter((day) => (when === 'asked-again' ? day <= on : day < on)).length;
}

/** The answers that stand: of several through one proposal between two measures, the last. */
export function standing(answers: readonly Answer[], done: readonly IsoDate[]): Answer[] {
  const last = new Map<string, Answer>();
  for (const answer of [...answers].sort((a, b) => a.on.localeCompare(b.on)))
    last.set(`${answer.proposalId} ${String(stage(answer, done))}`, answer);
  return [...last.values()];
}

/** How safe it felt before the latest measure that was done, and since; before, where nothing was done. */
export function ratingsOf(answers: readonly Answer[], done: readonly IsoDate[]): PlaceRatings {
  const stands = standing(answers, done);
  const isAfter = (answer: Answer): boolean => done.length > 0 && stage(answer, done) === done.length;
  return {
    before: meanOf(stands.filter((answer) => !isAfter(answer))),
    after: meanOf(stands.filter(isAfter)),
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
