import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';

/** Room for the numbers of the axis, for the last label, above, and for the years below. Pixels. */
const LEFT = 30;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 24;

export interface Span {
  from: string;
  to: string | null;
}

const monthIndex = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Months from the first to the last, both counted; at least one. */
function monthsBetween(from: string, to: string): number {
  return Math.max(1, monthIndex(to) - monthIndex(from) + 1);
}

/** How much of its month has passed at the end of a day. */
function shareOfMonth(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return day / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A step for the axis that people count in: 1, 2, 5, 10, 20 … so that there are at most six. */
function axisStep(most: number): number {
  for (let magnitude = 1; ; magnitude *= 10)
    for (const step of [1, 2, 5]) if (most / (step * magnitude) <= 6) return step * magnitude;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Where everything stands in the diagram of months, in pixels. Pure. What was done before the platform is known only as a sum
 * at a date: a line leads there, and the counted months begin where it ends.
 */
export function monthGeometry(progress: CountProgress, { from, to }: Span, width: number) {
  const { series, target, done, opening } = progress;
  const height = Math.round(Math.min(300, 170 + width * 0.12));
  const ground = height - BOTTOM;
  const months = monthsBetween(from, to ?? `${series.at(-1)?.month ?? from.slice(0, 7)}-01`);
  const most = Math.max(target, done, 1);
  const stepX = (width - LEFT - RIGHT) / months;
  const x = (monthsPassed: number) => round(LEFT + monthsPassed * stepX);
  const y = (value: number) => round(ground - ((ground - TOP) * value) / most);
  const at = (monthsPassed: number, value: number) => `${String(x(monthsPassed))} ${String(y(value))}`;
  const step = axisStep(most);

  const openingAt = opening
    ? Math.max(0, monthIndex(opening.asOf) - monthIndex(from) + shareOfMonth(opening.asOf))
    : 0;
  const counted = series
    .map(({ total }, index) => ({ end: index + 1, total }))
    .filter(({ end }) => end > openingAt);
  const last = counted.at(-1);
  const years = Array.from({ length: Math.ceil((months + (monthIndex(from) % 12)) / 12) }, (_, index) => {
    const year = Number(from.slice(0, 4)) + index;
    return { year, x: x(Math.max(0, year * 12 - monthIndex(from))) };
  });
  return {
    width,
    height,
    ground,
    left: LEFT,
    right: width - RIGHT,
    bars: series.map((month, index) => ({
      key: month.month,
      x: x(index + 0.15),
      y: y(month.done),
      width: round(stepX * 0.7),
    })),
    before: opening ? `M${at(0, 0)}L${at(openingAt, opening.count)}` : '',
    total: `M${at(openingAt, opening?.count ?? 0)}${counted.map(({ end, total }) => `L${at(end, total)}`).join('')}`,
    now: last ? { x: x(last.end), y: y(last.total) } : null,
    even: to ? `M${at(0, 0)}L${at(months, target)}` : '',
    years,
    ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => ({
      value: index * step,
      y: y(index * step),
    })),
  };
}
