import type { TimeFilter, ToldTime } from './told-times.rules.js';
import { happens, weekOf } from './told-times.rules.js';

const told = (part: Partial<ToldTime>): ToldTime => ({ weekdays: [], hourBands: [], when: [], ...part });
const asked = (part: Partial<TimeFilter>): TimeFilter => ({ weekdays: [], parts: [], ...part });

describe('whether it happens when it is asked for', () => {
  it.each<[name: string, told: Partial<ToldTime>, asked: Partial<TimeFilter>, happens: boolean]>([
    ['no time is asked for, none was told', {}, {}, true],
    ['a day is asked for, none was told', {}, { weekdays: ['mon'] }, false],
    ['the day', { weekdays: ['mon', 'tue'] }, { weekdays: ['tue'] }, true],
    ['another day', { weekdays: ['mon'] }, { weekdays: ['sat'] }, false],
    ['hours without a day mean every day', { hourBands: ['07-09'] }, { weekdays: ['sun'] }, true],
    ['a day without hours means all hours', { weekdays: ['mon'] }, { parts: ['night'] }, true],
    ['the part', { hourBands: ['15-18'] }, { parts: ['afternoon'] }, true],
    ['an hour of the part', { hourBands: ['17-20'] }, { parts: ['afternoon'] }, true],
    ['the hour after the part', { hourBands: ['09-12'] }, { parts: ['morning'] }, false],
    ['past midnight', { hourBands: ['22-02'] }, { parts: ['night'] }, true],
    ['the small hours are night', { hourBands: ['00-05'] }, { parts: ['night'] }, true],
    [
      'the day but not the part',
      { weekdays: ['fri'], hourBands: ['07-09'] },
      { weekdays: ['fri'], parts: ['night'] },
      false,
    ],
    ['darkness is in the evening', { when: ['dark'] }, { parts: ['evening'] }, true],
    ['darkness is at night', { when: ['dark'] }, { parts: ['night'] }, true],
    ['darkness is not in the morning', { when: ['dark'] }, { parts: ['morning'] }, false],
    ['darkness in winter is in the morning too', { when: ['dark', 'winter'] }, { parts: ['morning'] }, true],
    ['and in the afternoon', { when: ['dark', 'winter'] }, { parts: ['afternoon'] }, true],
    ['and not at noon', { when: ['dark', 'winter'] }, { parts: ['day'] }, false],
    ['evenings in winter are evenings', { when: ['evening', 'winter'] }, { parts: ['morning'] }, false],
    ['darkness is not at noon', { when: ['dark'] }, { parts: ['day'] }, false],
    ['night is not evening', { when: ['night'] }, { parts: ['evening'] }, false],
    ['a weekend', { when: ['weekend', 'evening'] }, { weekdays: ['sat'], parts: ['evening'] }, true],
    ['a weekend is not a Monday', { when: ['weekend', 'evening'] }, { weekdays: ['mon'] }, false],
    ['winter tells neither day nor hour', { when: ['winter'] }, { parts: ['night'] }, false],
  ])('%s', (_name, what, when, expected) => {
    expect(happens(told(what), asked(when))).toBe(expected);
  });
});

describe('the week', () => {
  it('counts a wish in each weekday and band that it names', () => {
    const { counts, told: timed } = weekOf([
      { ...told({ weekdays: ['mon', 'sun'], hourBands: ['06-08'] }), proposals: 3 },
      { ...told({ weekdays: ['mon'], hourBands: ['07-09'] }), proposals: 2 },
    ]);
    expect(counts[0]?.slice(0, 3)).toEqual([3, 5, 0]);
    expect(counts[6]?.slice(0, 3)).toEqual([3, 3, 0]);
    expect(
      counts
        .slice(1, 6)
        .flat()
        .every((count) => count === 0),
    ).toBe(true);
    expect(timed).toBe(5);
  });

  it('counts apart what tells no time', () => {
    expect(weekOf([{ ...told({}), proposals: 4 }])).toMatchObject({ told: 0, untold: 4 });
  });
});
