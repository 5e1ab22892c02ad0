import { boxOf, type CellRange } from './map-grid.rules.js';
import type { MapRow } from './map.repository.js';

/** A cell's counts: how many of each kind are wanted, and where all that lie in it lie on average. */
interface CellSum {
  readonly x: number;
  readonly y: number;
  a: number;
  b: number;
  c: number;
  total: number;
  lngSum: number;
  latSum: number;
}

/** The map as GeoJSON text; its `bbox` is the box of whole cells in which the counts are complete. */
export function mapGeoJson(range: CellRange, { pins, cells }: MapRow): string {
  const features = pins ?? (cells === null ? '' : clusters(range.level, cells));
  return `{"type":"FeatureCollection","bbox":[${boxOf(range).join(',')}],"features":[${features}]}`;
}

/** Put together by hand: objects for two thousand clusters would take longer than reading them. */
function clusters(level: number, cells: string): string {
  const features: string[] = [];
  for (const { x, y, a, b, c, total, lngSum, latSum } of addedUp(cells)) {
    const count = a + b + c;
    if (count === 0) continue;
    const bounds = boxOf({ level, fromX: x, toX: x + 1, fromY: y, toY: y + 1 });
    features.push(
      `{"type":"Feature","geometry":{"type":"Point","coordinates":[${mean(lngSum, total)},${mean(latSum, total)}]},` +
        `"properties":{"cluster":true,"count":${count},"kinds":[${a},${b},${c}],"bounds":[${bounds.join(',')}]}}`,
    );
  }
  return features.join(',');
}

/** One sum per cell: a cell comes as often as it has parts (municipalities, what is not folded yet). */
function addedUp(cells: string): Iterable<CellSum> {
  const sums = new Map<string, CellSum>();
  for (const part of cells.split(';')) {
    const [x = 0, y = 0, a = 0, b = 0, c = 0, total = 0, lngSum = 0, latSum = 0] = part
      .split(' ')
      .map(Number);
    const sum = sums.get(`${x} ${y}`);
    if (!sum) {
      sums.set(`${x} ${y}`, { x, y, a, b, c, total, lngSum, latSum });
      continue;
    }
    sum.a += a;
    sum.b += b;
    sum.c += c;
    sum.total += total;
    sum.lngSum += lngSum;
    sum.latSum += latSum;
  }
  return sums.values();
}

/** Sums are in millionths of a degree; five decimals are about a metre. */
const mean = (sum: number, count: number): number => Math.round(sum / count / 10) / 1e5;
