import { goingOn } from './going-on.rules.js';

describe('a stretch of which all wishes were taken up', () => {
  it.each<[name: string, groups: string[][], cameFrom: Record<string, string>, goesOn: (string | null)[]]>([
    ['goes on with its only one', [['a']], { a: 'S' }, ['S']],
    ['is none where nothing was taken up', [['a'], ['b']], {}, [null, null]],
    ['goes on with the group, new ones too', [['n', 'a']], { a: 'S' }, ['S']],
    ['goes on once, where its wishes part', [['a'], ['b']], { a: 'S', b: 'S' }, ['S', null]],
    ['gives way to that of most', [['a', 'b', 'c']], { a: 'S', b: 'T', c: 'T' }, ['T']],
    ['goes on before others on a tie', [['a', 'b']], { a: 'S', b: 'T' }, ['S']],
    [
      'goes on elsewhere when another took its group',
      [['a', 'b', 'c'], ['d']],
      { a: 'S', b: 'T', c: 'T', d: 'S' },
      ['T', 'S'],
    ],
  ])('%s', (_name, groups, cameFrom, goesOn) => {
    expect(goingOn(groups, new Map(Object.entries(cameFrom)))).toEqual(goesOn);
  });
});
