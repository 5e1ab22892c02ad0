import type { IsoDate } from '../platform/dates.js';
import { addMonths } from '../platform/dates.js';

/** What decides when something is disposed of. */
export interface RetentionFacts {
  /** The day on which it ended; null while it has not. */
  readonly endedOn: IsoDate | null;
  /** The municipality's rule for its kind. */
  readonly rule: { readonly years: number; readonly decision: string } | null;
  /** The day before which no rule disposes of it; null where the rule alone decides. */
  readonly earliest: IsoDate | null;
  /** A day and a decision of its own, which go before the rule. */
  readonly own: { readonly after: IsoDate; readonly decision: string } | null;
  readonly hold: string | null;
  readonly disposed: boolean;
}

/** From which day on something is disposed of, and under which decision. */
export interface RetentionTerm {
  readonly after: IsoDate;
  readonly decision: string;
}

/** When something is disposed of; null while it has not ended, and always without a decision. */
export function termOf({ endedOn, rule, earliest, own }: RetentionFacts): RetentionTerm | null {
  if (endedOn === null) return null;
  if (own !== null) return own.decision.trim() === '' ? null : own;
  if (rule === null || rule.decision.trim() === '') return null;
  const after = addMonths(endedOn, 12 * rule.years);
  return { after: earliest !== null && earliest > after ? earliest : after, decision: rule.decision };
}

/** The decision under which something is disposed of today; null when it stays. */
export function disposedToday(facts: RetentionFacts, today: IsoDate): string | null {
  if (facts.disposed || facts.hold !== null) return null;
  const term = termOf(facts);
  return term !== null && term.after <= today ? term.decision : null;
}

/** A case goes as a whole, or stays: who stands behind it is counted over all of it. */
export function caseDisposedToday(
  members: readonly RetentionFacts[],
  today: IsoDate,
): readonly string[] | null {
  const left = members.filter(({ disposed }) => !disposed);
  const decisions = left.map((facts) => disposedToday(facts, today));
  return left.length === 0 || decisions.includes(null)
    ? null
    : decisions.filter((decision): decision is string => decision !== null);
}
