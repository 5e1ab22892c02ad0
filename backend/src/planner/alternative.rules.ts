import type { AlternativeState, StretchAlternative } from '@lofteskartan/shared/planner';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';

/** A move on the way to what a wish is told. */
export type AlternativeStep = 'under-review' | 'answered' | 'referred';

/**
 * The moves that tell a wish of an alternative, in order. What the municipality measures or displays is an answer; what belongs to
 * another body is referred, and a wish that was committed comes back to review first.
 */
export function stepsTo(kind: StretchAlternative, from: ProposalStatus): AlternativeStep[] {
  if (kind !== 'referral') return ['answered'];
  return from === 'committed' || from === 'planned' ? ['under-review', 'referred'] : ['referred'];
}

/**
 * The moves that tell a wish how it went, or null when it has gone another way meanwhile. An answer is given anew by taking it up
 * again.
 */
export function stepsAfter(from: ProposalStatus): AlternativeStep[] | null {
  if (from === 'referred') return ['answered'];
  return from === 'answered' ? ['under-review', 'answered'] : null;
}

/** Why a wish is taken up on the way; staff read it in the history. */
export const takenUpBecause = 'Något annat än en kontroll görs på sträckan, och svaret ges på nytt.';

/** Whether what came of an alternative may be told with a measurement: only what measured, and did. */
export const mayTellOfMeasurement = (kind: StretchAlternative, state: AlternativeState): boolean =>
  kind === 'municipal-measurement' && state === 'done';
