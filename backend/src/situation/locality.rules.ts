import type { Interval } from '@lofteskartan/shared/contracts/situation';
import type { HeardVerdict } from '@lofteskartan/shared/situation';
import { countInterval } from './chance.rules.js';

/** A locality as far as being heard goes. */
export interface LocalityFacts {
  readonly people: number;
  readonly population: number | null;
}

const toTenths = (value: number): number => Math.round(value * 10) / 10;

/** People per 1,000 inhabitants over all localities whose population is known; null when none is. */
export function meanPerThousand(localities: readonly LocalityFacts[]): number | null {
  const known = localities.filter(({ population }) => population !== null && population > 0);
  const inhabitants = known.reduce((sum, { population }) => sum + (population ?? 0), 0);
  if (inhabitants === 0) return null;
  return (known.reduce((sum, { people }) => sum + people, 0) / inhabitants) * 1000;
}

/** People per 1,000 inhabitants with its interval, to the tenth; null without a population. */
export function perThousand({ people, population }: LocalityFacts): Interval | null {
  if (population === null || population <= 0) return null;
  const { low, high } = countInterval(people);
  const per = (count: number): number => toTenths((count / population) * 1000);
  return { low: per(low), value: per(people), high: per(high) };
}

/** How a locality is heard beside the mean of all; null when that cannot be told. */
export function verdictOf(locality: LocalityFacts, mean: number | null): HeardVerdict | null {
  if (locality.people === 0) return 'nobody';
  if (mean === null || locality.population === null || locality.population <= 0) return null;
  const most = (countInterval(locality.people).high / locality.population) * 1000;
  return most < mean ? 'hardly' : 'as-others';
}
