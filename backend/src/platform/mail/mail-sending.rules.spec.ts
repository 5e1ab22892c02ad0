import { describe, expect, it } from '@jest/globals';
import { afterFailure, enhancedCodeIn, type SendFailure, sweepMoments } from './mail-sending.rules.js';

describe('sending', () => {
  const noon = new Date('2026-11-20T12:00:00Z');

  it('a mail is lost after ten minutes, forgotten after seven hours, no news after two weeks', () => {
    expect(Object.values(sweepMoments(noon)).map((each: Date) => each.toISOString())).toEqual([
      '2026-11-20T11:50:00.000Z',
      '2026-11-20T05:00:00.000Z',
      '2026-11-06T12:00:00.000Z',
    ]);
  });

  it.each<[string, string | null, number | null, string | null, 'retry' | 'give-up']>([
    ['the server is away', 'CONN', null, null, 'retry'],
    ['the server asks for patience', 'RCPT TO', 451, '4.7.1', 'retry'],
    ['there is no such mailbox', 'RCPT TO', 550, '5.1.1', 'give-up'],
    ['there is no such domain', 'RCPT TO', 550, '5.1.2', 'give-up'],
    ['the address is none', 'RCPT TO', 501, '5.1.3', 'give-up'],
    ['its domain takes no mail', 'RCPT TO', 556, '5.1.10', 'give-up'],
    ['the mailbox is disabled', 'RCPT TO', 550, '5.2.1', 'give-up'],
    ['the mailbox is full', 'RCPT TO', 552, '5.2.2', 'retry'],
    ['we may not relay', 'RCPT TO', 554, '5.7.1', 'retry'],
    ['we have to sign in', 'RCPT TO', 530, '5.7.0', 'retry'],
    ['our own address is refused at the recipient', 'RCPT TO', 553, '5.1.8', 'retry'],
    ['a refusal that says nothing more', 'RCPT TO', 550, null, 'retry'],
    ['our own address is refused', 'MAIL FROM', 550, '5.1.1', 'retry'],
    ['our password is wrong', 'AUTH PLAIN', 535, '5.7.8', 'retry'],
    ['the words are refused', 'DATA', 554, '5.7.1', 'retry'],
    ['nobody knows why', null, null, null, 'retry'],
  ])('%s', (_what, command, responseCode, enhancedCode, next) => {
    const failure: SendFailure = { command, responseCode, enhancedCode };
    expect(afterFailure(failure)).toBe(next);
  });

  it.each([
    ['550 5.1.1 <kim@example.org> is unknown', '5.1.1'],
    ['550-5.1.1 The account does not exist\n550 5.1.1 Try again', '5.1.1'],
    ['556 5.1.10 null MX', '5.1.10'],
    ['550 5.1.1', '5.1.1'],
    ['550 no such mailbox', null],
    ['550 see 5.1.1', null],
    ['550 5.1.1.example.org is blocked', null],
    ['', null],
  ])('the code in “%s”', (answer, code) => {
    expect(enhancedCodeIn(answer)).toBe(code);
  });
});
