import { describe, expect, test } from '@jest/globals';
import { boxAround, metresBetween } from './distance.js';
import { emptyLog, emptyResult, faultyFigures, logBody, readFigure, resultBody } from './log-draft.js';
import { dayBefore, swedishDay, swedishMoment, swedishTime } from '../../platform/swedish-day.js';

describe('days and times in Sweden', () => {
  test.each([
    ['just before midnight in winter', '2026-01-14T22:59:00Z', '2026-01-14', '23:59'],
    ['just after midnight in winter', '2026-01-14T23:00:00Z', '2026-01-15', '00:00'],
    ['summer', '2026-07-01T22:30:00Z', '2026-07-02', '00:30'],
  ])('%s', (_, utc, day, time) => {
    expect(swedishDay(new Date(utc))).toBe(day);
    expect(swedishTime(new Date(utc))).toBe(time);
    expect(swedishMoment(day, time)).toBe(new Date(utc).toISOString());
  });
  test.each([
    ['not a time', '2026-07-01', '25:00', null],
    ['empty', '2026-07-01', '', null],
    ['an hour that the clock skips', '2026-03-29', '02:30', null],
  ])('%s', (_, day, time, moment) => {
    expect(swedishMoment(day, time)).toBe(moment);
  });
  test('the day before, over a month’s end', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  });
});

describe('distances', () => {
  test('a kilometre north of Nödinge', () => {
    expect(metresBetween([12.049, 57.895], [12.049, 57.904])).toBeCloseTo(1002, -1);
  });
  test('the box holds what is within it', () => {
    const [west, south, east, north] = boxAround([12.049, 57.895], 1000);
    expect(metresBetween([west, 57.895], [east, 57.895])).toBeCloseTo(2000, -1);
    expect(metresBetween([12.049, south], [12.049, north])).toBeCloseTo(2000, -1);
  });
});

describe('figures', () => {
  test.each([
    ['empty is not told', ' ', undefined],
    ['a whole number', '62', 62],
    ['with a space', '1 200', 1200],
    ['none', '0', 0],
    ['a part', '6,5', null],
    ['words', 'många', null],
    ['less than none', '-1', null],
  ])('%s', (_, text, figure) => {
    expect(readFigure(text)).toBe(figure);
  });
  test('only what was told is sent', () => {
    expect(resultBody({ ...emptyResult(), reported: '0', endedAt: '09:30' }, '2026-11-20')).toEqual({
      reported: 0,
      endedAt: '2026-11-20T08:30:00.000Z',
    });
    expect(faultyFigures({ ...emptyResult(), measured: 'x' })).toEqual(['measured']);
  });
});

describe('what is sent', () => {
  const draft = { ...emptyLog(), commitmentId: 'c', occurredOn: '2026-11-20', publicText: ' Kontroll. ' };
  test.each([
    ['the place of the proposals needs no position', { where: 'proposals', position: [12, 57] }, {}],
    ['my position', { where: 'here', position: [12, 57] }, { position: [12, 57] }],
    ['a locality', { where: 'locality', locality: 'nol' }, { locality: 'nol' }],
    ['proposals', { references: ['ALE-1'] }, { proposalReferences: ['ALE-1'] }],
    [
      'on behalf of',
      { onBehalfOf: 'polis', sourceNote: ' mejl ' },
      { onBehalfOf: 'polis', sourceNote: 'mejl' },
    ],
  ])('%s', (_, part, more) => {
    expect(logBody({ ...draft, ...(part as object) })).toEqual({
      commitmentId: 'c',
      occurredOn: '2026-11-20',
      publicText: 'Kontroll.',
      ...more,
    });
  });
});
