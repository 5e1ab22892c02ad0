import type { PlaceItem } from '@lofteskartan/shared/contracts/inventory';

/** What shines on the map: nothing, how many have answered, or how unsafe it feels. */
export const GLOWS = ['none', 'people', 'unsafe'] as const;
export type GlowKind = (typeof GLOWS)[number];

interface Shining {
  key: string;
  position: PlaceItem['position'];
  weight: number;
}

/** The lights of places: by people relative to the place that has most, by safety from 5 (none) to 1 (all). */
export function glowsOf(
  places: readonly Pick<PlaceItem, 'reference' | 'position' | 'people' | 'ratings'>[],
  kind: GlowKind,
): Shining[] {
  if (kind === 'none') return [];
  const most = Math.max(1, ...places.map(({ people }) => people));
  return places.flatMap(({ reference: key, position, people, ratings }) => {
    const mean = (ratings.after ?? ratings.before)?.mean;
    const weight = kind === 'people' ? people / most : mean === undefined ? 0 : (5 - mean) / 4;
    return weight > 0 ? [{ key, position, weight }] : [];
  });
}
