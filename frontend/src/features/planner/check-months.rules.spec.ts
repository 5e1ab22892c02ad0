import { describe, expect, it } from '@jest/globals';
import type { StretchCheck } from '@lofteskartan/shared/contracts/stretches';
import { checkMonths } from './check-months.rules.js';

const check = (occurredOn: string, more: Partial<StretchCheck> = {}): StretchCheck => ({
  id: occurredOn,
  occurredOn,
  publicText: 'Kontroll',
  durationMinutes: null,
  measured: null,
  reported: null,
  method: null,
  released: true,
  ...more,
});
const today = '2026-11-26';

describe('checks by month', () => {
  it.each<[name: string, days: string[], months: [string, number][], earlier: number]>([
    ['none', [], [['2026-11', 0]], 0],
    ['one this month', ['2026-11-03'], [['2026-11', 1]], 0],
    [
      'over the turn of a year, months without one too',
      ['2026-12-30', '2026-11-03', '2026-11-20'],
      [
        ['2026-11', 2],
        ['2026-12', 1],
        ['2027-01', 0],
      ],
      0,
    ],
  ])('%s', (_, days, expected, earlier) => {
    const now = days.includes('2026-12-30') ? '2027-01-15' : today;
    const found = checkMonths(
      days.map((day) => check(day)),
      now,
    );
    expect([found.months.map(({ month, checks }) => [month, checks]), found.earlier]).toEqual([
      expected,
      earlier,
    ]);
  });

  it('go two years back, and tell how many are older', () => {
    const { months, earlier } = checkMonths(
      [check('2024-11-30'), check('2024-12-01'), check('2026-11-03')],
      today,
    );
    expect([months.length, months[0]?.month, months[0]?.checks, earlier]).toEqual([24, '2024-12', 1, 1]);
  });

  it('tell the share of those checks that tell both figures', () => {
    const { months } = checkMonths(
      [
        check('2026-11-01', { measured: 100, reported: 7, method: 'moving' }),
        check('2026-11-02', { measured: 50, method: 'moving' }),
        check('2026-11-03', { reported: 3, method: 'atk' }),
        check('2026-11-04', { measured: 0, reported: 0 }),
      ],
      today,
    );
    expect(months).toEqual([
      {
        month: '2026-11',
        checks: 4,
        measured: 150,
        share: { measured: 100, reported: 7 },
        methods: ['moving', 'atk'],
      },
    ]);
  });
});
