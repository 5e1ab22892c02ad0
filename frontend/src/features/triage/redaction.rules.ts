import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';

/** A part of a picture, as shares of its sides. */
type Region = Pick<RedactionRegion, 'x' | 'y' | 'width' | 'height'>;

/** A point of a picture, as shares of its sides. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** The smallest side that a part drawn here gets: less cannot be seen or taken hold of. */
export const SMALLEST_SIDE = 0.02;
/** How far one press of a key goes. */
export const STEP = 0.01;
const FIRST_SIDE = 0.2;

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function inside({ x, y, width, height }: Region): Region {
  const [left, top] = [rounded(within(x, 0, 1 - SMALLEST_SIDE)), rounded(within(y, 0, 1 - SMALLEST_SIDE))];
  return {
    x: left,
    y: top,
    width: rounded(within(width, SMALLEST_SIDE, 1 - left)),
    height: rounded(within(height, SMALLEST_SIDE, 1 - top)),
  };
}

/** The part between two corners, whichever they are; null when it is too small to have been meant. */
export function drawn(from: PicturePoint, to: PicturePoint): Region | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => within(x, 0, 1)) as [
    number,
    number,
  ];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => within(y, 0, 1)) as [
    number,
    number,
  ];
  if (right - left < SMALLEST_SIDE || bottom - top < SMALLEST_SIDE) return null;
  return inside({ x: left, y: top, width: right - left, height: bottom - top });
}

/** A part that is pushed; it stops at the edges and keeps its size. */
export const moved = (region: Region, right: number, down: number): Region => ({
  ...region,
  x: rounded(within(region.x + right, 0, 1 - region.width)),
  y: rounded(within(region.y + down, 0, 1 - region.height)),
});

/** A part whose lower right corner is pulled; it stops at the edges. */
export const resized = (region: Region, wider: number, higher: number): Region =>
  inside({ ...region, width: region.width + wider, height: region.height + higher });

/** A new part in the middle, beside those that are there so that none hides another. */
export function placed(regions: readonly Region[]): Region {
  const shift = (regions.length % 8) * 0.04;
  return inside({ x: 0.4 - shift, y: 0.4 - shift, width: FIRST_SIDE, height: FIRST_SIDE });
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** What a key makes of a part: arrows push it, with Shift they pull its corner; null for other keys. */
export function byKey(region: Region, key: string, shift: boolean): Region | null {
  const way = ARROWS[key];
  if (!way) return null;
  return shift ? resized(region, ...way) : moved(region, ...way);
}
