import type { Box, Position } from '@lofteskartan/shared/position';

/** Every position in a GeoJSON value, however deep. */
function positionsIn(value: unknown): Position[] {
  if (Array.isArray(value)) {
    const [lng, lat] = value as unknown[];
    if (typeof lng === 'number' && typeof lat === 'number') return [[lng, lat]];
    return value.flatMap(positionsIn);
  }
  if (typeof value !== 'object' || value === null) return [];
  const { coordinates, geometry, features } = value as Record<string, unknown>;
  return [coordinates, geometry, features].flatMap(positionsIn);
}

/** The box that holds a shape, [west, south, east, north]; null for one without positions. */
export function boxOf(shape: object): Box | null {
  const positions = positionsIn(shape);
  if (positions.length === 0) return null;
  const lngs = positions.map(([lng]) => lng);
  const lats = positions.map(([, lat]) => lat);
  // Spread arguments would overflow on long outlines.
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b));
  return [least(lngs), least(lats), most(lngs), most(lats)];
}

/** A box of so many kilometres to each side of a position. A degree of latitude is 111.3 km; one of longitude less, to the north. */
export function boxAround([lng, lat]: Position, kilometres: number): Box {
  const north = kilometres / 111.3;
  const east = north / Math.cos((lat * Math.PI) / 180);
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [rounded(lng - east), rounded(lat - north), rounded(lng + east), rounded(lat + north)];
}

/** A box as a GeoJSON polygon. */
export function polygonOf([west, south, east, north]: Box): object {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** Reads `11,97 57,87`, `11.97, 57.87` and the like as [lng, lat]; null when it is not two numbers in the world. */
export function readPosition(text: string): Position | null {
  const numbers = text.trim().match(/^(-?\d{1,3}(?:[.,]\d+)?)(?:\s*[;,]\s*|\s+)(-?\d{1,2}(?:[.,]\d+)?)$/);
  if (!numbers) return null;
  const [lng, lat] = [numbers[1], numbers[2]].map((each) => Number((each ?? '').replace(',', '.')));
  return lng === undefined || lat === undefined || Math.abs(lng) > 180 || Math.abs(lat) > 90
    ? null
    : [lng, lat];
}

/** A position as it is typed: longitude first, as everywhere. */
export const positionText = ([lng, lat]: Position): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
