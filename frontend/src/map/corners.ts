import type { Position } from '@lofteskartan/shared/position';
import { metresBetween } from './geometry.js';

/** More corners than this are a survey, not something drawn by hand. */
export const MOST_CORNERS = 60;
/** An area has so many corners at least. */
export const FEWEST_CORNERS = 3;

/** Directions from north, clockwise. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const isRing = (ring: unknown): ring is Position[] =>
  Array.isArray(ring) &&
  ring.every(
    (each) => Array.isArray(each) && each.slice(0, 2).every((degrees) => typeof degrees === 'number'),
  );

/**
 * The corners of an outline (GeoJSON) that can be changed by hand, each once: one part without holes and with few corners. Null for
 * any other outline; none for no outline.
 */
export function cornersOf(outline: object | null): Position[] | null {
  if (outline === null) return [];
  if (!('type' in outline) || outline.type !== 'Polygon' || !('coordinates' in outline)) return null;
  const rings: unknown = outline.coordinates;
  if (!Array.isArray(rings) || rings.length !== 1 || !isRing(rings[0])) return null;
  const corners = rings[0].slice(0, -1).map(([lng, lat]): Position => [lng, lat]);
  return corners.length >= FEWEST_CORNERS && corners.length <= MOST_CORNERS ? corners : null;
}

/** The outline that corners make, in their order. */
export function outlineOfCorners(corners: readonly Position[]): {
  type: 'Polygon';
  coordinates: Position[][];
} {
  const [first] = corners;
  return { type: 'Polygon', coordinates: [first ? [...corners, first] : []] };
}

/** Twice the area of a triangle, positive when `c` lies to the left on the way from `a` to `b`. */
const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const within = (a: Position, b: Position, c: Position): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two sides share a point. */
function meet([a, b]: Side, [c, d]: Side): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}

type Side = readonly [Position, Position];

/** Whether sides that are no neighbours meet, or two corners are one: no area then. */
export function crossesItself(corners: readonly Position[]): boolean {
  const sides = corners.map((corner, index): Side => [
    corner,
    corners[(index + 1) % corners.length] ?? corner,
  ]);
  const isOnce = new Set(corners.map((corner) => corner.join())).size === corners.length;
  return (
    !isOnce ||
    sides.some((side, at) =>
      sides.some((other, to) => to > at + 1 && !(at === 0 && to === sides.length - 1) && meet(side, other)),
    )
  );
}

/** Square metres within corners. */
export function squareMetres(corners: readonly Position[]): number {
  const [origin] = corners;
  if (!origin) return 0;
  const flat = corners.map(([lng, lat]) => [
    metresBetween(origin, [lng, origin[1]]) * Math.sign(lng - origin[0]),
    metresBetween(origin, [origin[0], lat]) * Math.sign(lat - origin[1]),
  ]);
  const twice = flat.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = flat[(index + 1) % flat.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The direction from one position to another. */
export function directionOf(from: Position, to: Position): Direction {
  const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180);
  const degrees = (Math.atan2(east, to[1] - from[1]) * 180) / Math.PI;
  return DIRECTIONS[Math.round((degrees + 360) / 45) % DIRECTIONS.length] ?? 'n';
}
