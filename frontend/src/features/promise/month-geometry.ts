import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 30;
const TOP = 12;
const GROUND = 226;

/** Months from the first to the last, both counted; at least one. */
function monthsBetween(from: string, to: string): number {
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return Math.max(1, index(to) - index(from) + 1);
}

/** A step for the axis that people count in: 1, 2, 5, 10, 20 … so that there are at most six. */
function axisStep(most: number): number {
  for (let magnitude = 1; ; magnitude *= 10)
    for (const step of [1, 2, 5]) if (most / (step * magnitude) <= 6) return step * magnitude;
}

/** Where everything stands in the diagram of months, in its own units. Pure. */
export function monthGeometry({ series, target, done }: CountProgress, from: string, to: string | null) {
  const months = monthsBetween(from, to ?? `${series.at(-1)?.month ?? from.slice(0, 7)}-01`);
  const most = Math.max(target, done, 1);
  const stepX = (WIDTH - LEFT) / months;
  const y = (value: number) => GROUND - ((GROUND - TOP) * value) / most;
  const step = axisStep(most);
  const round = (value: number) => Math.round(value * 10) / 10;
  let total = '';
  series.forEach((month, index) => {
    if (index === 0) total = `M${String(LEFT)} ${String(round(y(month.total - month.done)))}`;
    total += `L${String(round(LEFT + (index + 1) * stepX))} ${String(round(y(month.total)))}`;
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    ground: GROUND,
    bars: series.map((month, index) => ({
      key: month.month,
      x: round(LEFT + index * stepX + stepX * 0.15),
      y: round(y(month.done)),
      width: round(stepX * 0.7),
    })),
    total,
    even: `M${String(LEFT)} ${String(round(y(0)))}L${String(WIDTH)} ${String(round(y(target)))}`,
    ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => ({
      value: index * step,
      y: round(y(index * step)),
    })),
  };
}
