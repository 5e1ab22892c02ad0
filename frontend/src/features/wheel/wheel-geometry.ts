import type { OccurrenceState } from '@lofteskartan/shared/yearly-wheel';

/** The wheel is drawn in a square of this side. */
export const WHEEL_SIDE = 400;
const middle = WHEEL_SIDE / 2;
const outer = 196;
const inner = 96;
/** Where the names of the months stand, and the rows of marks below them. */
const names = 177;
/** Few marks stand in the middle of the ring. */
const rows: Readonly<Record<number, readonly number[]>> = { 1: [134], 2: [145, 121], 3: [153, 132, 111] };
/** Marks beside each other in each row; the ring is narrower towards the middle. */
const perRow = [3, 3, 2];

/** How many marks a month has room for. */
export const MARKS_IN_A_MONTH = perRow.reduce((sum, count) => sum + count, 0);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Degrees from the top, with the clock. */
function at(radius: number, degrees: number): Point {
  const angle = ((degrees - 90) * Math.PI) / 180;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x: round(middle + radius * Math.cos(angle)), y: round(middle + radius * Math.sin(angle)) };
}

/** January begins at the top. */
const middleOf = (month: number): number => (month - 0.5) * 30;

/** The outline of a month, a gap between it and the next. */
export function monthPath(month: number): string {
  const [from, to] = [(month - 1) * 30 + 0.5, month * 30 - 0.5];
  const [a, b, c, d] = [at(outer, from), at(outer, to), at(inner, to), at(inner, from)];
  const point = ({ x, y }: Point): string => `${String(x)} ${String(y)}`;
  return `M${point(a)}A${String(outer)} ${String(outer)} 0 0 1 ${point(b)}L${point(c)}A${String(inner)} ${String(inner)} 0 0 0 ${point(d)}Z`;
}

/** Where the name of a month stands. */
export const namePoint = (month: number): Point => at(names, middleOf(month));

/** Where the marks of a month stand; what is more than there is room for is a number in the last place. */
export function markPoints(month: number, count: number): Point[] {
  const shown = Math.min(count, MARKS_IN_A_MONTH);
  const points: Point[] = [];
  const needed = shown <= 3 ? 1 : shown <= 6 ? 2 : 3;
  rows[needed]?.forEach((radius, row) => {
    const here = Math.min(perRow[row] ?? 0, shown - points.length);
    const step = 1230 / radius;
    for (let place = 0; place < here; place += 1)
      points.push(at(radius, middleOf(month) + (place - (here - 1) / 2) * step));
  });
  return points;
}

/** How many there are of each state. */
export function countStates(
  occurrences: readonly { readonly state: OccurrenceState }[],
): Record<OccurrenceState, number> {
  const counts: Record<OccurrenceState, number> = { overdue: 0, due: 0, coming: 0, done: 0 };
  for (const { state } of occurrences) counts[state] += 1;
  return counts;
}
