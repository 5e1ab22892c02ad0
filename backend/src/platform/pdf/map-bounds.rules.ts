import type { Position } from '@lofteskartan/shared/position';

/** The corners of what a map shows: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The corners of positions; null where there are none. */
export function boundsOf(positions: readonly Position[]): Bounds | null {
  if (positions.length === 0) return null;
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
