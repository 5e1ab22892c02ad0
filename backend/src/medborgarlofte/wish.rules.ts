import type { ProposalKind, WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import { addMonths, type IsoDate } from '../platform/dates.js';

/** A resident's proposal that an activity is said to serve. */
export interface Wish {
  readonly kind: ProposalKind;
  /** The date on which it came in, Europe/Stockholm. */
  readonly createdOn: IsoDate;
  /** From the activity to the wish; null when one of them has no position. */
  readonly distanceMetres: number | null;
}

/** How far and how old a wish may be (a municipality's settings). */
export interface WishLimits {
  readonly maxDistanceMetres: number;
  readonly maxAgeMonths: number;
}

/**
 * Why an activity does not answer a wish, or null when one linked wish passes all tests. A wish is tested in the order date,
 * distance, age. When several fail, the one that came furthest gives the reason, so that staff read the nearest miss.
 */
export function whyNotWished(
  occurredOn: IsoDate,
  wishes: readonly Wish[],
  acceptsKinds: readonly ProposalKind[],
  limits: WishLimits,
): WhyNotCounted | null {
  const reasons = wishes
    .filter(({ kind }) => acceptsKinds.includes(kind))
    .map((wish) => whyNotThis(wish, occurredOn, limits));
  if (reasons.includes(null)) return null;
  const nearestMissFirst: WhyNotCounted[] = ['wish.too-old', 'wish.too-far', 'wish.too-late'];
  return nearestMissFirst.find((reason) => reasons.includes(reason)) ?? 'wish.missing';
}

function whyNotThis(wish: Wish, occurredOn: IsoDate, limits: WishLimits): WhyNotCounted | null {
  if (wish.createdOn > occurredOn) return 'wish.too-late';
  if (wish.distanceMetres === null || wish.distanceMetres > limits.maxDistanceMetres) return 'wish.too-far';
  return wish.createdOn < addMonths(occurredOn, -limits.maxAgeMonths) ? 'wish.too-old' : null;
}
