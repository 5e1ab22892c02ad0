import type { Box, Position } from '@lofteskartan/shared/position';

const METRES_PER_DEGREE = 111_320;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two positions as the crow flies: exact to well under a metre within a municipality. */
export function metresBetween(a: Position, b: Position): number {
  const east = (b[0] - a[0]) * Math.cos(radians((a[1] + b[1]) / 2)) * METRES_PER_DEGREE;
  const north = (b[1] - a[1]) * METRES_PER_DEGREE;
  return Math.hypot(east, north);
}

/** The box that holds everything within so many metres. */
export function boxAround([lng, lat]: Position, metres: number): Box {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.cos(radians(lat));
  return [lng - east, lat - north, lng + east, lat + north];
}
