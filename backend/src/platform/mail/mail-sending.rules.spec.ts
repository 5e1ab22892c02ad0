import { describe, expect, it } from '@jest/globals';
import { afterFailure, type SendFailure, sweepMoments } from './mail-sending.rules.js';

describe('sending', () => {
  const noon = new Date('2026-11-20T12:00:00Z');

  it('a mail is lost after ten minutes, forgotten after seven hours, no news after two weeks', () => {
    expect(Object.values(sweepMoments(noon)).map((each: Date) => each.toISOString())).toEqual([
      '2026-11-20T11:50:00.000Z',
      '2026-11-20T05:00:00.000Z',
      '2026-11-06T12:00:00.000Z',
    ]);
  });

  it.each<[string, SendFailure, 'retry' | 'give-up']>([
    ['the server is away', { command: 'CONN', responseCode: null }, 'retry'],
    ['the server asks for patience', { command: 'RCPT TO', responseCode: 451 }, 'retry'],
    ['there is no such mailbox', { command: 'RCPT TO', responseCode: 550 }, 'give-up'],
    ['our own address is refused', { command: 'MAIL FROM', responseCode: 550 }, 'retry'],
    ['our password is wrong', { command: 'AUTH PLAIN', responseCode: 535 }, 'retry'],
    ['nobody knows why', { command: null, responseCode: null }, 'retry'],
  ])('%s', (_what, failure, next) => {
    expect(afterFailure(failure)).toBe(next);
  });
});
