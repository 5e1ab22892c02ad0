import type { ShapeFault, ShapeFaultCode } from '@lofteskartan/shared/contracts/shapes';
import type { Position } from '@lofteskartan/shared/position';

/** A feature as it stands in a file, not yet checked. */
export interface RawFeature {
  /** Counted from 1; null where the file is one geometry. */
  readonly number: number | null;
  readonly type: string;
  readonly coordinates: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A fault of a file. */
export const fault = (
  code: ShapeFaultCode,
  feature: number | null = null,
  found: string | number | null = null,
  line: number | null = null,
): ShapeFault => ({ code, feature, line, found: found === null ? null : String(found) });

/** The features of a GeoJSON text, or why it has none. */
export function readFeatures(text: string): { features: RawFeature[] } | { faults: ShapeFault[] } {
  if (text.trim() === '') return { faults: [fault('empty')] };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { faults: [fault('not-json', null, null, lineOf(text, error))] };
  }
  const features = featuresOf(value);
  return features ? { features } : { faults: [fault('not-geojson')] };
}

/** The line on which reading stopped, counted from 1; null when the reader does not say. */
function lineOf(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const at = /position (\d+)/.exec(message)?.[1];
  if (at !== undefined) return text.slice(0, Number(at)).split('\n').length;
  return message.includes('end of JSON') ? text.split('\n').length : null;
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function featuresOf(value: unknown): RawFeature[] | null {
  const { type, features, geometry } = membersOf(value);
  if (type === 'FeatureCollection')
    return Array.isArray(features) ? features.map((each, at) => featureOf(each, at + 1)) : null;
  if (type === 'Feature') return [featureOf(value, null)];
  return typeof type === 'string' && geometry === undefined && 'coordinates' in membersOf(value)
    ? [featureOf({ geometry: value }, null)]
    : null;
}

function featureOf(value: unknown, number: number | null): RawFeature {
  const { geometry, properties } = membersOf(value);
  const { type, coordinates } = membersOf(geometry);
  return {
    number,
    type: typeof type === 'string' ? type : '',
    coordinates,
    properties: membersOf(properties),
  };
}

/** The first thing that is wrong with a list of positions, or null. */
export function positionsFault(positions: unknown, feature: number | null): ShapeFault | null {
  if (!Array.isArray(positions) || positions.length === 0) return fault('not-positions', feature);
  for (const each of positions) {
    const [lng, lat] = (Array.isArray(each) ? each : []) as unknown[];
    if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
      return fault('not-positions', feature, JSON.stringify(each).slice(0, 60));
    const code = placeFault(lng, lat);
    if (code) return fault(code, feature, `${lng}, ${lat}`);
  }
  return null;
}

/** Whether two numbers are no [lng, lat] in Sweden, and what they seem to be instead. */
export function placeFault(lng: number, lat: number): 'swapped' | 'sweref' | 'outside-sweden' | null {
  if (inSweden(lng, lat)) return null;
  if (inSweden(lat, lng)) return 'swapped';
  // SWEREF 99 in metres: eastings of 100,000–1,000,000, northings of 6–8 million, in either order.
  if (Math.abs(lng) > 10_000 && Math.abs(lat) > 10_000) return 'sweref';
  return 'outside-sweden';
}

const inSweden = (lng: number, lat: number): boolean => lng > 10 && lng < 25 && lat > 55 && lat < 70;

/** Positions as pairs: heights are left out, and six decimals are a decimetre. */
export function asPositions(positions: readonly unknown[]): Position[] {
  return positions.map((each) => {
    const [lng, lat] = each as [number, number];
    return [rounded(lng), rounded(lat)];
  });
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
