import type { Count } from '@lofteskartan/shared/contracts/situation';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { type Some, together } from './behind.rules.js';

const { leastPeople } = SITUATION_LIMITS;

/** Whether a figure is of so few that nobody outside the staff side may read it. */
export const isSmall = (count: number): boolean => count < leastPeople;

/**
 * A figure that stands alone: no total is told from which it could be derived.
 * @param people those behind it, when it does not count people itself
 */
export const hiddenIfSmall = (count: number, people?: Some): Count =>
  isSmall(count) || (people !== undefined && isSmall(people.size)) ? null : count;

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Whether hidden parts do not follow from the total: at least two, together at least five, with at least five people behind them. */
const holds = (hidden: readonly number[], people?: readonly Some[]): boolean =>
  hidden.length >= 2 && !isSmall(sumOf(hidden)) && (people === undefined || !isSmall(together(people).size));

/**
 * The parts of a total that is told beside them. Small ones are hidden, and those of few people, and then so many of the smallest others
 * that no hidden one follows from the total. Nothing tells a hidden one of two apart from one of seven.
 * @param people those behind each part, when parts do not count people themselves
 * @param already which parts are hidden whatever they are
 */
export function suppressed(
  parts: readonly number[],
  { people, already = [] }: { readonly people?: readonly Some[]; readonly already?: readonly boolean[] } = {},
): Count[] {
  const none: Some = new Set();
  const behind = people && parts.map((_, index) => people[index] ?? none);
  const hidden = new Set(
    parts.flatMap((part, index) =>
      already[index] === true || hiddenIfSmall(part, behind?.[index]) === null ? [index] : [],
    ),
  );
  if (hidden.size === 0) return [...parts];
  const others = parts
    .map((part, index) => ({ part, index }))
    .filter(({ index }) => !hidden.has(index))
    .sort((one, other) => one.part - other.part || one.index - other.index);
  const isEnough = (): boolean =>
    holds(
      [...hidden].map((index) => parts[index] ?? 0),
      behind && [...hidden].map((index) => behind[index] ?? none),
    );
  for (const { index } of others) {
    if (isEnough()) break;
    hidden.add(index);
  }
  return parts.map((part, index) => (hidden.has(index) ? null : part));
}

/** Whether the total of parts may be told beside what is shown of them. */
export function mayTellTotal(parts: readonly number[], shown: readonly Count[]): boolean {
  const hidden = parts.filter((_, index) => shown[index] === null);
  return hidden.length === 0 || holds(hidden);
}
