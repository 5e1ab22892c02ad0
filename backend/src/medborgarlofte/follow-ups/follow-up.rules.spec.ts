import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { dayFault, isBehind, missingTexts } from './follow-up.rules.js';

describe('whether a commitment is behind', () => {
  it.each([
    ['a count behind its pace', { type: 'count', pace: 'behind' }, true],
    ['a count on its way', { type: 'count', pace: 'on-track' }, false],
    ['a missed year', { type: 'recurring', pace: 'behind' }, true],
    ['steps ahead of their days', { type: 'milestones', pace: 'ahead' }, false],
    ['what goes on and was documented', { type: 'ongoing', stale: false }, false],
    ['what goes on in silence', { type: 'ongoing', stale: true }, true],
  ])('%s', (_, progress, behind) => {
    expect(isBehind(progress as Progress)).toBe(behind);
  });
});

describe('the day of a follow-up', () => {
  const promise = { from: '2025-01-01', openings: ['2025-06-30', '2025-03-31'] };
  it.each([
    ['today', '2026-11-20', null],
    ['tomorrow', '2026-11-21', 'inTheFuture'],
    ['before the promise', '2024-12-31', 'beforeThePromise'],
    ['within an opening balance', '2025-06-29', 'inTheOpening'],
    ['the last day of the opening balance', '2025-06-30', null],
  ])('%s', (_, asOf, code) => {
    expect(dayFault(asOf, promise, '2026-11-20')?.code ?? null).toBe(code);
  });
});

describe('what must be written before publication', () => {
  it.each([
    ['nothing is written', { result: '', deviation: '', nextStep: ' ' }, false, ['result', 'nextStep']],
    ['all is written', { result: 'a', deviation: '', nextStep: 'b' }, false, []],
    ['it is behind and nobody says why', { result: 'a', deviation: ' ', nextStep: 'b' }, true, ['deviation']],
    ['it is behind and the reason is told', { result: 'a', deviation: 'c', nextStep: 'b' }, true, []],
  ])('%s', (_, texts, behind, missing) => {
    expect(missingTexts(texts, behind)).toEqual(missing);
  });
});
