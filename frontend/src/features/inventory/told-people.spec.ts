import { describe, expect, it } from '@jest/globals';
import { peopleToldOf, tellableMeasures } from './told-people.js';

const sent = (createdAt: string, people: number) => ({
  reference: createdAt,
  status: 'received' as const,
  placeName: null,
  description: null,
  people,
  createdAt,
});

describe('how many are told of a measure', () => {
  it.each([
    ['nobody asked for it', 0, [], 0],
    ['all had asked by its day', 5, [sent('2026-11-01T12:00:00Z', 3), sent('2026-11-20T12:00:00Z', 2)], 5],
    ['who asked later is not told', 5, [sent('2026-11-01T12:00:00Z', 3), sent('2026-11-21T12:00:00Z', 2)], 3],
    ['the day is that of Stockholm', 3, [sent('2026-11-20T23:30:00Z', 3)], 0],
    [
      'who stands behind two counts once',
      4,
      [sent('2026-11-01T12:00:00Z', 3), sent('2026-11-02T12:00:00Z', 3)],
      4,
    ],
  ])('%s', (_, people, proposals, told) => {
    expect(peopleToldOf({ people, proposals }, '2026-11-20')).toBe(told);
  });
});

describe('what those behind a proposal that is linked can be told of', () => {
  const done = { doneOn: '2026-11-20', isPublic: true, activityId: null, isCare: false };
  it.each([
    ['what everyone reads to be done', done, true],
    ['not what is planned', { ...done, doneOn: null }, false],
    ['not what staff alone read', { ...done, isPublic: false }, false],
    ['not what an activity tells of', { ...done, activityId: 'activity' }, false],
    ['not what recurs in the yearly wheel', { ...done, isCare: true }, false],
  ])('%s', (_, measure, isOffered) => {
    expect(tellableMeasures({ measures: [measure] })).toEqual(isOffered ? [measure] : []);
  });
});
