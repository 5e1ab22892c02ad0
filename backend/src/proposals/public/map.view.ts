import { boxOf, type CellRange } from './map-grid.rules.js';
import type { MapRow } from './map.repository.js';

/** Numbers of a cell in `MapRow.cells`: column, row, how many of each kind are wanted, and of all in it how many and where. */
const NUMBERS = 8;

/** The map as GeoJSON text; its `bbox` is the box of whole cells in which the counts are complete. */
export function mapGeoJson(range: CellRange, { pins, cells }: MapRow): string {
  const features = pins ?? (cells === null ? '' : clusters(range.level, cells));
  return `{"type":"FeatureCollection","bbox":[${boxOf(range).join(',')}],"features":[${features}]}`;
}

/** Put together by hand: objects for two thousand clusters would take longer than reading them. */
function clusters(level: number, cells: string): string {
  const edges = new Edges(level);
  let features = '';
  for (const [x = 0, y = 0, a = 0, b = 0, c = 0, total = 0, lngSum = 0, latSum = 0] of addedUp(cells)) {
    const count = a + b + c;
    if (count === 0) continue;
    features +=
      `${features && ','}{"type":"Feature","geometry":{"type":"Point","coordinates":[${mean(lngSum, total)},${mean(latSum, total)}]},` +
      `"properties":{"cluster":true,"count":${count},"kinds":[${a},${b},${c}],` +
      `"bounds":[${edges.west(x)},${edges.south(y)},${edges.west(x + 1)},${edges.south(y + 1)}]}}`;
  }
  return features;
}

/** One sum per cell: a cell comes as often as it has parts (municipalities, what is not folded yet). */
function addedUp(cells: string): Iterable<number[]> {
  const numbers = JSON.parse(`[${cells}]`) as number[];
  const sums = new Map<number, number[]>();
  for (let from = 0; from < numbers.length; from += NUMBERS) {
    const part = numbers.slice(from, from + NUMBERS);
    const [x = 0, y = 0] = part;
    const place = x * 2 ** 20 + y;
    const sum = sums.get(place);
    if (!sum) sums.set(place, part);
    else for (let index = 2; index < NUMBERS; index += 1) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0);
  }
  return sums.values();
}

/** The edges of cells as text: each is shared by a whole column or row, and writing such numbers takes its time. */
class Edges {
  private readonly wests = new Map<number, string>();
  private readonly souths = new Map<number, string>();

  constructor(private readonly level: number) {}

  west(x: number): string {
    return this.edge(
      this.wests,
      x,
      () => boxOf({ level: this.level, fromX: x, toX: x, fromY: 0, toY: 0 })[0],
    );
  }

  south(y: number): string {
    return this.edge(
      this.souths,
      y,
      () => boxOf({ level: this.level, fromX: 0, toX: 0, fromY: y, toY: y })[1],
    );
  }

  private edge(known: Map<number, string>, cell: number, degrees: () => number): string {
    let text = known.get(cell);
    if (text === undefined) known.set(cell, (text = String(degrees())));
    return text;
  }
}

/** Sums are in millionths of a degree; five decimals are about a metre. */
const mean = (sum: number, count: number): number => Math.round(sum / count / 10) / 1e5;
