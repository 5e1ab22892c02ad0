import type { Count } from '@lofteskartan/shared/contracts/situation';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';

const { leastPeople } = SITUATION_LIMITS;

/** Whether a figure is of so few that nobody outside the staff side may read it. */
export const isSmall = (count: number): boolean => count < leastPeople;

/** A figure that stands alone: no total is told from which it could be derived. */
export const hiddenIfSmall = (count: number): Count => (isSmall(count) ? null : count);

/**
 * The parts of a total that is told beside them. Small ones are hidden, and then so many of the smallest others that no hidden one follows
 * from the total: at least two are hidden, and together they are at least five. Nothing tells a hidden one of two apart from one of seven.
 */
export function suppressed(parts: readonly number[]): Count[] {
  const hidden = new Set(parts.flatMap((part, index) => (isSmall(part) ? [index] : [])));
  if (hidden.size === 0) return [...parts];
  const others = parts
    .map((part, index) => ({ part, index }))
    .filter(({ index }) => !hidden.has(index))
    .sort((one, other) => one.part - other.part || one.index - other.index);
  const sumOfHidden = (): number => [...hidden].reduce((sum, index) => sum + (parts[index] ?? 0), 0);
  for (const { index } of others) {
    if (hidden.size >= 2 && sumOfHidden() >= leastPeople) break;
    hidden.add(index);
  }
  return parts.map((part, index) => (hidden.has(index) ? null : part));
}
