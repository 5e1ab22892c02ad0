import { hoursOf, timesOf, type ToldTimes } from './times.rules.js';

describe('the hours of a band', () => {
  it.each<[string, number[]]>([
    ['07-09', [7, 8]],
    ['21-24', [21, 22, 23]],
    ['00-05', [0, 1, 2, 3, 4]],
    ['22-02', [22, 23, 0, 1]],
  ])('%s', (band, hours) => {
    expect(hoursOf(band)).toEqual(hours);
  });
});

describe('when people see it', () => {
  /** The hours of the week with somebody, as day:hour=count. */
  const seen = (wishes: ToldTimes[]) =>
    timesOf(wishes).counts.flatMap((hours, day) =>
      hours.flatMap((count, hour) => (count > 0 ? [`${String(day)}:${String(hour)}=${String(count)}`] : [])),
    );

  it.each<[name: string, wishes: ToldTimes[], seen: string[]]>([
    ['nobody', [], []],
    ['a morning', [{ weekdays: ['mon'], hourBands: ['07-09'] }], ['0:7=1', '0:8=1']],
    [
      'bands that overlap count once',
      [{ weekdays: ['sun'], hourBands: ['07-09', '08-10'] }],
      ['6:7=1', '6:8=1', '6:9=1'],
    ],
    [
      'two people, one hour alike',
      [
        { weekdays: ['mon'], hourBands: ['07-09'] },
        { weekdays: ['mon', 'tue'], hourBands: ['08-09'] },
      ],
      ['0:7=1', '0:8=2', '1:8=1'],
    ],
    ['neither day nor hour', [{ weekdays: [], hourBands: [] }], []],
  ])('%s', (_name, wishes, expected) => {
    expect(seen(wishes)).toEqual(expected);
  });

  it('takes hours without a day for every day, and a day without hours for all of them', () => {
    expect(seen([{ weekdays: [], hourBands: ['12-13'] }])).toHaveLength(7);
    expect(seen([{ weekdays: ['sat'], hourBands: [] }])).toHaveLength(24);
  });

  it('tells how many say when', () => {
    const { told, untold } = timesOf([
      { weekdays: ['mon'], hourBands: [] },
      { weekdays: [], hourBands: [] },
    ]);
    expect([told, untold]).toEqual([1, 1]);
  });
});
