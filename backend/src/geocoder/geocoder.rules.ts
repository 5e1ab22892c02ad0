import type { GeocodedPlace } from '@lofteskartan/shared/contracts/geocoder';
import { type Box, isPosition, type Position } from '@lofteskartan/shared/position';

/** So many places are offered. */
export const mostPlaces = 6;
/** Days that an answer is kept: streets change seldom, and what people look for should not stay long. */
export const keptDays = 7;

/** What was asked, the same for everyone who asks the same: nothing in it tells who did. */
export function searchQuestion(municipality: string, typed: string): string {
  return `search ${municipality} ${typed.normalize('NFC').toLocaleLowerCase('sv').trim().replace(/\s+/g, ' ')}`;
}

/** A position as it is asked about: four decimals are about 10 metres, enough for a street and a number. */
export function roundedPosition([lng, lat]: Position): Position {
  const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
  return [rounded(lng), rounded(lat)];
}

/** What was asked of a position. An answer holds for one municipality: what lies outside it is left out of it. */
export function reverseQuestion(municipality: string, position: Position): string {
  return `reverse ${municipality} ${roundedPosition(position).join(',')}`;
}

/** The places of Photon's GeoJSON that lie in a box and have a name, each once. What is not as expected is left out. */
export function placesIn(answer: unknown, box: Box): GeocodedPlace[] {
  const { features } = membersOf(answer);
  if (!Array.isArray(features)) return [];
  const places = features
    .flatMap((feature) => placeOf(feature) ?? [])
    .filter(({ position }) => isIn(box, position));
  const seen = new Set<string>();
  return places
    .filter(({ name, where }) => {
      const told = `${name} ${where ?? ''}`;
      return seen.has(told) ? false : seen.add(told);
    })
    .slice(0, mostPlaces);
}

function placeOf(feature: unknown): GeocodedPlace | null {
  const { geometry, properties } = membersOf(feature);
  const { coordinates } = membersOf(geometry);
  const members = membersOf(properties);
  const text = (name: string): string | null => {
    const value = members[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 120) : null;
  };
  const street = text('street');
  const number = text('housenumber');
  const name = text('name') ?? (street && number ? `${street} ${number}` : street);
  if (!name || !isPosition(coordinates)) return null;
  const where = text('district') ?? text('locality') ?? text('city');
  return { name, where: where === name ? null : where, position: coordinates };
}

const isIn = ([west, south, east, north]: Box, [lng, lat]: Position): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
