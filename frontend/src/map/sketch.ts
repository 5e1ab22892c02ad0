import type { Locality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { nearestOnLine } from './geometry.js';
import type { Feature, FeatureCollection, LineString, Point, Polygon } from 'geojson';

/** What the drawn sketch is made of, in the order in which it is painted. */
const PAINT_ORDER = ['built-up', 'water', 'road', 'railway', 'motorway', 'station'] as const;
export type SketchType = (typeof PAINT_ORDER)[number];

export interface SketchProperties {
  type: SketchType;
  name?: string;
  /** 1 is the largest of its type, 3 the smallest. */
  size: 1 | 2 | 3;
}

export type SketchFeature = Feature<LineString | Polygon | Point, SketchProperties>;

/** The features of a sketch as the API sends it, in painting order; what is not of the known types is left out. */
export function sketchFeatures(sketch: object): SketchFeature[] {
  const { features = [] } = sketch as Partial<
    FeatureCollection<LineString | Polygon | Point, SketchProperties>
  >;
  return features
    .filter(({ properties }) => PAINT_ORDER.includes(properties.type))
    .sort(
      (a, b) =>
        PAINT_ORDER.indexOf(a.properties.type) - PAINT_ORDER.indexOf(b.properties.type) ||
        b.properties.size - a.properties.size,
    );
}

/** The line along which a feature's name can stand: a road itself; for a river, midway between its banks. */
export function nameLine({ geometry }: SketchFeature): Position[] {
  if (geometry.type === 'LineString') return geometry.coordinates as Position[];
  if (geometry.type === 'Point') return [geometry.coordinates as Position];
  // A drawn river goes up one bank and down the other, and begins at one of its ends.
  const ring = (geometry.coordinates[0] ?? []).slice(0, -1) as Position[];
  const half = Math.floor(ring.length / 2);
  const otherBank = [...ring.slice(half + 1), ...ring.slice(0, 1)];
  return ring.slice(1, half).map((bank) => {
    const other = nearestOnLine(bank, otherBank);
    return [(bank[0] + other[0]) / 2, (bank[1] + other[1]) / 2];
  });
}

/** Height of a locality's name in pixels, by the number of people who live there. */
export function localitySize({ population }: Locality): 13 | 15 | 17 {
  if ((population ?? 0) >= 5000) return 17;
  return (population ?? 0) >= 2000 ? 15 : 13;
}
