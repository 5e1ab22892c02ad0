import { PLACE_PARAMETER, placeOfAddress } from '@lofteskartan/shared/form-address';
import type { Position } from '@lofteskartan/shared/position';
import { holds } from '../../../map/geometry.js';

/** Outlines are coarse: so far outside one, a place still belongs to the municipality. Metres. */
const OUTSIDE_TOLERANCE = 300;

/** The place that an address chooses, as the code on a sign does; null for what is no place of the municipality. */
export function askedPlace(parameters: URLSearchParams, boundary: unknown): Position | null {
  const place = placeOfAddress(parameters.get(PLACE_PARAMETER));
  return place && holds(boundary, place, OUTSIDE_TOLERANCE) ? place : null;
}
