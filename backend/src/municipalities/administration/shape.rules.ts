import type { ShapeFault } from '@lofteskartan/shared/contracts/shapes';
import type { Position } from '@lofteskartan/shared/position';
import { asPositions, fault, positionsFault, type RawFeature, readFeatures } from './geojson.rules.js';

/** More than this no file of a municipality needs: official outlines have some thousands. */
const mostPoints = 60_000;
const mostFeatures = 2000;

/** What kinds of things a sketch draws, and as which geometries. */
const sketchGeometries: Readonly<Record<string, readonly string[]>> = {
  'built-up': ['Polygon'],
  water: ['Polygon', 'LineString'],
  road: ['LineString'],
  railway: ['LineString'],
  motorway: ['LineString'],
  station: ['Point'],
};

/** A geometry of which every position has been checked. */
export interface CheckedGeometry {
  readonly type: 'Polygon' | 'LineString' | 'Point';
  readonly coordinates: Position | Position[] | Position[][];
}

/** An outline that was read, or what is wrong with it. */
export type ReadOutline =
  | { readonly faults: ShapeFault[] }
  | { readonly features: number; readonly points: number; readonly rings: Position[][] };

/** Reads the one outline of a file: a polygon, alone or among features that are no polygons. */
export function readOutline(text: string): ReadOutline {
  const read = readFeatures(text);
  if ('faults' in read) return read;
  const polygons = read.features.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon');
  const [polygon] = polygons;
  if (!polygon) return { faults: [fault('no-polygon', null, read.features[0]?.type ?? null)] };
  if (polygons.length > 1) return { faults: [fault('several-polygons', null, polygons.length)] };
  const parts = polygon.type === 'MultiPolygon' ? polygon.coordinates : [polygon.coordinates];
  if (!Array.isArray(parts) || parts.length === 0)
    return { faults: [fault('not-positions', polygon.number)] };
  if (parts.length > 1) return { faults: [fault('several-parts', polygon.number, parts.length)] };
  const faults = ringsFaults(parts[0], polygon.number);
  if (faults.length > 0) return { faults };
  const rings = (parts[0] as unknown[][]).map(asPositions);
  return { features: read.features.length, points: count(rings), rings };
}

/** A sketch that was read, or what is wrong with it. */
export type ReadSketch =
  { readonly faults: ShapeFault[] } | { readonly points: number; readonly features: SketchFeature[] };

/** A feature of a sketch. */
export interface SketchFeature {
  readonly type: 'Feature';
  readonly properties: { readonly type: string; readonly name?: string; readonly size: 1 | 2 | 3 };
  readonly geometry: CheckedGeometry;
}

/** Reads a sketch: every feature has a `type` that can be drawn, perhaps a `name`, and a `size` from 1, the largest, to 3. */
export function readSketch(text: string): ReadSketch {
  const read = readFeatures(text);
  if ('faults' in read) return read;
  if (read.features.length > mostFeatures)
    return { faults: [fault('too-many-features', null, read.features.length)] };
  const faults = read.features.flatMap(sketchFaults);
  if (faults.length > 0) return { faults: faults.slice(0, 50) };
  const features = read.features.map(sketchFeature);
  const points = features.reduce((sum, { geometry }) => sum + pointsOf(geometry), 0);
  return points > mostPoints ? { faults: [fault('too-many-points', null, points)] } : { points, features };
}

function sketchFaults({ number, type, coordinates, properties }: RawFeature): ShapeFault[] {
  const kind = typeof properties.type === 'string' ? properties.type : '';
  const allowed = Object.hasOwn(sketchGeometries, kind) ? sketchGeometries[kind] : undefined;
  if (!allowed) return [fault('no-type', number, kind || null)];
  if (!allowed.includes(type)) return [fault('wrong-geometry', number, `${kind}: ${type}`)];
  if (type === 'Polygon') return ringsFaults(coordinates, number);
  const wrong = positionsFault(type === 'Point' ? [coordinates] : coordinates, number);
  if (wrong) return [wrong];
  return type === 'LineString' && (coordinates as unknown[]).length < 2
    ? [fault('too-few-points', number)]
    : [];
}

function sketchFeature({ type, coordinates, properties }: RawFeature): SketchFeature {
  const { type: kind, name, size } = properties;
  const checked =
    type === 'Polygon'
      ? (coordinates as unknown[][]).map(asPositions)
      : type === 'Point'
        ? (asPositions([coordinates])[0] as Position)
        : asPositions(coordinates as unknown[]);
  return {
    type: 'Feature',
    properties: {
      type: kind as string,
      ...(typeof name === 'string' && name.trim() ? { name: name.trim().slice(0, 80) } : {}),
      size: size === 1 || size === 2 ? size : 3,
    },
    geometry: { type: type as CheckedGeometry['type'], coordinates: checked },
  };
}

function ringsFaults(rings: unknown, feature: number | null): ShapeFault[] {
  if (!Array.isArray(rings) || rings.length === 0) return [fault('not-positions', feature)];
  if (count(rings) > mostPoints) return [fault('too-many-points', feature, count(rings))];
  for (const ring of rings) {
    const wrong = positionsFault(ring, feature) ?? ringFault(asPositions(ring as unknown[]), feature);
    if (wrong) return [wrong];
  }
  return [];
}

function ringFault(ring: readonly Position[], feature: number | null): ShapeFault | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return fault('not-closed', feature);
  return ring.length < 4 ? fault('too-few-points', feature, ring.length) : null;
}

function pointsOf({ type, coordinates }: CheckedGeometry): number {
  if (type === 'Point') return 1;
  return type === 'Polygon' ? count(coordinates) : coordinates.length;
}

function count(rings: readonly unknown[]): number {
  return rings.reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
}

/** Metres by which a line may move so that an outline has few enough points: each is tried until it is enough. */
export const simplifications = [5, 10, 20, 40, 80, 160, 320, 640] as const;

/** So many points an outline may have on every page. */
export const pointsOnPages = 600;
