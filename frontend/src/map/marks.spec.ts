import { describe, expect, test } from '@jest/globals';
import type { Box, Position } from '@lofteskartan/shared/position';
import { APART_FROM_ZOOM, ClusterIndex, type Pin } from './cluster-index.js';
import { placeLabels, type LabelWish } from './label-placement.js';
import { ringArcs } from './ring.js';
import { missesOf } from './tile-count.js';

const ALE: Box = [11.9, 57.7, 12.5, 58.2];
const pin = (key: string, position: Position, shape: Pin['shape'] = 'disc'): Pin => ({
  key,
  position,
  shape,
  fill: 'outline',
  tone: 'wait',
  label: key,
});

describe('pins and clusters', () => {
  const near = [pin('a', [12.05, 57.895]), pin('b', [12.0501, 57.895], 'lantern'), pin('c', [12.3, 58])];

  test('pins nearer than a fingertip are gathered, with their parts, their box and the place of the first in the list', () => {
    const marks = new ClusterIndex(near, []).marks(ALE, 12);
    expect(marks).toHaveLength(2);
    expect(marks[0]).toMatchObject({
      type: 'cluster',
      count: 2,
      counts: { disc: 1, lantern: 1, bubble: 0 },
      box: [12.05, 57.895, 12.0501, 57.895],
      order: 0,
    });
    expect(marks[1]).toMatchObject({ type: 'pin', key: 'c' });
  });

  test('close by they stand apart, in list order', () => {
    const marks = new ClusterIndex(near, []).marks(ALE, APART_FROM_ZOOM);
    expect(marks.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  test('what a server counted keeps its counts and its box, alone and gathered with a pin', () => {
    const counted = [
      {
        position: [12.05, 57.895] as Position,
        counts: { disc: 5, lantern: 2, bubble: 1 },
        box: [12.04, 57.89, 12.06, 57.9] as Box,
      },
    ];
    expect(new ClusterIndex([], counted).marks(ALE, 12)).toMatchObject([
      { type: 'cluster', count: 8, box: [12.04, 57.89, 12.06, 57.9] },
    ]);
    expect(new ClusterIndex([near[0] as Pin], counted).marks(ALE, 12)).toMatchObject([
      {
        type: 'cluster',
        count: 9,
        counts: { disc: 6, lantern: 2, bubble: 1 },
        box: [12.04, 57.89, 12.06, 57.9],
      },
    ]);
  });

  test('no count is lost at any zoom', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      pin(String(index), [12 + (index % 25) / 100, 57.8 + Math.floor(index / 25) / 100]),
    );
    const index = new ClusterIndex(many, []);
    for (let zoom = 8; zoom <= 18; zoom += 1) {
      const sum = index
        .marks(ALE, zoom)
        .reduce((total, mark) => total + (mark.type === 'pin' ? 1 : mark.count), 0);
      expect(sum).toBe(500);
    }
  });
});

describe('the ring of a cluster', () => {
  test.each<[string, number[], number[]]>([
    ['one part is a whole circle', [0, 4, 0], [1]],
    ['parts without anything have no arc', [3, 0, 1], [0, 2]],
    ['nothing at all has no arcs', [0, 0, 0], []],
  ])('%s', (_case, parts, drawn) => {
    expect(ringArcs(parts, 20, 15).map(({ part }) => part)).toEqual(drawn);
  });

  test('more than half is a large arc', () => {
    const [most, rest] = ringArcs([9, 1, 0], 20, 15);
    expect(most?.d).toContain('0 1 1');
    expect(rest?.d).toContain('0 0 1');
  });
});

describe('names on the map', () => {
  const wish = (text: string, x: number, y: number, rank: number, offset = 0): LabelWish => ({
    text,
    x,
    y,
    size: 14,
    rank,
    offset,
  });
  const names = (...asked: Parameters<typeof placeLabels>) =>
    placeLabels(...asked).map(({ wish: { text } }) => text);

  test('the more important name keeps its place, the other one moves', () => {
    const placed = placeLabels([wish('Nol', 100, 104, 2), wish('Nödinge', 100, 100, 1)]);
    expect(placed[0]).toMatchObject({ x: 100, y: 100, wish: { text: 'Nödinge' } });
    expect(placed[1]?.y).not.toBe(104);
  });

  test('a name makes way for a mark on the map', () => {
    const [placed] = placeLabels(
      [wish('Nol', 100, 100, 1)],
      [{ left: 80, right: 120, top: 80, bottom: 120 }],
    );
    expect(Math.abs((placed?.y ?? 100) - 100) + Math.abs((placed?.x ?? 100) - 100)).toBeGreaterThan(15);
  });

  test('a name without a free place is left out, and so is one that the edge would cut', () => {
    const everywhere = [{ left: 0, right: 1000, top: 0, bottom: 1000 }];
    expect(names([wish('Nol', 500, 500, 1)], everywhere)).toEqual([]);
    expect(
      names([wish('Skepplanda', 5, 500, 1, 8)], [], { left: 0, right: 40, top: 0, bottom: 1000 }),
    ).toEqual([]);
  });
});

describe('missing tiles', () => {
  test.each<[string, number, number, number, ReturnType<typeof missesOf>]>([
    ['none', 12, 0, 0, 'none'],
    ['one of many', 20, 1, 0, 'none'],
    ['a quarter', 9, 3, 1, 'some'],
    ['all so far, but few', 0, 3, 3, 'some'],
    ['four in a row', 20, 4, 4, 'too-many'],
  ])('%s', (_case, loaded, failed, failedInARow, verdict) => {
    expect(missesOf({ loaded, failed, failedInARow })).toBe(verdict);
  });
});
