import type { RoadKeeper, SuitabilityVerdict, UnsuitableReason } from '@lofteskartan/shared/planner';

/** What the police have found at a stretch; null where nobody has looked. */
export interface SuitabilityFacts {
  readonly safePlace: boolean | null;
  readonly limitChangeMetres: number | null;
  readonly roadKeeper: RoadKeeper | null;
}

/** Whether a check can be made, and why not. */
export interface Suitability {
  readonly verdict: SuitabilityVerdict;
  readonly reasons: UnsuitableReason[];
}

/**
 * Whether a check can be made on a stretch. One reason against is enough. It is suitable only once somebody has found a safe place to
 * stand; what has not been looked at speaks neither for nor against.
 * @param limitChangeMetres closer than this to where the limit changes is too close
 */
export function suitabilityOf(
  { safePlace, limitChangeMetres: away, roadKeeper }: SuitabilityFacts,
  { limitChangeMetres }: { readonly limitChangeMetres: number },
): Suitability {
  const reasons: UnsuitableReason[] = [];
  if (safePlace === false) reasons.push('no-safe-place');
  if (away !== null && away < limitChangeMetres) reasons.push('near-limit-change');
  if (roadKeeper === 'private') reasons.push('private-road');
  if (reasons.length > 0) return { verdict: 'unsuitable', reasons };
  return { verdict: safePlace ? 'suitable' : 'not-assessed', reasons };
}
