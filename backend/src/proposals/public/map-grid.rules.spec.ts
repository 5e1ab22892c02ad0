import { LISTED_STATUSES, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import type { Box } from '@lofteskartan/shared/position';
import {
  boxOf,
  cellOf,
  cellsCovering,
  cellsFor,
  COARSEST_LEVEL,
  FINEST_LEVEL,
  microdegrees,
  MOST_ROWS,
  slotOf,
  SLOTS,
  slotsByKind,
} from './map-grid.rules.js';

const world: Box = [-180, -90, 180, 90];
const ale: Box = [12.008, 57.806, 12.435, 58.116];

describe('the cell of a position', () => {
  it.each([
    ['the south-west corner of the world', [-180, -90], 5, { x: 0, y: 0 }],
    ['where Greenwich meets the equator: east and north of it', [0, 0], 5, { x: 16, y: 16 }],
    ['a hair west of Greenwich', [-Number.MIN_VALUE, 0], 5, { x: 15, y: 16 }],
    ['a hair south of the equator', [0, -1e-17], 17, { x: 65_536, y: 65_535 }],
    ['on a west edge', [11.25, 56.25], 5, { x: 17, y: 26 }],
    ['just before that edge', [11.24999, 56.24999], 5, { x: 16, y: 25 }],
    ['the largest number before that edge', [11.249999999999998, 56.24999999999999], 5, { x: 16, y: 25 }],
    ['Nödinge', [12.0491, 57.8953], 17, { x: 69_922, y: 107_694 }],
    ['the date line from the west is outside the world', [180, 90], 5, { x: 32, y: 32 }],
  ] as const)('%s', (_, [lng, lat], level, cell) => {
    expect(cellOf(lng, lat, level)).toEqual(cell);
  });

  it('lies in the cell above it at every level', () => {
    for (let level = COARSEST_LEVEL; level < FINEST_LEVEL; level += 1) {
      const finest = cellOf(12.0491, 57.8953, FINEST_LEVEL);
      const shift = FINEST_LEVEL - level;
      expect(cellOf(12.0491, 57.8953, level)).toEqual({ x: finest.x >> shift, y: finest.y >> shift });
    }
  });
});

describe('the whole cells that cover a box', () => {
  it.each([
    ['the world', world, 5, [0, 32, 0, 32]],
    ['a box that is a cell', [0, 0, 11.25, 5.625], 5, [16, 17, 16, 17]],
    [
      'a box that begins on an edge and ends a hair over one',
      [0, 0, 11.250000000000002, 5.625],
      5,
      [16, 18, 16, 17],
    ],
    ['a box within a cell', [1, 1, 2, 2], 5, [16, 17, 16, 17]],
    ['Ale at level 10', ale, 10, [546, 548, 840, 843]],
  ] as const)('%s', (_, box, level, [fromX, toX, fromY, toY]) => {
    expect(cellsCovering(box as unknown as Box, level)).toEqual({ level, fromX, toX, fromY, toY });
  });

  it('is a box of at least that size, whose own cells are the same', () => {
    for (let level = COARSEST_LEVEL; level <= FINEST_LEVEL; level += 1) {
      const range = cellsCovering(ale, level);
      const box = boxOf(range);
      expect(box[0] <= ale[0] && box[1] <= ale[1] && box[2] >= ale[2] && box[3] >= ale[3]).toBe(true);
      expect(cellsCovering(box, level)).toEqual(range);
    }
  });
});

describe('how fine the answer to a box is', () => {
  it.each([
    ['the world at zoom 0', world, 0, 5],
    ['the world at zoom 20 is still the world', world, 20, 5],
    ['Ale on a phone', ale, 10, 12],
    ['Ale at zoom 20', ale, 20, 14],
    ['a street', [12.04, 57.89, 12.05, 57.895], 17, 17],
    ['a doorstep at the closest zoom', [12.04, 57.89, 12.0401, 57.8901], 20, 17],
    ['a strip from pole to pole', [12, -90, 12.001, 90], 15, 6],
    ['a strip around the world', [-180, 57, 180, 57.001], 15, 10],
    ['between two zoom levels, the nearer', ale, 7.6, 10],
  ] as const)('%s', (_, box, zoom, level) => {
    expect(cellsFor(box as unknown as Box, zoom).level).toBe(level);
  });

  it('never has more than 2,000 cells or 100 rows, and always covers the box', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 5000; round += 1) {
      const size = 10 ** (random() * 6 - 4);
      const west = random() * 360 - 180;
      const south = random() * 180 - 90;
      const asked: Box = [
        west,
        south,
        Math.min(west + size * random(), 180),
        Math.min(south + size * random(), 90),
      ];
      if (asked[0] >= asked[2] || asked[1] >= asked[3]) continue;
      const range = cellsFor(asked, Math.floor(random() * 21));
      const [columns, rows] = [range.toX - range.fromX, range.toY - range.fromY];
      expect(columns * rows).toBeLessThanOrEqual(2000);
      expect(rows).toBeLessThanOrEqual(MOST_ROWS);
      const box = boxOf(range);
      expect(box[0] <= asked[0] && box[1] <= asked[1] && box[2] >= asked[2] && box[3] >= asked[3]).toBe(true);
      expect(range.fromX).toBeGreaterThanOrEqual(0);
      expect(range.toX).toBeLessThanOrEqual(2 ** range.level);
    }
  });
});

describe('slots of the counts', () => {
  it('are 24, each for one kind and status, from 1', () => {
    const slots = PROPOSAL_KINDS.flatMap((kind) => LISTED_STATUSES.map((status) => slotOf(kind, status)));
    expect(slots).toEqual(Array.from({ length: SLOTS }, (_, index) => index + 1));
  });

  it.each([
    ['no filter', undefined, undefined, [8, 8, 8]],
    ['one kind', ['idea'], undefined, [0, 0, 8]],
    ['two statuses', undefined, ['done', 'planned'], [2, 2, 2]],
    ['one of each', ['dark-place'], ['done'], [0, 1, 0]],
  ] as const)('%s', (_, kinds, statuses, counts) => {
    expect(slotsByKind(kinds, statuses).map((slots) => slots.length)).toEqual(counts);
  });
});

describe('millionths of a degree', () => {
  it.each([
    [12.04912, 12_049_120],
    [-0.0000005, 0],
    [0.0000005, 1],
    [-180, -180_000_000],
  ])('of %d are %d', (degrees, millionths) => {
    expect(microdegrees(degrees)).toBeCloseTo(millionths, 10);
  });
});
