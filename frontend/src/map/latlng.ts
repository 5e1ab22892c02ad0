import type { Box, Position } from '@lofteskartan/shared/position';
import { latLng, latLngBounds, type LatLng, type LatLngBounds } from 'leaflet';

/**
 * The only place where `[lng, lat]` becomes Leaflet's latitude-first objects and back. GeoJSON layers take `toLatLng` as
 * their `coordsToLatLng`.
 */

/** Six decimals are a decimetre; more is noise of the pointer. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export function toLatLng([lng, lat]: readonly number[]): LatLng {
  return latLng(lat ?? 0, lng ?? 0);
}

export function toPosition({ lat, lng }: LatLng): Position {
  return [rounded(lng), rounded(lat)];
}

export function toBounds([west, south, east, north]: Box): LatLngBounds {
  return latLngBounds(latLng(south, west), latLng(north, east));
}

export function toBox(bounds: LatLngBounds): Box {
  return [
    rounded(bounds.getWest()),
    rounded(bounds.getSouth()),
    rounded(bounds.getEast()),
    rounded(bounds.getNorth()),
  ];
}
