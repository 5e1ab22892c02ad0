/** A name that wants a place on the map, in pixels. */
export interface LabelWish {
  text: string;
  /** The point that it names. */
  x: number;
  y: number;
  /** Height of its letters, pixels. */
  size: number;
  /** Smaller goes first and never yields. */
  rank: number;
  /** How far the name stays from its point; 0 puts it on the point, or right beside it. */
  offset: number;
  /** Degrees clockwise; names along a line lean with it. */
  lean?: number;
}

export interface PlacedLabel<T extends LabelWish> {
  wish: T;
  /** Where the name's middle goes. */
  x: number;
  y: number;
}

/** A place that is taken, in pixels. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Mean width of a letter as a share of its height, and the air around a name, pixels. */
const LETTER = 0.56;
const AIR = 4;
/** Half a mark on the map and a little: so far a name moves aside for it. Pixels. */
const MARK = 24;

function rectangle(wish: LabelWish, x: number, y: number): Rectangle {
  const [length, tall] = [wish.text.length * wish.size * LETTER, wish.size * 1.15];
  const angle = ((wish.lean ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [width, height] = [length * cos + tall * sin, length * sin + tall * cos];
  return {
    left: x - width / 2 - AIR,
    right: x + width / 2 + AIR,
    top: y - height / 2 - AIR / 2,
    bottom: y + height / 2 + AIR / 2,
  };
}

const overlaps = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const holds = (view: Rectangle, a: Rectangle) =>
  view.left <= a.left && a.right <= view.right && view.top <= a.top && a.bottom <= view.bottom;

/** On the point, or beside it: right, left, above, below. */
function candidates(wish: LabelWish): [x: number, y: number][] {
  const { x, y, offset, size, text } = wish;
  if (offset === 0) {
    const half = (text.length * size * LETTER) / 2;
    return [
      [x, y],
      [x, y - size * 1.3],
      [x, y + size * 1.3],
      ...[MARK, MARK * 1.7].flatMap((far): [x: number, y: number][] => [
        [x, y + size + far],
        [x, y - size - far],
        [x + half + far, y],
        [x - half - far, y],
      ]),
    ];
  }
  const aside = (text.length * size * LETTER) / 2 + offset;
  const over = size / 2 + offset;
  return [
    [x + aside, y],
    [x - aside, y],
    [x, y - over],
    [x, y + over],
  ];
}

/**
 * Gives each name, the most important first, the first of its places that is free; names without one are left out.
 * @param obstacles what names must not cover nor be covered by: the marks on the map
 * @param view what is in view: a name that its edge would cut is left out
 */
export function placeLabels<T extends LabelWish>(
  wishes: readonly T[],
  obstacles: readonly Rectangle[] = [],
  view: Rectangle = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
): PlacedLabel<T>[] {
  const taken = [...obstacles];
  const placed: PlacedLabel<T>[] = [];
  for (const wish of [...wishes].sort((a, b) => a.rank - b.rank)) {
    const free = candidates(wish).find(([x, y]) => {
      const here = rectangle(wish, x, y);
      return holds(view, here) && !taken.some((other) => overlaps(here, other));
    });
    if (!free) continue;
    taken.push(rectangle(wish, ...free));
    placed.push({ wish, x: free[0], y: free[1] });
  }
  return placed;
}
