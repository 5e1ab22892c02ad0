import type { Position } from '@lofteskartan/shared/position';

const METRES_OF_A_DEGREE = 111_320;

/** Metres between two positions that lie in one municipality: the earth is flat there. */
export function metresBetween([lng, lat]: Position, [otherLng, otherLat]: Position): number {
  const east = (otherLng - lng) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(east, otherLat - lat) * METRES_OF_A_DEGREE;
}
