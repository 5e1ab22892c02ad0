import type { Position } from '@lofteskartan/shared/position';
import type { DemoPlace } from './demo-file.js';
import { along, beside } from './demo-places.rules.js';
import type { SeededPlace } from './seeding.repository.js';

/** Where a place of the example data is. */
export function positionOf(at: DemoPlace, places: readonly SeededPlace[]): Position {
  if ('position' in at) return at.position;
  if ('road' in at) {
    const road = places.find(
      ({ type, name, locality }) => type === 'road' && name === at.road && locality === at.locality,
    );
    if (!road?.line) throw new Error(`No road ${at.road} in ${at.locality}`);
    return along(road.line, at.along);
  }
  const place = places.find(({ name }) => name === at.place);
  if (!place) throw new Error(`No place ${at.place}`);
  return beside(place.position, at.east, at.north);
}
