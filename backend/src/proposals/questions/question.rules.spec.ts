import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { isAsked, questionStep, replyBy } from './question.rules.js';

describe('a question that waits for its reply', () => {
  const steps: [name: string, remindedOn: string | null, today: string, step: string | null][] = [
    ['the same day', null, '2026-03-02', null],
    ['after six days', null, '2026-03-08', null],
    ['after seven days', null, '2026-03-09', 'remind'],
    ['after seven days, reminded', '2026-03-09', '2026-03-09', null],
    ['after twenty days, reminded', '2026-03-09', '2026-03-22', null],
    ['after twenty-one days, reminded', '2026-03-09', '2026-03-23', 'end'],
    ['after a month, never reminded', null, '2026-04-02', 'remind'],
    ['after a month, reminded yesterday', '2026-04-01', '2026-04-02', null],
    ['after a month, reminded a week ago', '2026-03-26', '2026-04-02', 'end'],
  ];
  it.each(steps)('asked on 2 March, %s: %s, on %s: %s', (_name, remindedOn, today, step) => {
    expect(questionStep({ askedOn: '2026-03-02', remindedOn }, today)).toBe(step);
  });

  it('is waited for until the day before the end', () => {
    expect(replyBy('2026-03-02')).toBe('2026-03-22');
  });

  const now = new Date('2026-03-02T12:00:00Z');
  const open: [publicStatus: ProposalStatus, endedAt: Date | null, asked: boolean][] = [
    ['under-review', null, true],
    ['under-review', now, false],
    ['done', null, false],
    ['answered', null, false],
    ['withdrawn', null, false],
  ];
  it.each(open)('a sender who reads %s, ended %s, is asked: %s', (publicStatus, endedAt, asked) => {
    expect(isAsked(endedAt, publicStatus)).toBe(asked);
  });
});
