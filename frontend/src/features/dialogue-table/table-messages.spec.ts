import { describe, expect, test } from '@jest/globals';
import {
  areCounts,
  changedVotes,
  kindOf,
  kindsOf,
  needsEarlierVotes,
  type TableKit,
  type TableMessage,
  votesOf,
  writtenAtOf,
} from './table-messages.js';

const savedAt = '2026-11-26T17:00:00.000Z';
const later = '2026-11-26T17:05:00.000Z';
const kit: TableKit = {
  reference: 'D7K3F9',
  account: 'me',
  savedAt,
  title: 'Centrum',
  mayChange: true,
  mayTypeIn: true,
  statements: [
    { id: 'a', number: 1, text: 'Mörkt', votes: [{ table: 'Bord 1', agree: 3, disagree: 1, pass: 0 }] },
  ],
};
const message = (what: TableMessage['what'], part: Partial<TableMessage> = {}): TableMessage => ({
  key: 'k',
  account: 'me',
  savedAt,
  refusal: null,
  dialogue: 'D7K3F9',
  table: 'Bord 1',
  name: 'Mörkt',
  what,
  ...part,
});
const votes = (agree: number, statementId = 'a', table = 'Bord 1'): TableMessage['what'] => ({
  kind: 'votes',
  body: { statementId, table, agree, disagree: 0, pass: 0, known: null },
});
const note: TableMessage['what'] = {
  kind: 'note',
  body: { id: 'n', table: 'Bord 1', text: 'Mörkt', writtenAt: savedAt },
};
const question = (kind: 'question' | 'subject'): TableMessage['what'] => ({
  kind: 'question',
  body: { kind, text: 'När?', source: 'paper', publish: true },
});

describe('the votes of a table', () => {
  const at = { statementId: 'a', table: 'Bord 1' };
  test.each<[string, TableMessage[], object | null]>([
    ['are those that the server knows', [], { agree: 3, disagree: 1, pass: 0 }],
    ['are those that wait', [message(votes(5))], { agree: 5, disagree: 0, pass: 0 }],
    ['are the latest that wait', [message(votes(5)), message(votes(6))], { agree: 6, disagree: 0, pass: 0 }],
    ['are none when noughts wait', [message(votes(0))], null],
    [
      'are not those that were refused',
      [message(votes(5), { refusal: { code: 'c', reasons: [] } })],
      { agree: 3, disagree: 1, pass: 0 },
    ],
    [
      'are not those of another dialogue',
      [message(votes(5), { dialogue: 'D22222' })],
      { agree: 3, disagree: 1, pass: 0 },
    ],
    [
      'are not those of another table',
      [message(votes(5, 'a', 'Bord 2'))],
      { agree: 3, disagree: 1, pass: 0 },
    ],
  ])('%s', (_, messages, expected) => {
    expect(votesOf(kit, messages, at)).toEqual(expected);
  });

  test.each([
    ['after earlier ones of the same', votes(6), votes(5), savedAt, true],
    ['not after later ones', votes(6), votes(5), '2026-11-26T18:00:00.000Z', false],
    ['not after those of another statement', votes(6), votes(5, 'b'), savedAt, false],
    ['not after a note', votes(6), note, savedAt, false],
  ] as const)('are sent %s', (_, one, other, otherSavedAt, expected) => {
    const [first, second] = [message(one, { savedAt: later }), message(other, { savedAt: otherSavedAt })];
    expect(needsEarlierVotes(first, second)).toBe(expected);
  });

  const known = { agree: 3, disagree: 1, pass: 0 };
  test.each([
    ['nothing, where nothing was typed', { agree: '', disagree: '', pass: '' }, null, null],
    ['nothing, where it says the same', { agree: '3', disagree: '1', pass: '' }, known, null],
    ['what is new', { agree: '4', disagree: '', pass: '' }, null, { agree: 4, disagree: 0, pass: 0 }],
    [
      'noughts, where all was taken away',
      { agree: '', disagree: '0', pass: '' },
      known,
      { agree: 0, disagree: 0, pass: 0 },
    ],
  ])('send %s', (_, typed, before, expected) => {
    expect(changedVotes(typed, before)).toEqual(expected);
  });

  test.each([
    ['4', true],
    ['', true],
    ['-1', false],
    ['2,5', false],
    ['9999', false],
  ])('“%s” is a count: %s', (agree, expected) => {
    expect(areCounts({ agree, disagree: '', pass: '' }, 2000)).toBe(expected);
  });
});

test.each([
  ['while it is open', true, true, ['note', 'question', 'subject', 'statement', 'votes']],
  ['before it is opened', false, true, ['question', 'subject', 'statement']],
  ['after the report', true, false, ['note', 'votes']],
  ['for who may only read', false, false, []],
] as const)('what is typed in %s', (_, mayChange, mayTypeIn, expected) => {
  expect(kindsOf({ mayChange, mayTypeIn })).toEqual(expected);
});

test.each([
  ['a note', note, 'note'],
  ['a question', question('question'), 'question'],
  ['a subject', question('subject'), 'subject'],
  ['votes', votes(1), 'votes'],
] as const)('%s goes back to its own form', (_, what, kind) => {
  expect(kindOf(message(what))).toBe(kind);
});

test('a note that is corrected keeps its moment, a new one has its own', () => {
  const now = new Date(later).getTime();
  expect(writtenAtOf(message(note), now)).toBe(savedAt);
  expect(writtenAtOf(null, now)).toBe(later);
});
