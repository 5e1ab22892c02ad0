import { describe, expect, it } from '@jest/globals';
import { copyOf, timeOf } from './promise-start.rules.js';
import { commitmentOf, contentOf, words } from './promise.fixture.js';

describe('a copy', () => {
  const closing = { from: '2029-01-01', words: words('Slut') };
  const steps = [{ id: 'step', name: words('Ett'), dueOn: '2028-06-01' }];
  const content = contentOf({
    commitments: [commitmentOf('one', { milestones: steps }), commitmentOf('two', { closing })],
  });
  let made = 0;
  const copy = copyOf(content, () => `new-${++made}`);

  it('begins on the day after the first one’s last, and its end is open', () => {
    expect([copy.from, copy.to]).toEqual(['2031-01-01', null]);
    expect(copyOf(contentOf({ to: null }), () => '').from).toBe('');
  });

  it('has commitments of its own, without those that were closed and without old days', () => {
    expect(copy.commitments).toMatchObject([{ id: 'new-1', milestones: [{ id: 'new-2', dueOn: null }] }]);
  });
});

describe('a promise on 26 November 2026', () => {
  it.each([
    ['begins tomorrow', '2026-11-27', null, 'coming'],
    ['begins today', '2026-11-26', null, 'present'],
    ['ends today', '2024-01-01', '2026-11-26', 'present'],
    ['ended yesterday', '2024-01-01', '2026-11-25', 'past'],
  ])('%s', (_, from, to, time) => {
    expect(timeOf({ from, to }, '2026-11-26')).toBe(time);
  });
});
