import type { LocalityFacts } from './ranking.rules.js';

/** A locality and what it has asked for and got. */
export interface LocalityCounts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Null where nobody has said. */
  readonly population: number | null;
  /** People behind open wishes. */
  readonly people: number;
  /** Checks of the last twelve months. */
  readonly checks: number;
}

/**
 * How many of the checks each locality would have had by its share: of those who live in the localities, where that is known of all;
 * else of those who ask.
 */
export function balanced(localities: readonly LocalityCounts[]): Map<string, LocalityFacts & LocalityCounts> {
  const known = localities.every(({ population }) => population !== null && population > 0);
  const share = (each: LocalityCounts): number => (known ? (each.population ?? 0) : each.people);
  const whole = localities.reduce((sum, each) => sum + share(each), 0);
  const checks = localities.reduce((sum, each) => sum + each.checks, 0);
  return new Map(
    localities.map((each) => [
      each.id,
      {
        ...each,
        expected: whole === 0 ? 0 : (checks * share(each)) / whole,
        shareOf: known ? 'population' : 'people',
      },
    ]),
  );
}
