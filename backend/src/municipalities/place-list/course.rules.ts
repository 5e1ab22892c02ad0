import type { PlaceFaultCode } from '@lofteskartan/shared/contracts/place-list';
import type { Position } from '@lofteskartan/shared/position';
import {
  asPositions,
  positionsFault,
  type RawFeature,
  readFeatures,
} from '../administration/geojson.rules.js';

/** So many points the course of one road may have. */
const mostPoints = 1000;

/** The course of a road, or why there is none. */
export type ReadCourse =
  | { readonly course: Position[] }
  | { readonly fault: { readonly code: PlaceFaultCode; readonly value: string } };

/** The course that a feature draws. */
export function courseOf({ type, coordinates }: Pick<RawFeature, 'type' | 'coordinates'>): ReadCourse {
  const refused = (code: PlaceFaultCode, value: string | number = ''): ReadCourse => ({
    fault: { code, value: String(value) },
  });
  const parts = type === 'MultiLineString' && Array.isArray(coordinates) ? (coordinates as unknown[]) : null;
  if (parts && parts.length > 1) return refused('several-parts', parts.length);
  if (type !== 'LineString' && !parts) return refused('wrong-geometry', type);
  const line = parts ? parts[0] : coordinates;
  const wrong = positionsFault(line, null);
  if (wrong) return refused(placeCode(wrong.code), wrong.found ?? '');
  const course = asPositions(line as unknown[]);
  if (course.length < 2) return refused('too-few-points', course.length);
  return course.length > mostPoints ? refused('too-many-points', course.length) : { course };
}

/** The one course in the text of a file. */
export function readCourse(text: string): ReadCourse {
  const read = readFeatures(text);
  if ('faults' in read) return { fault: { code: 'not-positions', value: '' } };
  const lines = read.features.filter(({ type }) => type.endsWith('LineString'));
  const [line] = lines;
  if (!line) return { fault: { code: 'wrong-geometry', value: read.features[0]?.type ?? '' } };
  return lines.length > 1
    ? { fault: { code: 'several-parts', value: String(lines.length) } }
    : courseOf(line);
}

/** The point halfway along a course, with six decimals. A degree of longitude in Sweden is about half one of latitude. */
export function middleOf(course: readonly Position[]): Position {
  const legs = course.slice(1).map((to, at) => {
    const [lng, lat] = course[at] ?? to;
    return { from: [lng, lat] as const, to, length: Math.hypot((to[0] - lng) * 0.53, to[1] - lat) };
  });
  let left = legs.reduce((sum, { length }) => sum + length, 0) / 2;
  for (const { from, to, length } of legs) {
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return [rounded(from[0] + (to[0] - from[0]) * part), rounded(from[1] + (to[1] - from[1]) * part)];
    }
    left -= length;
  }
  return course.at(-1) ?? [0, 0];
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const known: readonly PlaceFaultCode[] = ['swapped', 'sweref', 'outside-sweden'];
const placeCode = (code: string): PlaceFaultCode => known.find((each) => each === code) ?? 'not-positions';
