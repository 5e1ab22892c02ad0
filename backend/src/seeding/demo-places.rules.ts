import type { Position } from '@lofteskartan/shared/position';

const metresPerDegree = 111_320;

/** A position some metres east and north of another; good for a few kilometres. */
export function beside([lng, lat]: Position, east: number, north: number): Position {
  const metresPerDegreeEast = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  return rounded([lng + east / metresPerDegreeEast, lat + north / metresPerDegree]);
}

/** The position at a share of a line's length. */
export function along(line: readonly Position[], share: number): Position {
  const [first] = line;
  if (!first) throw new Error('A line without positions');
  const lengths = line.slice(1).map((to, index) => metres(line[index] ?? to, to));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [line[index] ?? first, line[index + 1] ?? first];
    if (left <= length && length > 0) {
      const part = left / length;
      return rounded([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
    }
    left -= length;
  }
  return rounded(line.at(-1) ?? first);
}

function metres(from: Position, to: Position): number {
  const east = (to[0] - from[0]) * metresPerDegree * Math.cos((from[1] * Math.PI) / 180);
  return Math.hypot(east, (to[1] - from[1]) * metresPerDegree);
}

function rounded([lng, lat]: Position): Position {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
