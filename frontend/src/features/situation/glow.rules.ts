import type { SpotPoint } from '@lofteskartan/shared/contracts/situation';
import type { Box, Position } from '@lofteskartan/shared/position';

/** Degrees around what is shown, so that no ring lies on the edge. */
const MARGIN = 0.01;

/** Lights where more people point than at a usual place: the larger the more they are. Elsewhere a small mark is enough. */
export function glowsOf(
  points: readonly SpotPoint[],
  usual: number,
): { key: string; position: Position; weight: number }[] {
  const most = Math.max(...points.map(({ people }) => people), usual + 1);
  return points
    .filter(({ people }) => people > usual)
    .map(({ position, people }) => ({
      key: position.join(),
      position,
      // Squared, since a light's radius grows with the root.
      weight: ((people - usual) / (most - usual)) ** 2,
    }));
}

/** The box in which people point; null when nobody does. */
export function boxAround(points: readonly SpotPoint[]): Box | null {
  if (points.length === 0) return null;
  const lngs = points.map(({ position }) => position[0]);
  const lats = points.map(({ position }) => position[1]);
  return [
    Math.min(...lngs) - MARGIN,
    Math.min(...lats) - MARGIN,
    Math.max(...lngs) + MARGIN,
    Math.max(...lats) + MARGIN,
  ];
}
