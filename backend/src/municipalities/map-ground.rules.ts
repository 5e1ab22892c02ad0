import type { Position } from '@lofteskartan/shared/position';

/** A line that is drawn on a map, by its name where it has one. */
export interface GroundLine {
  readonly name: string | null;
  readonly line: readonly Position[];
}

/** What a map of a part of a municipality is drawn of, without any tiles. */
export interface MapGround {
  readonly outline: readonly Position[];
  readonly water: readonly (readonly Position[])[];
  readonly builtUp: readonly (readonly Position[])[];
  readonly railways: readonly (readonly Position[])[];
  /** The large ones first. */
  readonly mainRoads: readonly GroundLine[];
  readonly roads: readonly GroundLine[];
  readonly localities: readonly {
    readonly slug: string;
    readonly name: string;
    readonly position: Position;
  }[];
  readonly spots: readonly {
    readonly type: 'school' | 'station';
    readonly name: string;
    readonly position: Position;
  }[];
}

interface Feature {
  readonly properties?: { readonly type?: unknown; readonly name?: unknown } | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/** What of a drawn sketch has a type, as lines: a polygon's outer ring, or the line itself. What it holds beyond that is passed over. */
export function drawnOf(sketch: unknown, type: string): GroundLine[] {
  const features = (sketch as { readonly features?: unknown } | null)?.features;
  if (!Array.isArray(features)) return [];
  return (features as Feature[]).flatMap(({ properties, geometry }) => {
    if (properties?.type !== type || !geometry) return [];
    const { coordinates } = geometry;
    const line = geometry.type === 'Polygon' ? (coordinates as unknown[])[0] : coordinates;
    const isLine = geometry.type === 'Polygon' || geometry.type === 'LineString';
    if (!isLine || !Array.isArray(line)) return [];
    const { name } = properties;
    return [{ name: typeof name === 'string' ? name : null, line: line as Position[] }];
  });
}
