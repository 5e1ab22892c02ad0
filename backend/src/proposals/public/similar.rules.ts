import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { Box, Position } from '@lofteskartan/shared/position';
import { addMonths, stockholmDate, type IsoDate } from '../../platform/dates.js';

/** How many neighbours are worth reading. */
export const MOST_SIMILAR = 20;
/** Where so many people live that this circle already holds enough, the wide one is not looked through. */
export const NEAR_METRES = 100;

/** From which date on something done is still news: “Kontrollerad {date}. Är problemet kvar?” */
export function doneSince(now: Date): IsoDate {
  return addMonths(stockholmDate(now), -LIMITS.similarDoneWithinMonths);
}

/** A box that surely holds the circle: degrees are longest at the equator, and a tenth is to spare. */
export function boxAround([lng, lat]: Position, metres: number): Box {
  const north = (metres * 1.1) / 111_000;
  const east = north / Math.max(Math.cos((Math.min(Math.abs(lat) + north, 90) * Math.PI) / 180), 0.001);
  return [lng - east, lat - north, lng + east, lat + north];
}
