import type { Position } from '@lofteskartan/shared/position';

const number = (text: string) => Number(text.trim().replace(',', '.'));

/**
 * Reads degrees as people write them, with a comma or a point.
 * @returns null when both are empty; 'wrong' when they are no position in or near Sweden
 */
export function readDegrees(lat: string, lng: string): Position | null | 'wrong' {
  if (!lat.trim() && !lng.trim()) return null;
  const [north, east] = [number(lat), number(lng)];
  if (!lat.trim() || !lng.trim() || !(north >= 55 && north <= 69.5) || !(east >= 10 && east <= 24.5))
    return 'wrong';
  return [east, north];
}
