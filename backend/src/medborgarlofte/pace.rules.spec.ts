import { compared, countPace, daysLeft, elapsedDays, evenPace, neededPerMonth } from './pace.rules.js';

const period = { from: '2025-01-01', to: '2027-12-31' };
const untilFurtherNotice = { from: '2025-01-01', to: null };

describe('how much of the period has passed', () => {
  const rows: [string, string, number, number][] = [
    ['before it begins nothing has passed', '2024-12-31', 0, 1095],
    ['the first day counts as passed when it has come', '2025-01-01', 1, 1095],
    ['today counts as passed and as left', '2026-11-22', 691, 405],
    ['on the last day all has passed and one day is left', '2027-12-31', 1095, 1],
    ['after it ended nothing is left', '2028-03-01', 1095, 0],
  ];
  it.each(rows)('%s', (_name, today, passed, left) => {
    expect([elapsedDays(period, today), daysLeft(period, today)]).toEqual([passed, left]);
  });
});

describe('the even pace', () => {
  const rows: [string, number, string, number][] = [
    ['70 checks in three years are 44 on 22 November of the second', 70, '2026-11-22', 44],
    ['nothing is expected before the period', 70, '2024-12-31', 0],
    ['everything is expected on the last day', 70, '2027-12-31', 70],
    ['6 operations are 4 on that day', 6, '2026-11-22', 4],
  ];
  it.each(rows)('%s', (_name, target, today, expected) => {
    expect(Math.round(evenPace(target, period, today) ?? NaN)).toBe(expected);
  });
  it('is unknown for a promise without an end', () => {
    expect(evenPace(70, untilFurtherNotice, '2026-11-22')).toBeNull();
  });
});

describe('how many a month are needed', () => {
  const rows: [string, number, string, number | null][] = [
    ['29 in 405 days are 2.2 a month', 29, '2026-11-22', 2.2],
    ['none when the target is reached', 0, '2026-11-22', 0],
    ['none when there are more than enough', -3, '2026-11-22', 0],
    ['all of the period before it begins', 70, '2024-10-01', 1.9],
    ['unknown when no day is left', 2, '2028-01-01', null],
  ];
  it.each(rows)('%s', (_name, missing, today, needed) => {
    expect(neededPerMonth(missing, period, today)).toBe(needed);
  });
  it('is unknown for a promise without an end', () => {
    expect(neededPerMonth(5, untilFurtherNotice, '2026-11-22')).toBeNull();
  });
});

describe('the pace of a count', () => {
  const rows: [string, number, number, string, string][] = [
    ['41 of 70 where 44 are expected: within the twentieth', 41, 70, '2026-11-22', 'on-track'],
    ['40 of 70 where 44 are expected: behind', 40, 70, '2026-11-22', 'behind'],
    ['48 of 70 where 44 are expected: ahead', 48, 70, '2026-11-22', 'ahead'],
    ['one fewer than expected of a small target', 3, 6, '2026-11-22', 'on-track'],
    ['two fewer than expected of a small target', 1, 6, '2026-11-22', 'behind'],
    ['nothing on the first day', 0, 70, '2025-01-01', 'on-track'],
    ['69 of 70 on the last day', 69, 70, '2027-12-31', 'on-track'],
    ['69 of 70 the day after', 69, 70, '2028-01-01', 'behind'],
    ['70 of 70 the day after', 70, 70, '2028-01-01', 'on-track'],
  ];
  it.each(rows)('%s', (_name, done, target, today, pace) => {
    expect(countPace(done, target, period, today)).toBe(pace);
  });
  it('without an end knows only whether the target is reached', () => {
    expect(countPace(3, 4, untilFurtherNotice, '2026-11-22')).toBe('on-track');
    expect(countPace(4, 4, untilFurtherNotice, '2026-11-22')).toBe('ahead');
  });
});

describe('a comparison', () => {
  it.each([
    [2, 4, 2, 'on-track'],
    [1.9, 4, 2, 'behind'],
    [6, 4, 2, 'on-track'],
    [6.1, 4, 2, 'ahead'],
  ])('of %d with %d and a tolerance of %d is %s', (done, expected, tolerance, pace) => {
    expect(compared(done, expected, tolerance)).toBe(pace);
  });
});
