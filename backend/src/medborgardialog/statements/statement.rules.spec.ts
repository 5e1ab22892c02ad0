import { statementOrder } from '@lofteskartan/shared/medborgardialog-live';
import { describe, expect, it } from '@jest/globals';
import { whyNotAddStatement, whyNotMoveStatement, whyNotReword } from './statement.rules.js';

describe('a statement', () => {
  it.each([
    ['waiting', 'open', null],
    ['waiting', 'refused', null],
    ['waiting', 'closed', 'statement.wrongState'],
    ['open', 'closed', null],
    ['open', 'waiting', 'statement.wrongState'],
    ['open', 'refused', 'statement.wrongState'],
    ['closed', 'open', null],
    ['closed', 'refused', 'statement.wrongState'],
    ['refused', 'open', null],
    ['refused', 'waiting', null],
    ['open', 'open', null],
  ] as const)('that is %s becomes %s: %s', (from, to, refusal) => {
    expect(whyNotMoveStatement(from, to)).toBe(refusal);
  });

  it.each([
    ['that waits can be reworded', 'waiting', null],
    ['that was not shown can be reworded', 'refused', null],
    ['that people are reading stays in those words', 'open', 'statement.shown'],
    ['that people have answered stays in the words that they read', 'closed', 'statement.shown'],
  ] as const)('%s', (_, status, refusal) => {
    expect(whyNotReword(status)).toBe(refusal);
  });

  it.each([
    ['of staff', 'staff', { kept: 59, waiting: 59 }, null],
    ['of staff beyond sixty', 'staff', { kept: 60, waiting: 0 }, 'statement.tooMany'],
    ['of a resident', 'resident', { kept: 50, waiting: 39 }, null],
    ['of a resident while forty wait to be read', 'resident', { kept: 50, waiting: 40 }, 'statement.tooMany'],
  ] as const)('%s can be added or not', (_, source, counts, refusal) => {
    expect(whyNotAddStatement(source, counts)).toBe(refusal);
  });
});

describe('whoever votes is asked', () => {
  const statement = (id: string, round = 0) => ({ id, round });
  const none = new Set<string>();
  const ids = (statements: { id: string }[]) => statements.map(({ id }) => id);
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => statement(id));

  it.each([
    [
      'about what has the fewest answers first',
      [statement('a', 3), statement('b', 0), statement('c', 1)],
      none,
      ['b', 'c', 'a'],
    ],
    ['not about what they have answered', [statement('a', 0), statement('b', 1)], new Set(['a']), ['b']],
    ['about nothing when there is nothing', [], none, []],
    ['about nothing when all is answered', [statement('a')], new Set(['a']), []],
  ])('%s', (_, statements, answered, order) => {
    expect(ids(statementOrder(statements, answered, 'v'))).toEqual(order);
  });

  it('in the same order each time, however the statements lie', () => {
    const order = ids(statementOrder(six, none, 'voter 1'));
    expect(ids(statementOrder([...six].reverse(), none, 'voter 1'))).toEqual(order);
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('in an order of their own among equals, so that every statement is the first of somebody', () => {
    const firsts = new Map<string, number>();
    for (let voter = 0; voter < 600; voter += 1) {
      const first = statementOrder(six, none, `voter ${String(voter)}`)[0]?.id ?? '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect([...firsts.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    for (const count of firsts.values()) expect(count).toBeGreaterThan(60);
  });

  it('so that a late statement catches up before the others are asked again', () => {
    const answers = new Map([...six, statement('late')].map(({ id }) => [id, id === 'late' ? 0 : 25]));
    for (let voter = 0; voter < 40; voter += 1) {
      const open = [...answers].map(([id, count]) => statement(id, Math.floor(count / 5)));
      const asked = statementOrder(open, none, `voter ${String(voter)}`)[0]?.id ?? '';
      answers.set(asked, (answers.get(asked) ?? 0) + 1);
    }
    expect(answers.get('late')).toBeGreaterThanOrEqual(25);
    expect(Math.max(...answers.values()) - Math.min(...answers.values())).toBeLessThan(10);
  });
});
