import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { metresBetween, metresToLine } from './geometry.js';

export interface Near {
  name: string;
  metres: number;
}

export interface Surroundings {
  /** The nearest road that the place list knows, if it is near enough to mean this place. */
  road: Near | null;
  /** The nearest station or school, if it is close by. */
  landmark: Near | null;
  /** The nearest locality. */
  locality: Near | null;
}

/** Farther away than this, a name says nothing about the place. */
const ROAD_WITHIN_METRES = 250;
const LANDMARK_WITHIN_METRES = 200;
const LOCALITY_WITHIN_METRES = 6000;

function nearest(
  places: readonly NamedPlace[],
  types: readonly NamedPlace['type'][],
  position: Position,
  within: number,
): Near | null {
  let found: Near | null = null;
  for (const place of places) {
    if (!types.includes(place.type)) continue;
    const metres =
      place.line && place.line.length > 1
        ? metresToLine(position, place.line)
        : metresBetween(position, place.position);
    if (metres <= within && metres < (found?.metres ?? Infinity)) found = { name: place.name, metres };
  }
  return found;
}

/** What a position can be called by the names of the place list. */
export function surroundings(places: readonly NamedPlace[], position: Position): Surroundings {
  return {
    road: nearest(places, ['road'], position, ROAD_WITHIN_METRES),
    landmark: nearest(places, ['station', 'school'], position, LANDMARK_WITHIN_METRES),
    locality: nearest(places, ['locality'], position, LOCALITY_WITHIN_METRES),
  };
}
