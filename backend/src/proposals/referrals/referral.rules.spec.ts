import { describe, expect, it } from '@jest/globals';
import {
  answerFault,
  dueStep,
  endFault,
  noAnswerFrom,
  referralMail,
  referralStep,
  type BodyMails,
  stateForBody,
  type ReferralStanding,
} from './referral.rules.js';

const times = { reminderDays: 30, noAnswerDays: 60 };
const fresh: ReferralStanding = {
  openedOn: '2026-01-01',
  reminded: false,
  overdueTold: false,
  answered: false,
};

describe('what a move means for who has the proposal', () => {
  it.each([
    ['it is referred', 'under-review', 'referred', false, 'open'],
    ['the body’s outcome is told', 'referred', 'answered', false, 'answered'],
    ['nobody answered', 'referred', 'answered', true, 'no-answer'],
    ['staff take it back', 'referred', 'under-review', false, 'taken-back'],
    ['the sender withdraws', 'referred', 'withdrawn', false, 'taken-back'],
    ['what was done meanwhile is opened again', 'done', 'under-review', false, 'taken-back'],
    ['nobody else had it', 'under-review', 'answered', true, 'taken-back'],
  ] as const)('%s', (_name, from, to, unanswered, expected) => {
    expect(referralStep(from, to, unanswered)).toBe(expected);
  });
});

describe('what is due', () => {
  it.each<[string, Partial<ReferralStanding>, string, 'remind' | 'overdue' | null]>([
    ['nothing on the 29th day', {}, '2026-01-30', null],
    ['a reminder on the 30th day', {}, '2026-01-31', 'remind'],
    ['a reminder that was missed', {}, '2026-02-14', 'remind'],
    ['no second reminder', { reminded: true }, '2026-02-14', null],
    ['word that the time is up', { reminded: true }, '2026-03-02', 'overdue'],
    ['that word once', { reminded: true, overdueTold: true }, '2026-03-03', null],
    ['no reminder once the time is up', {}, '2026-03-02', 'overdue'],
    ['nothing about what was answered', { answered: true }, '2026-03-02', null],
  ])('%s', (_name, standing, today, expected) => {
    expect(dueStep({ ...fresh, ...standing }, today, times)).toBe(expected);
  });
});

describe('how far the mail to a body has come', () => {
  it.each<[string, BodyMails, string]>([
    ['none was written', { mailed: false, mailState: null, reminderState: null }, 'none'],
    ['it waits', { mailed: true, mailState: 'waiting', reminderState: null }, 'waiting'],
    ['it is being sent', { mailed: true, mailState: 'sending', reminderState: null }, 'waiting'],
    ['it was taken', { mailed: true, mailState: 'sent', reminderState: null }, 'sent'],
    ['it was refused', { mailed: true, mailState: 'failed', reminderState: null }, 'failed'],
    ['there was no address any more', { mailed: true, mailState: 'dropped', reminderState: null }, 'failed'],
    [
      'the reminder is on its way',
      { mailed: true, mailState: 'failed', reminderState: 'waiting' },
      'waiting',
    ],
    ['the reminder reached them', { mailed: true, mailState: 'failed', reminderState: 'sent' }, 'sent'],
    ['only the reminder was refused', { mailed: true, mailState: 'sent', reminderState: 'failed' }, 'sent'],
    ['its row is gone', { mailed: true, mailState: null, reminderState: null }, 'failed'],
  ])('%s', (_name, mails, expected) => {
    expect(referralMail(mails)).toBe(expected);
  });
});

const had = { openedOn: '2026-01-01', answered: false, reached: true };

describe('staff end a referral', () => {
  it.each([
    [
      'with an outcome, at any time',
      'answered',
      '2026-01-02',
      { openedOn: '2026-01-01', answered: false, reached: false },
      null,
    ],
    ['without one, the day before the time is up', 'no-answer', '2026-03-01', had, 'referral.tooEarly'],
    ['without one, on the day', 'no-answer', '2026-03-02', had, null],
    [
      'without one, though nothing reached the body',
      'no-answer',
      '2026-03-02',
      { ...had, reached: false },
      'referral.notSent',
    ],
    [
      'as unanswered, though there is an answer',
      'no-answer',
      '2026-03-02',
      { ...had, answered: true },
      'referral.answered',
    ],
    ['though nobody has it', 'answered', '2026-03-02', null, 'referral.none'],
  ] as const)('%s', (_name, outcome, today, referral, expected) => {
    expect(endFault(outcome, referral, today, times)).toBe(expected);
  });

  it('from the 60th day', () => {
    expect(noAnswerFrom('2026-01-01', times)).toBe('2026-03-02');
  });
});

describe('the body’s page', () => {
  it.each([
    ['waits for an answer', { ended: false, answered: false }, 'open', null],
    ['shows that one was sent', { ended: false, answered: true }, 'answered', 'referral.answered'],
    [
      'still does so when staff have told it on',
      { ended: true, answered: true },
      'answered',
      'referral.answered',
    ],
    ['says that it is over', { ended: true, answered: false }, 'ended', 'referral.ended'],
  ] as const)('%s', (_name, referral, state, fault) => {
    expect([stateForBody(referral), answerFault(referral)]).toEqual([state, fault]);
  });
});
