import type { PopulationBands, PopulationYear } from '@lofteskartan/shared/contracts/population';
import { POPULATION_GROUPS, type PopulationBand } from '@lofteskartan/shared/population';
import type { FieldFault } from '../../platform/problem/field-fault.js';

const groups: readonly (readonly PopulationBand[])[] = Object.values(POPULATION_GROUPS);

/** Figures as they are kept: what nobody said is left out. */
export const keptBands = (bands: PopulationBands): PopulationBands =>
  Object.fromEntries(
    groups.flat().flatMap((band) => (typeof bands[band] === 'number' ? [[band, bands[band]]] : [])),
  );

/** Whether nobody said anything. */
export const saysNothing = (bands: PopulationBands): boolean => Object.keys(keptBands(bands)).length === 0;

/** What is wrong with figures: a group that is told in part, which gives no share, and two groups of different sums. */
export function populationFaults(bands: PopulationBands): FieldFault[] {
  const partly = groups.flatMap((group) => {
    const missing = group.filter((band) => typeof bands[band] !== 'number');
    return missing.length === group.length ? [] : missing;
  });
  if (partly.length > 0) return partly.map((band) => ({ field: `bands.${band}`, code: 'required' as const }));
  const [sex, age] = [POPULATION_GROUPS.sex, POPULATION_GROUPS.age].map((group) => sumOf(bands, group));
  return sex && age && sex !== age
    ? [{ field: 'bands.under-18', code: 'sumsDiffer', params: { one: age, other: sex } }]
    : [];
}

const sumOf = (bands: PopulationBands, group: readonly PopulationBand[]): number =>
  group.reduce((sum, band) => sum + (bands[band] ?? 0), 0);

/** Whether two years say the same. */
export const saysTheSame = (one: PopulationYear, other: PopulationYear): boolean =>
  one.source === other.source && groups.flat().every((band) => one.bands[band] === other.bands[band]);
