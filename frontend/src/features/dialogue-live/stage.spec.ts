import type { LiveDialogue, StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { describe, expect, it } from '@jest/globals';
import { around, byVerdict, fitting, onScreen, roomBelow, stageOf } from './stage.js';

const live = (status: string, question: string | null = null, statements = 0, prompt: string | null = null) =>
  ({
    dialogue: { status },
    questions: { current: question },
    statements: Array.from({ length: statements }, (_, n) => ({ id: String(n) })),
    pins: { prompt },
  }) as unknown as LiveDialogue;
const result = (id: string, verdict: string, isOpen = false) =>
  ({ id, verdict, isOpen }) as unknown as StatementResult;

describe('the big screen is about', () => {
  it.each([
    ['waiting, before it is opened', live('published', 'F1', 2, 'Var?'), 'waiting'],
    ['thanks, when it is closed', live('closed', 'F1', 2, 'Var?'), 'over'],
    ['thanks, when it is reported', live('reported'), 'over'],
    ['the question that is answered, before all else', live('open', 'F1', 2, 'Var?'), 'question'],
    ['statements that people vote on', live('open', null, 2, 'Var?'), 'statements'],
    ['the map, when pins are asked for', live('open', null, 0, 'Var?'), 'pins'],
    ['questions, when nothing else is asked', live('open'), 'questions'],
  ])('%s', (_, dialogue, stage) => {
    expect(stageOf(dialogue)).toBe(stage);
  });
});

describe('results', () => {
  it('stand by what they say, and empty lists are left out', () => {
    const lists = byVerdict([
      result('a', 'few'),
      result('b', 'divided'),
      result('c', 'agreed'),
      result('d', 'divided'),
    ]);
    expect(lists.map(({ verdict, results }) => [verdict, results.map(({ id }) => id)])).toEqual([
      ['agreed', ['c']],
      ['divided', ['b', 'd']],
      ['few', ['a']],
    ]);
  });

  it('are on the screen the open ones and the latest first', () => {
    const results = [
      result('a', 'few', true),
      result('b', 'few'),
      result('c', 'few', true),
      result('d', 'few'),
    ];
    expect(onScreen(results).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
  });
});

describe('the big screen', () => {
  const short = { text: 'Mer ljus' };
  const long = { text: 'Kan det bli fler kontroller vid skolan på morgnarna, då barnen går?' };

  it.each([
    ['four short texts where four fit', [short, short, short, short, short], 4, 4],
    ['three when one of them is long', [short, long, short, short], 4, 3],
    ['two long ones where three short ones fit', [long, long, short], 3, 2],
    ['nothing when there is nothing', [], 4, 0],
  ])('shows %s', (_, rows, room, shown) => {
    expect(fitting(rows, room)).toHaveLength(shown);
  });

  it('shows two results of two lines where three of one line do not fit', () => {
    expect(fitting([long, long, short], 2.7, 1.25)).toHaveLength(2);
    expect(fitting([short, short, short], 2.7, 1.25)).toHaveLength(2);
  });

  it.each([
    ['one line', 'När blir det ljust?', 4],
    ['two lines', 'När blir det ljust vid stationen?', 3.32],
    ['as many lines as are shown', 'x'.repeat(500), 1.28],
  ])('has room below a question of %s', (_, question, room) => {
    expect(roomBelow(question)).toBeCloseTo(room);
  });

  const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));
  it.each([
    ['the beginning, when nothing is dealt with', null, 1, 'abcd'],
    ['the beginning at the first item', 'a', 1, 'abcd'],
    ['what was before and what comes', 'c', 2, 'bcde'],
    ['the end at the last item', 'f', 3, 'cdef'],
  ])('shows of the agenda %s', (_, current, first, shown) => {
    const part = around(items, current, 4);
    expect([part.first, part.items.map(({ id }) => id).join('')]).toEqual([first, shown]);
  });
});
