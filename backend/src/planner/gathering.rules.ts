/** A wish that lies on no stretch yet. Metres in SWEREF 99 TM. */
export interface LooseWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The road that it names, in lower case; null when it names none. */
  readonly road: string | null;
  /** Whether that road is in the municipality's place list, so that its name is certain. */
  readonly listed: boolean;
  /** Which cluster along its road it belongs to, among the wishes that name that road; null without one. */
  readonly roadCluster: number | null;
  /** Which cluster of near ones it belongs to, among those that name no listed road; null for the others. */
  readonly nearCluster: number | null;
}

/** How near is near, and how long a stretch may grow by itself; metres. */
export interface GatheringLimits {
  readonly nearMetres: number;
  readonly longestMetres: number;
}

/** A box in metres. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The smallest box that holds both. */
const around = (one: Extent, { x, y }: { readonly x: number; readonly y: number }): Extent => ({
  west: Math.min(one.west, x),
  south: Math.min(one.south, y),
  east: Math.max(one.east, x),
  north: Math.max(one.north, y),
});

const nowhere: Extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
const lengthOf = ({ west, south, east, north }: Extent): number => Math.hypot(east - west, north - south);

/** What a stretch would reach over with one more wish, or null when it would grow too long. One that staff made longer may keep its length. */
export function reachedWith(
  stretch: Extent,
  wish: { readonly x: number; readonly y: number },
  longestMetres: number,
): Extent | null {
  const reached = around(stretch, wish);
  return lengthOf(reached) <= Math.max(longestMetres, lengthOf(stretch)) ? reached : null;
}

/**
 * New stretches of wishes that lie on none. Those that name the same road and lie on after another belong together. Those whose road is
 * not certain go with the nearest wish within reach, whatever road that names; two listed roads are never mixed, however near a
 * crossing is. What is longer than one check can serve is cut at its widest gap.
 * @returns the ids of each stretch's wishes, in the order given
 */
export function gathered(wishes: readonly LooseWish[], limits: GatheringLimits): string[][] {
  const firm = grouped(
    wishes.filter(({ listed }) => listed),
    ({ road, roadCluster }) => `${road ?? ''} ${String(roadCluster)}`,
  );
  const groupOf = new Map(firm.flatMap((group) => group.map((wish) => [wish.id, group] as const)));
  const index = new NearIndex(firm.flat(), limits.nearMetres);
  const own: LooseWish[][] = [];
  for (const unit of looseUnits(wishes.filter(({ listed }) => !listed))) {
    const nearest = index.nearest(unit);
    const group = nearest && groupOf.get(nearest.id);
    if (group) group.push(...unit);
    else own.push(unit);
  }
  const place = new Map(wishes.map(({ id }, order) => [id, order]));
  const order = ({ id }: { readonly id: string }): number => place.get(id) ?? 0;
  return [...firm, ...own]
    .flatMap((group) => cut(group, limits.longestMetres))
    .map((group) => group.sort((one, other) => order(one) - order(other)).map(({ id }) => id));
}

/** Wishes without a certain road: those near each other belong together, and those that name the same road in a row. */
function looseUnits(wishes: readonly LooseWish[]): LooseWish[][] {
  const leader = new Map<string, string>();
  const top = (key: string): string => {
    let at = key;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const { road, roadCluster, nearCluster } of wishes) {
    if (road === null) continue;
    leader.set(top(`road ${road} ${String(roadCluster)}`), top(`near ${String(nearCluster)}`));
  }
  return grouped(wishes, ({ nearCluster }) => top(`near ${String(nearCluster)}`));
}

/** Cuts a group that is too long at its widest gap, along its longer side, until each part is short enough. */
function cut(group: LooseWish[], longestMetres: number): LooseWish[][] {
  const done: LooseWish[][] = [];
  const left = [group];
  for (let part = left.pop(); part; part = left.pop()) {
    const extent = part.reduce(around, nowhere);
    if (lengthOf(extent) <= longestMetres) {
      done.push(part);
      continue;
    }
    const along = extent.east - extent.west >= extent.north - extent.south ? 'x' : 'y';
    const sorted = [...part].sort((one, other) => one[along] - other[along]);
    const at = widestGap(sorted.map((wish) => wish[along]));
    left.push(sorted.slice(at), sorted.slice(0, at));
  }
  return done;
}

/** Before which of the sorted numbers the widest gap lies; gaps near the middle count for more, so that no long tail of one is left. */
function widestGap(sorted: readonly number[]): number {
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  let [best, at] = [-1, 1];
  for (let index = 1; index < sorted.length; index += 1) {
    const [before = 0, after = 0] = [sorted[index - 1], sorted[index]];
    const middle = (before + after) / 2;
    const weight = Math.min(middle - first, last - middle);
    const value = (after - before) * weight;
    if (value > best) [best, at] = [value, index];
  }
  return at;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Finds the nearest of many wishes: squares as wide as the reach, so that only nine are looked through. */
class NearIndex {
  private readonly squares = new Map<string, LooseWish[]>();

  constructor(
    wishes: readonly LooseWish[],
    private readonly reach: number,
  ) {
    for (const wish of wishes) {
      const key = this.key(Math.floor(wish.x / reach), Math.floor(wish.y / reach));
      const square = this.squares.get(key);
      if (square) square.push(wish);
      else this.squares.set(key, [wish]);
    }
  }

  /** The wish that is nearest to any of the group, within the reach. */
  nearest(group: readonly LooseWish[]): LooseWish | null {
    let [best, distance]: [LooseWish | null, number] = [null, this.reach];
    for (const { x, y } of group)
      for (const wish of this.about(x, y)) {
        const away = Math.hypot(wish.x - x, wish.y - y);
        if (away > distance || (away === distance && best)) continue;
        [best, distance] = [wish, away];
      }
    return best;
  }

  private *about(x: number, y: number): Iterable<LooseWish> {
    const [column, row] = [Math.floor(x / this.reach), Math.floor(y / this.reach)];
    for (let east = -1; east <= 1; east += 1)
      for (let north = -1; north <= 1; north += 1)
        yield* this.squares.get(this.key(column + east, row + north)) ?? [];
  }

  private key(column: number, row: number): string {
    return `${String(column)} ${String(row)}`;
  }
}
