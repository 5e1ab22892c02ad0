import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { boxAround } from './geometry.js';
import type { MapHandle } from './map-view.js';

/** How close one wants to be to see what was searched for. */
const ZOOM = { locality: 14, road: 15, school: 16, station: 16 } as const satisfies Record<
  NamedPlace['type'],
  number
>;

/**
 * Brings a place of the place list into view: all of a road, the middle of anything else.
 * @param closest the least zoom, for maps on which a place is to be pointed out
 */
export function showPlace(
  map: MapHandle | null,
  { type, position, line }: NamedPlace,
  closest?: number,
): void {
  const box = type === 'road' && line && closest === undefined ? boxAround(line) : null;
  if (box) map?.fit(box, ZOOM.road);
  else map?.goTo(position, Math.max(ZOOM[type], closest ?? 0));
}
