import type { LiveDialogue, StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { describe, expect, it } from '@jest/globals';
import { byVerdict, onScreen, stageOf } from './stage.js';

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

  it('are on the screen as far as there is room: the open ones and the latest first', () => {
    const results = [
      result('a', 'few', true),
      result('b', 'few'),
      result('c', 'few', true),
      result('d', 'few'),
    ];
    expect(onScreen(results, 3).map(({ id }) => id)).toEqual(['c', 'a', 'd']);
  });
});
