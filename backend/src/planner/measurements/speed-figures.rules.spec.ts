import { describe, expect, it } from '@jest/globals';
import { readMoment } from './measurement-cells.rules.js';
import type { BandColumn } from './measurement-heads.rules.js';
import {
  coarse,
  type Figures,
  figuresOfIntervals,
  figuresOfPassages,
  hoursToKeep,
  type Interval,
} from './speed-figures.rules.js';

const at = (time: string): number => readMoment(`2026-11-03 ${time}`) ?? NaN;
const passing = (...speeds: number[]) =>
  figuresOfPassages(
    speeds.map((speed, index) => ({ at: at('07:00') + index * 60, speed })),
    50,
  );
const columns: BandColumn[] = [
  { index: 2, from: 30, to: 40 },
  { index: 3, from: 40, to: 50 },
  { index: 4, from: 50, to: null },
];
const interval = (time: string, more: Partial<Interval>): Interval => ({
  from: at(time),
  to: at(time) + 3600,
  passages: 10,
  mean: null,
  p85: null,
  inBands: [],
  ...more,
});

describe('passages one by one', () => {
  it.each<[name: string, speeds: number[], mean: number, p85: number, over: number]>([
    ['a single one', [46], 46, 46, 0],
    ['all the same', [50, 50, 50], 50, 50, 0],
    [
      'one to a hundred: 85 of them drive 85 or slower',
      Array.from({ length: 100 }, (_, i) => i + 1),
      50.5,
      85,
      50,
    ],
    ['twenty: the seventeenth', Array.from({ length: 20 }, (_, i) => 31 + i), 40.5, 47, 0],
    ['not whole', [46.4, 46.6], 46.5, 46.6, 0],
    ['at the limit is not above it', [50, 50.5, 51], 50.5, 51, 2],
  ])('%s', (_, speeds, mean, p85, over) => {
    expect(passing(...speeds)).toMatchObject({ mean, p85, overLimit: over, passages: speeds.length });
  });

  it('lie as far from the mean as a standard deviation says', () => {
    expect([passing(40, 50)?.deviation, passing(40)?.deviation]).toEqual([7.07, null]);
  });

  it('are kept by the hour, in steps, and no longer one by one', () => {
    const figures = passing(...Array.from({ length: 90 }, (_, index) => 40 + (index % 3)));
    expect(figures?.hours).toEqual([
      { at: at('07:00'), passages: 60, speedSum: 2460, bands: [{ from: 40, to: 45, passages: 60 }] },
      { at: at('08:00'), passages: 30, speedSum: 1230, bands: [{ from: 40, to: 45, passages: 30 }] },
    ]);
    expect(figures?.bands.map(({ from, passages }) => [from, passages])).toEqual([
      [40, 30],
      [41, 30],
      [42, 30],
    ]);
    expect([figures?.byHour?.[7], figures?.byHour?.[8], figures?.byWeekday?.[1]]).toEqual([60, 30, 90]);
  });

  it('come to nothing without a passage', () => {
    expect(figuresOfPassages([], 50)).toBeNull();
  });
});

describe('intervals', () => {
  it.each<[name: string, intervals: Interval[], bands: BandColumn[], figures: Partial<Figures>]>([
    [
      'means are weighed by passages; percentiles of several make none of all',
      [
        interval('07:00', { passages: 30, mean: 40, p85: 46 }),
        interval('08:00', { passages: 10, mean: 60, p85: 66 }),
      ],
      [],
      { passages: 40, mean: 45, meanFrom: 'intervals', p85: null, p85From: 'unknown', deviation: null },
    ],
    [
      'a single interval has the device’s own percentile',
      [interval('07:00', { mean: 44, p85: 51 })],
      [],
      { mean: 44, p85: 51, p85From: 'device', overLimit: null },
    ],
    [
      'hours in which nobody passed weigh nothing',
      [interval('07:00', { mean: 44, p85: 51 }), interval('08:00', { passages: 0 })],
      [],
      { passages: 10, mean: 44, p85: 51 },
    ],
    [
      'bands give an approximate mean and percentile',
      [interval('07:00', { passages: 100, inBands: [40, 60, 0] })],
      columns,
      { mean: 41, meanFrom: 'bands', p85: 47.5, p85From: 'bands', overLimit: 0 },
    ],
    [
      'a mean beside the bands is the better one',
      [interval('07:00', { passages: 100, mean: 42.2, inBands: [40, 60, 0] })],
      columns,
      { mean: 42.2, meanFrom: 'intervals', p85: 47.5 },
    ],
    [
      'a percentile in an open band is not known',
      [interval('07:00', { passages: 100, inBands: [40, 40, 20] })],
      columns,
      { p85: null, p85From: 'unknown', overLimit: 20 },
    ],
    [
      'bands that do not hold all who passed tell nothing of all',
      [
        interval('07:00', { passages: 100, mean: 44, inBands: [40, 40, 20] }),
        interval('08:00', { passages: 100, mean: 44, inBands: [0, 0, 20] }),
      ],
      columns,
      { mean: 44, deviation: null, p85: null, p85From: 'unknown', overLimit: null, bands: [] },
    ],
    [
      'nor do those that hold some twice',
      [interval('07:00', { passages: 100, mean: 44, inBands: [60, 40, 20] })],
      columns,
      { mean: 44, deviation: null, p85: null, overLimit: null, bands: [] },
    ],
  ])('%s', (_, intervals, bands, figures) => {
    expect(figuresOfIntervals(intervals, bands, 50)).toMatchObject(figures);
  });

  it.each([
    [50, 20],
    [40, 60],
    [45, null],
    [null, null],
  ])('of bands, so many are above %p: %p', (limit, over) => {
    const given = [interval('07:00', { passages: 100, inBands: [40, 40, 20] })];
    expect(figuresOfIntervals(given, columns, limit)?.overLimit).toBe(over);
  });

  it('longer than an hour do not say when', () => {
    const day = interval('00:00', { to: at('23:00'), mean: 44 });
    expect(figuresOfIntervals([day], [], null)).toMatchObject({ byHour: null, byWeekday: null });
    expect(figuresOfIntervals([interval('07:00', { mean: 44 })], [], null)?.byHour?.[7]).toBe(10);
  });

  it('come to nothing when nobody passed', () => {
    expect(figuresOfIntervals([interval('07:00', { passages: 0 })], [], null)).toBeNull();
  });
});

it('bands of 1 km/h are shown by five; those of a file as they are', () => {
  const one = (from: number, passages: number) => ({ from, to: from + 1, passages });
  expect(coarse([one(44, 2), one(45, 3), one(49, 1)])).toEqual([
    { from: 40, to: 45, passages: 2 },
    { from: 45, to: 50, passages: 4 },
  ]);
  const told = [{ from: 0, to: 30, passages: 4 }];
  expect(coarse(told)).toEqual(told);
});

it('the hour that spring leaves out is kept with the next, and one in which fewer than five passed is not', () => {
  const hour = (time: string, passages: number) => {
    const bands = [{ from: 40, to: 45, passages }];
    return { at: readMoment(`2026-03-29 ${time}`) ?? NaN, passages, speedSum: passages * 42, bands };
  };
  const kept = hoursToKeep([hour('01:00', 5), hour('02:00', 3), hour('03:00', 4), hour('04:00', 4)]);
  expect(
    kept.map(({ at: moment, passages, speedSum }) => [moment.toISOString(), passages, speedSum]),
  ).toEqual([
    ['2026-03-29T00:00:00.000Z', 5, 210],
    ['2026-03-29T01:00:00.000Z', 7, 294],
  ]);
});
