import type { Box, Position } from '@lofteskartan/shared/position';

/** Metres of one degree of latitude; of longitude it shrinks with the cosine of the latitude. */
const METRES_PER_DEGREE = 111_320;

/** Metres east and north of `origin`: flat, right to a few parts in a thousand within a municipality. */
function metresFrom([lng0, lat0]: Position, [lng, lat]: Position): [east: number, north: number] {
  return [
    (lng - lng0) * METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180),
    (lat - lat0) * METRES_PER_DEGREE,
  ];
}

/** Metres between two positions. */
export function metresBetween(a: Position, b: Position): number {
  return Math.hypot(...metresFrom(a, b));
}

/** The point of a segment that is nearest to a position, as a share of the way from its first end. */
function nearestShare(position: Position, from: Position, to: Position): number {
  const [x1, y1] = metresFrom(position, from);
  const [x2, y2] = metresFrom(position, to);
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length2 = dx * dx + dy * dy;
  return length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length2));
}

/** The point of a line that is nearest to a position; the position itself for a line without points. */
export function nearestOnLine(position: Position, line: readonly Position[]): Position {
  let nearest = position;
  let least = Infinity;
  line.forEach((to, index) => {
    const from = line[index - 1] ?? to;
    const share = nearestShare(position, from, to);
    const point: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    const metres = metresBetween(position, point);
    if (metres >= least) return;
    least = metres;
    nearest = point;
  });
  return nearest;
}

/** Metres from a position to the nearest point of a line; Infinity for a line without points. */
export function metresToLine(position: Position, line: readonly Position[]): number {
  return line.length === 0 ? Infinity : metresBetween(position, nearestOnLine(position, line));
}

type Ring = Position[];

/** The rings of each part of an outline, outer ring first; none for what is not an area. */
function polygons(geometry: unknown): Ring[][] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return [];
  if (geometry.type === 'Feature' && 'geometry' in geometry) return polygons(geometry.geometry);
  if (!('coordinates' in geometry)) return [];
  if (geometry.type === 'Polygon') return [geometry.coordinates as Ring[]];
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]) : [];
}

function ringHolds([lng, lat]: Position, ring: Ring): boolean {
  let inside = false;
  ring.forEach(([lng1, lat1], index) => {
    const [lng2, lat2] = ring[(index + ring.length - 1) % ring.length] ?? [lng1, lat1];
    if (lat1 > lat !== lat2 > lat && lng < ((lng2 - lng1) * (lat - lat1)) / (lat2 - lat1) + lng1)
      inside = !inside;
  });
  return inside;
}

/**
 * True when an outline (GeoJSON Polygon or MultiPolygon) holds a position, or is at most `toleranceMetres` away:
 * outlines are coarse. True as well when there is no outline to judge by.
 */
export function holds(outline: unknown, position: Position, toleranceMetres = 0): boolean {
  const areas = polygons(outline);
  if (areas.length === 0) return true;
  return areas.some(
    ([outer, ...holes]) =>
      outer !== undefined &&
      ((ringHolds(position, outer) && !holes.some((hole) => ringHolds(position, hole))) ||
        [outer, ...holes].some((ring) => metresToLine(position, ring) <= toleranceMetres)),
  );
}

/** True when `outer` covers all of `inner`. */
export function covers(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** True when a box holds a position: half-open, as in the whole product. */
export function boxHolds([west, south, east, north]: Box, [lng, lat]: Position): boolean {
  return west <= lng && lng < east && south <= lat && lat < north;
}

/** A box grown by a share of its size on each side, within the world. */
export function grown([west, south, east, north]: Box, share: number): Box {
  const [dx, dy] = [(east - west) * share, (north - south) * share];
  return [
    Math.max(-180, west - dx),
    Math.max(-90, south - dy),
    Math.min(180, east + dx),
    Math.min(90, north + dy),
  ];
}

/** The smallest box that holds some positions; null for none. */
export function boxAround(positions: readonly Position[]): Box | null {
  if (positions.length === 0) return null;
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
