import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A position as `[lng, lat]` in WGS 84 degrees: longitude first, as in GeoJSON. Stated here once for the whole product. */
export type Position = [lng: number, lat: number];

/** A box as `[west, south, east, north]` in WGS 84 degrees; a position is inside when west ≤ lng < east and south ≤ lat < north. */
export type Box = [west: number, south: number, east: number, north: number];

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** True for exactly two finite numbers within the world. */
export function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    isFiniteNumber(value[0]) &&
    isFiniteNumber(value[1]) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  );
}

/** True for four finite numbers with west < east and south < north, within the world. */
export function isBox(value: unknown): value is Box {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [west, south, east, north] = value as unknown[];
  if (!isPosition([west, south]) || !isPosition([east, north])) return false;
  return (west as number) < (east as number) && (south as number) < (north as number);
}

/** Reads `"12.05,57.9"`; undefined when it is not exactly that many numbers. */
export function parseNumbers(text: unknown, count: number): number[] | undefined {
  if (typeof text !== 'string' || !/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?)*$/.test(text)) return undefined;
  const numbers = text.split(',').map(Number);
  return numbers.length === count ? numbers : undefined;
}

/** A field that holds a `Position`. */
export const IsPosition = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isPosition', validator: { validate: isPosition } }, options);

/** A field that holds a `Box`. */
export const IsBox = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isBox', validator: { validate: isBox } }, options);

/** A query parameter `lng,lat`. */
export const IsPositionText = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'isPositionText', validator: { validate: (value) => isPosition(parseNumbers(value, 2)) } },
    options,
  );

/** A query parameter `west,south,east,north`. */
export const IsBoxText = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'isBoxText', validator: { validate: (value) => isBox(parseNumbers(value, 4)) } },
    options,
  );
