import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { lampScene, lampsOf } from './lamp-scene.js';

describe('the lamps of a commitment', () => {
  it.each([
    [
      'a count',
      { type: 'count', target: 3, done: 2, opening: { count: 1 }, expectedToday: 2 },
      ['opening', 'lit', 'off'],
      2,
    ],
    [
      'years',
      {
        type: 'recurring',
        years: [
          { due: 2, done: 3 },
          { due: 2, done: 1 },
        ],
      },
      ['lit', 'lit', 'lit', 'off'],
      null,
    ],
    [
      'steps',
      { type: 'milestones', steps: [{ doneOn: '2026-01-01' }, { doneOn: null }] },
      ['lit', 'off'],
      null,
    ],
    ['what goes on', { type: 'ongoing', periods: [{ count: 0 }, { count: 4 }] }, ['off', 'lit'], null],
  ])('%s', (_, progress, states, expected) => {
    expect(lampsOf(progress as unknown as Progress)).toEqual({ states, expected });
  });

  it('are all drawn, however many', () => {
    const room = { width: 1000, height: 240, mostUnit: 76 };
    for (const count of [1, 70, 200]) {
      const { svg } = lampScene({ states: Array.from({ length: count }, () => 'off'), expected: 1 }, room);
      expect(svg.match(/<circle/g)).toHaveLength(count);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
