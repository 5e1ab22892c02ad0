import { caseDisposedToday, disposedToday, type RetentionFacts, termOf } from './retention.rules.js';

const today = '2026-11-26';
const facts: RetentionFacts = {
  endedOn: '2023-11-26',
  rule: { years: 3, decision: 'KS 2026/1' },
  earliest: null,
  own: null,
  hold: null,
  disposed: false,
};
const own = { after: '2026-01-01', decision: 'KS 2026/9' };

describe('what is disposed of', () => {
  it.each<[name: string, changed: Partial<RetentionFacts>, decision: string | null]>([
    ['three years after its end, to the day', {}, 'KS 2026/1'],
    ['not the day before', { endedOn: '2023-11-27' }, null],
    ['nothing that has not ended', { endedOn: null }, null],
    ['nothing that has not ended, even on its own day', { endedOn: null, own }, null],
    ['nothing without a decision', { rule: null }, null],
    ['nothing under a decision without a number', { rule: { years: 3, decision: ' ' } }, null],
    ['on its own day, under its own decision', { rule: null, own }, 'KS 2026/9'],
    ['not before its own day, although the rule says so', { own: { ...own, after: '2030-01-01' } }, null],
    ['not before the earliest day, although the rule says so', { earliest: '2026-11-27' }, null],
    ['from the earliest day on', { earliest: '2026-11-26' }, 'KS 2026/1'],
    ['nothing that is held', { hold: 'Överklagat' }, null],
    ['nothing twice', { disposed: true }, null],
  ])('%s', (_name, changed, decision) => {
    expect(disposedToday({ ...facts, ...changed }, today)).toBe(decision);
  });

  it('a day that a year does not have is the last of its month', () => {
    expect(termOf({ ...facts, endedOn: '2024-02-29', rule: { years: 1, decision: 'K' } })?.after).toBe(
      '2025-02-28',
    );
  });
});

describe('a case', () => {
  it.each<[name: string, members: Partial<RetentionFacts>[], decisions: readonly string[] | null]>([
    ['goes when all of it may', [{}, { own }], ['KS 2026/1', 'KS 2026/9']],
    ['stays when one member stays', [{}, { hold: 'Överklagat' }], null],
    ['goes with what came to it after some of it was gone', [{ disposed: true }, {}], ['KS 2026/1']],
    ['that is gone stays gone', [{ disposed: true }], null],
  ])('%s', (_name, members, decisions) => {
    expect(
      caseDisposedToday(
        members.map((each) => ({ ...facts, ...each })),
        today,
      ),
    ).toEqual(decisions);
  });
});
