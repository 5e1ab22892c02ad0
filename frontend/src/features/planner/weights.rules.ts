import type { RankingWeights } from '@lofteskartan/shared/planner';

export type WeightName = keyof RankingWeights;

/** The limits of each figure, as in the contract. */
export const WEIGHT_RANGES: Record<WeightName, { min: number; max: number }> = {
  demand: { min: 0, max: 100 },
  surroundings: { min: 0, max: 100 },
  sinceCheck: { min: 0, max: 100 },
  balance: { min: 0, max: 100 },
  suitability: { min: 0, max: 100 },
  halfLifeDays: { min: 30, max: 1000 },
  limitChangeMetres: { min: 0, max: 1000 },
};
export const WEIGHT_NAMES = Object.keys(WEIGHT_RANGES) as WeightName[];

/** What is written as a figure within its limits; null when it is none. */
export function readWeight(name: WeightName, text: string): number | null {
  const { min, max } = WEIGHT_RANGES[name];
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** The figures as they are written in fields. */
export function writtenWeights(weights: RankingWeights): Record<WeightName, string> {
  const texts = {} as Record<WeightName, string>;
  for (const name of WEIGHT_NAMES) texts[name] = String(weights[name]);
  return texts;
}

/** Whether the number of those who ask would decide alone. Suitability holds nothing up: it is the same until somebody has looked. */
export function demandAlone({ demand, surroundings, sinceCheck, balance }: RankingWeights): boolean {
  const others = surroundings + sinceCheck + balance;
  return others === 0 || demand > others;
}
