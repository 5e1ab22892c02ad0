import { timesOf, type ToldDark } from './times.rules.js';

const nobody = { morning: 0, day: 0, afternoon: 0, evening: 0, night: 0, untold: 0 };

describe('when residents say that it is dark', () => {
  it.each<[name: string, told: ToldDark[], times: Partial<typeof nobody>]>([
    ['nobody has said anything', [], {}],
    ['darkness is evening and night', [{ when: ['dark'], people: ['a', 'b'] }], { evening: 2, night: 2 }],
    ['an evening lasts to midnight', [{ when: ['evening'], people: ['a'] }], { evening: 1, night: 1 }],
    ['a night is no evening', [{ when: ['night'], people: ['a'] }], { night: 1 }],
    [
      'a winter morning is dark',
      [{ when: ['dark', 'winter'], people: ['a'] }],
      { morning: 1, afternoon: 1, evening: 1, night: 1 },
    ],
    ['a weekend alone says no hour', [{ when: ['weekend'], people: ['a', 'b'] }], { untold: 2 }],
    ['winter alone says no hour', [{ when: ['winter'], people: ['a'] }], { untold: 1 }],
    ['nothing was said of when', [{ when: [], people: ['a'] }], { untold: 1 }],
    [
      'one person behind two proposals counts once',
      [
        { when: ['evening'], people: ['a', 'b'] },
        { when: ['dark'], people: ['b', 'c'] },
      ],
      { evening: 3, night: 3 },
    ],
    [
      'who has told of hours once has told',
      [
        { when: ['night'], people: ['a'] },
        { when: [], people: ['a', 'b'] },
      ],
      { night: 1, untold: 1 },
    ],
    ['a proposal behind which nobody is left', [{ when: ['night'], people: [] }], {}],
  ])('%s', (_name, told, times) => {
    expect(timesOf(told)).toEqual({ ...nobody, ...times });
  });
});
