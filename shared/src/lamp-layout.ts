/**
 * The geometry of "löftesvägen": a path that winds through the night with a lamp for each promised act. Pure
 * arithmetic in pixels of the drawing; y grows downwards.
 */

/** `opening` was done before the platform began to count; `awaiting` is done but not public yet. */
export type LampState = 'opening' | 'lit' | 'awaiting' | 'off';

export interface LampCounts {
  /** How many were promised. */
  target: number;
  /** How many count until now, the opening balance included. */
  done: number;
  /** How many of `done` are the opening balance. */
  opening?: number;
  /** Done, but not public yet (staff only). */
  awaiting?: number;
}

const whole = (value: number | undefined) => Math.max(0, Math.floor(value ?? 0));

/** The lamps in order: before the platform, lit, waiting, still dark. More lamps than promised when more was done. */
export function lampStates({ target, done, opening, awaiting }: LampCounts): LampState[] {
  const before = Math.min(whole(opening), whole(done));
  const lit = whole(done);
  const reached = lit + whole(awaiting);
  return Array.from({ length: Math.max(whole(target), reached) }, (_, index) => {
    if (index < before) return 'opening';
    if (index < lit) return 'lit';
    return index < reached ? 'awaiting' : 'off';
  });
}

export interface Point {
  x: number;
  y: number;
}

export interface PathLayout {
  width: number;
  height: number;
  /** Distance from lamp to lamp; everything is drawn in proportion to it. */
  unit: number;
  /** Lamps with posts, or only lights where there are too many for posts. */
  style: 'lamps' | 'band';
  rows: number;
  /** Where each lamp stands on the path. */
  feet: Point[];
  /** The whole path as SVG path data. */
  road: string;
  /** The path from its beginning to just past lamp number `count`, or '' for none. */
  roadUntil: (count: number) => string;
  /** The place on the path between lamp number `count` and the next. */
  after: (count: number) => Point;
}

export interface PathRoom {
  count: number;
  width: number;
  /** The drawing prefers to stay lower than this; it grows beyond it rather than make lamps smaller than `leastUnit`. */
  height: number;
  mostUnit: number;
  leastUnit: number;
}

/** From this many on, posts become a fence: only the lights are drawn. */
export const BAND_FROM = 121;

/** Row height in units, room above the first row for lamp and light, and below the last for the path. */
const PROPORTIONS = {
  lamps: { row: 1.72, above: 1.42, below: 0.5 },
  band: { row: 1.5, above: 0.75, below: 0.75 },
} as const;

/** How far a bend reaches beyond the row, in units, and how much the rows sway. */
const BEND = 0.8;
const SWAY = 0.1;
const MARGIN = 0.35;

const round = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${String(round(x))} ${String(round(y))}`;

/** A smooth line through the points (Catmull-Rom as cubic Béziers). */
function smoothLine(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let line = `M${at(first)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const from = points[index] ?? first;
    const to = points[index + 1] ?? from;
    const before = points[index - 1] ?? from;
    const next = points[index + 2] ?? to;
    const leave = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const arrive = { x: to.x - (next.x - from.x) / 6, y: to.y - (next.y - from.y) / 6 };
    line += `C${at(leave)} ${at(arrive)} ${at(to)}`;
  }
  return line;
}

/** How wide a row reaches beyond its lamps, in units: a margin, and a bend where the path turns. */
function sidesOf(rows: number): { left: number; right: number } {
  return { left: MARGIN + (rows > 2 ? BEND : 0), right: MARGIN + (rows > 1 ? BEND : 0) };
}

/** A lamp of this size is large enough: no row is added to make it larger. */
const LARGE_ENOUGH = 36;

