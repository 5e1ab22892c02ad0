import { hasWaitedLonger, isSwedishWorkingDay } from '@lofteskartan/shared/working-days';
import { addDays } from './dates.js';
import { addWorkingDays, isWorkingDay, workingDaysEnd } from './working-days.js';

describe('working days', () => {
  it.each([
    ['an ordinary Monday', '2026-11-16', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['Christmas Eve', '2026-12-24', false],
    ['Christmas Day', '2026-12-25', false],
    ['the days between', '2026-12-28', true],
    ['New Year’s Eve', '2026-12-31', false],
    ['New Year’s Day', '2027-01-01', false],
    ['the eve of Epiphany, a half-day for many', '2027-01-05', true],
    ['Epiphany', '2027-01-06', false],
    ['Maundy Thursday', '2027-03-25', true],
    ['Good Friday', '2027-03-26', false],
    ['Easter Monday', '2027-03-29', false],
    ['Walpurgis Night', '2026-04-30', true],
    ['the first of May', '2026-05-01', false],
    ['Ascension Day', '2026-05-14', false],
    ['the national day on a weekday', '2028-06-06', false],
    ['midsummer’s eve, a Friday', '2026-06-19', false],
    ['the Monday after midsummer', '2026-06-22', true],
    ['Whit Monday, a holiday until 2004', '2026-05-25', true],
  ])('%s', (_, date, works) => {
    expect(isWorkingDay(date)).toBe(works);
  });

  it.each([
    ['over a weekend', '2026-11-18', 5, '2026-11-25'],
    ['from a Saturday', '2026-11-21', 5, '2026-11-27'],
    ['over midsummer', '2026-06-17', 5, '2026-06-25'],
    ['over Christmas', '2026-12-22', 5, '2027-01-04'],
    ['over Easter', '2027-03-24', 5, '2027-04-02'],
    ['none', '2026-11-18', 0, '2026-11-18'],
  ])('five later: %s', (_, from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
  });

  it.each([
    // Wednesday 18 November + 5 working days = Wednesday 25: it has waited too long on the 26th.
    ['the last day itself is not too long', '2026-11-18T12:00:00Z', 5, '2026-11-25T23:00:00.000Z'],
    ['however late on its day it came', '2026-11-18T22:59:59Z', 5, '2026-11-25T23:00:00.000Z'],
    ['a minute later is the day after', '2026-11-18T23:00:00Z', 5, '2026-11-26T23:00:00.000Z'],
    ['from a Saturday: the Friday after is the fifth', '2026-11-21T12:00:00Z', 5, '2026-11-27T23:00:00.000Z'],
    ['in summer time', '2026-07-02T12:00:00Z', 5, '2026-07-09T22:00:00.000Z'],
    ['across the change of the clocks', '2026-10-20T12:00:00Z', 5, '2026-10-27T23:00:00.000Z'],
    ['over Christmas', '2026-12-22T12:00:00Z', 5, '2027-01-04T23:00:00.000Z'],
    ['over midsummer', '2026-06-17T12:00:00Z', 5, '2026-06-25T22:00:00.000Z'],
    ['one working day', '2026-11-20T12:00:00Z', 1, '2026-11-23T23:00:00.000Z'],
    ['ten', '2026-11-18T12:00:00Z', 10, '2026-12-02T23:00:00.000Z'],
  ])('it has waited too long from: %s', (_, since, days, end) => {
    expect(workingDaysEnd(new Date(since), days).toISOString()).toBe(end);
  });
});

describe('what browsers count by', () => {
  it('knows the same working days as the library, for forty years', () => {
    const wrong: string[] = [];
    for (let date = '2010-01-01'; date < '2050-01-01'; date = addDays(date, 1))
      if (isSwedishWorkingDay(date) !== isWorkingDay(date)) wrong.push(date);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-12-22T12:00:00Z', 3],
    ['2026-04-01T12:00:00Z', 5],
    ['2026-11-23T23:30:00Z', 1],
  ])('ends a time at the same moment: from %s, %s working days', (since, days) => {
    const end = workingDaysEnd(new Date(since), days);
    expect(hasWaitedLonger(new Date(since), days, new Date(end.getTime() - 1))).toBe(false);
    expect(hasWaitedLonger(new Date(since), days, end)).toBe(true);
  });
});
