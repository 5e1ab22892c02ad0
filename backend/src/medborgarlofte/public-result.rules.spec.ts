import type { ActivityResult } from '@lofteskartan/shared/contracts/activities';
import { publicResult, yearlyTotals, type DatedResult } from './public-result.rules.js';

describe('the published result of an activity', () => {
  const reported: [string, number | undefined, number | null, boolean][] = [
    ['nobody told', undefined, null, false],
    ['nobody reported', 0, 0, false],
    ['one reported', 1, null, true],
    ['four reported', 4, null, true],
    ['five reported', 5, 5, false],
  ];
  it.each(reported)('%s', (_name, given, shown, fewer) => {
    const made = publicResult(given === undefined ? {} : { reported: given }, true);
    expect([made.reported, made.reportedFewerThanFive]).toEqual([shown, fewer]);
  });

  it.each([
    [undefined, null],
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('%s participants read %s', (given, shown) => {
    expect(publicResult(given === undefined ? {} : { participants: given }, true).participants).toBe(shown);
  });

  it('holds no time, no speed and no licence', () => {
    const result: ActivityResult = {
      endedAt: '2026-03-01T08:30:00Z',
      durationMinutes: 60,
      measured: 212,
      reported: 9,
      licencesSeized: 2,
      topSpeed: 131,
      subject: 'Göteborgsvägen',
    };
    expect(publicResult(result, true)).toEqual({
      measured: 212,
      reported: 9,
      reportedFewerThanFive: false,
      participants: null,
      subject: 'Göteborgsvägen',
    });
  });

  it('does not say what it concerned where that would say where it was', () => {
    expect(publicResult({ subject: 'Bohusskolan' }, false).subject).toBeNull();
  });
});

describe('yearly totals', () => {
  const checks = (year: number, results: DatedResult['result'][]): DatedResult[] =>
    results.map((result, index) => ({ occurredOn: `${year}-03-0${index + 1}`, result }));
  const five = (more: DatedResult['result'][]) => [
    ...more,
    { measured: 1 },
    { measured: 1 },
    { measured: 1 },
  ];

  const rows: [string, DatedResult[], ReturnType<typeof yearlyTotals>][] = [
    ['nothing released', [], []],
    [
      'four results are too few',
      checks(2026, [{ topSpeed: 90 }, { topSpeed: 91 }, { topSpeed: 92 }, { licencesSeized: 7 }]),
      [],
    ],
    [
      'five results',
      checks(
        2026,
        five([
          { licencesSeized: 4, topSpeed: 99 },
          { licencesSeized: 3, topSpeed: 120 },
        ]),
      ),
      [{ year: 2026, licencesSeized: 7, topSpeed: 120 }],
    ],
    [
      'four licences in the year are hidden',
      checks(2026, five([{ licencesSeized: 3, topSpeed: 99 }, { licencesSeized: 1 }])),
      [{ year: 2026, licencesSeized: null, topSpeed: 99 }],
    ],
    [
      'no licence in the year',
      checks(2026, five([{ licencesSeized: 0 }, { topSpeed: 88 }])),
      [{ year: 2026, licencesSeized: 0, topSpeed: 88 }],
    ],
    ['activities without a result do not make a year', checks(2026, [{}, {}, {}, {}, { topSpeed: 130 }]), []],
    ['nothing seized or clocked is told', checks(2026, five([{ reported: 2 }, { reported: 0 }])), []],
    [
      'each year for itself',
      [
        ...checks(2025, [{ topSpeed: 150 }]),
        ...checks(2026, five([{ topSpeed: 95 }, { licencesSeized: 5 }])),
      ],
      [{ year: 2026, licencesSeized: 5, topSpeed: 95 }],
    ],
  ];
  it.each(rows)('%s', (_name, activities, totals) => {
    expect(yearlyTotals(activities)).toEqual(totals);
  });
});