/** The fewest rows that give lamps almost as large as the room allows, the last row as full as can be. */
function chooseRows({ count, width, height, mostUnit, leastUnit }: PathRoom, style: PathLayout['style']) {
  const { row, above, below } = PROPORTIONS[style];
  const choices: { rows: number; columns: number; unit: number }[] = [];
  for (let rows = 1; rows <= count; rows += 1) {
    const columns = Math.ceil(count / rows);
    if (Math.ceil(count / columns) < rows) continue;
    const { left, right } = sidesOf(rows);
    const byWidth = Math.min(mostUnit, width / (columns + left + right));
    const byHeight = height / ((rows - 1) * row + above + below);
    choices.push({ rows, columns, unit: Math.min(byWidth, Math.max(byHeight, leastUnit)) });
    // More rows only make the lamps smaller from here on.
    if (byHeight < byWidth) break;
  }
  const largest = Math.max(...choices.map((choice) => choice.unit));
  return (
    choices.find((choice) => choice.unit >= Math.min(largest * 0.86, LARGE_ENOUGH)) ?? {
      rows: 1,
      columns: count,
      unit: largest,
    }
  );
}

/** Lays the path out in its room: rows that wind, first to the right and then back. */
export function layoutPath(room: PathRoom): PathLayout {
  const count = Math.max(1, whole(room.count));
  const style = count >= BAND_FROM ? 'band' : 'lamps';
  const { rows, columns, unit } = chooseRows({ ...room, count }, style);
  const { row, above, below } = PROPORTIONS[style];
  const rowHeight = row * unit;
  const length = columns * unit;
  const left = sidesOf(rows).left * unit;
  const sway = (x: number, index: number) =>
    Math.sin((x / Math.max(room.width, 1)) * Math.PI * 2 + index * 1.9) * SWAY * unit * (rows > 1 ? 1 : 1.4);
  const place = (steps: number, index: number): Point => {
    const x = index % 2 === 0 ? left + steps * unit : left + length - steps * unit;
    return { x, y: above * unit + index * rowHeight + sway(x, index) };
  };

  const feet: Point[] = [];
  const points: Point[] = [place(0, 0)];
  /** How many points of the line belong to the first n lamps. */
  const pointsUntil: number[] = [];
  for (let lamp = 0; lamp < count; lamp += 1) {
    const index = Math.floor(lamp / columns);
    const column = lamp % columns;
    if (column === 0 && index > 0) {
      const from = place(columns, index - 1);
      const to = place(0, index);
      const outwards = index % 2 === 1 ? 1 : -1;
      const middle = { x: (from.x + to.x) / 2 + outwards * BEND * unit, y: (from.y + to.y) / 2 };
      const shoulder = outwards * BEND * unit * 0.72;
      const lift = rowHeight * 0.15;
      points.push(
        from,
        { x: from.x + shoulder, y: from.y + lift },
        middle,
        { x: to.x + shoulder, y: to.y - lift },
        to,
      );
    }
    const foot = place(column + 0.5, index);
    feet.push(foot);
    points.push(foot);
    pointsUntil.push(points.length);
  }
  const lastRow = Math.floor((count - 1) / columns);
  const end = place(((count - 1) % columns) + 1, lastRow);
  points.push(end);

  const after = (lamps: number): Point => {
    if (lamps <= 0) return place(0, 0);
    if (lamps >= count) return end;
    const index = Math.floor((lamps - 1) / columns);
    return place(((lamps - 1) % columns) + 1, index);
  };
  return {
    width: room.width,
    height: Math.ceil((above + below) * unit + (rows - 1) * rowHeight),
    unit,
    style,
    rows,
    feet,
    road: smoothLine(points),
    roadUntil: (lamps) => {
      const until = pointsUntil[Math.min(whole(lamps), count) - 1];
      return until === undefined
        ? ''
        : smoothLine([...points.slice(0, until), after(Math.min(whole(lamps), count))]);
    },
    after,
  };
}

export interface RowLayout {
  width: number;
  height: number;
  unit: number;
  /** Lamps with posts, a string of lights, or one line of light when there are too many. */
  style: 'lamps' | 'lights' | 'line';
  /** Centres of the lights, from left to right. */
  lights: number[];
}

/** Lays a small row out on one line, as large as it may be. */
export function layoutRow(count: number, width: number): RowLayout {
  const lamps = Math.max(1, whole(count));
  const unit = Math.min(20, width / lamps);
  const style = unit >= 13 ? 'lamps' : unit >= 3.6 ? 'lights' : 'line';
  return {
    width,
    unit,
    style,
    height: style === 'lamps' ? 26 : 14,
    lights: style === 'line' ? [] : Array.from({ length: lamps }, (_, index) => (index + 0.5) * unit),
  };
}
