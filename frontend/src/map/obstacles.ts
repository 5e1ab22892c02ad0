import type { Map as LeafletMap } from 'leaflet';
import type { Rectangle } from './label-placement.js';

/** Fired on the map when its marks stand elsewhere. */
export const OBSTACLES_MOVED = 'obstaclesmoved';

const known = new WeakMap<LeafletMap, readonly Rectangle[]>();

/** Tells where marks stand, in layer pixels, so that names make way for them. */
export function setObstacles(map: LeafletMap, obstacles: readonly Rectangle[]): void {
  known.set(map, obstacles);
  map.fire(OBSTACLES_MOVED);
}

export function obstaclesOf(map: LeafletMap): readonly Rectangle[] {
  return known.get(map) ?? [];
}
