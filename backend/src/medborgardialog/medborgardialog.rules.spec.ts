import {
  DIALOGUE_CODE_PATTERN,
  DIALOGUE_REFERENCE_PATTERN,
  DIALOGUE_STATUSES,
} from '@lofteskartan/shared/medborgardialog';
import {
  cleanText,
  dialogueMoves,
  makeDialogueReference,
  makeShortCode,
  type DialogueMove,
  whyNotAsk,
  whyNotChange,
  whyNotLive,
  whyNotMove,
  whyNotOpen,
  whyNotPoint,
  whyNotReport,
  whyNotSignUp,
} from './medborgardialog.rules.js';

describe('what moves a medborgardialog on', () => {
  it.each([
    // it is         published             opened             closed              reported              followed up             cancelled
    ['draft', null, 'draft', 'draft', 'draft', 'draft', null],
    ['published', 'published', null, 'notOpen', 'notClosed', 'notReported', null],
    ['open', 'published', 'opened', null, 'notClosed', 'notReported', null],
    ['closed', 'published', 'opened', 'notOpen', null, 'notReported', 'held'],
    ['reported', 'published', 'opened', 'notOpen', 'reported', null, 'held'],
    ['followed-up', 'published', 'opened', 'notOpen', 'reported', null, 'held'],
    ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'],
  ] as const)('one that is %s', (status, ...refusals) => {
    const moves: readonly DialogueMove[] = ['publish', 'open', 'close', 'report', 'follow-up', 'cancel'];
    expect(moves.map((move) => whyNotMove(status, move))).toEqual(
      refusals.map((code) => code && `dialogue.${code}`),
    );
  });

  it('refuses a move from exactly those states from which the machine does not lead', () => {
    for (const [move, { from }] of Object.entries(dialogueMoves))
      expect(DIALOGUE_STATUSES.filter((status) => !whyNotMove(status, move as DialogueMove))).toEqual(from);
  });

  it.each([
    ['the day before', '2026-11-25', 'dialogue.notYet'],
    ['on its day', '2026-11-26', null],
    ['the day after', '2026-11-27', null],
  ])('is opened %s', (_, today, refusal) => {
    expect(whyNotOpen('published', '2026-11-26', today)).toBe(refusal);
  });

  it('is not opened as a draft, even on its day', () => {
    expect(whyNotOpen('draft', '2026-11-26', '2026-11-26')).toBe('dialogue.draft');
  });

  it.each([
    ['closed', 0, null],
    ['closed', 1, 'dialogue.pointsOpen'],
    ['open', 0, 'dialogue.notClosed'],
    ['reported', 0, 'dialogue.reported'],
  ] as const)('one that is %s with %d open points is reported', (status, open, refusal) => {
    expect(whyNotReport(status, open)).toBe(refusal);
  });
});

describe('what each state lets people do', () => {
  const startsAt = new Date('2026-11-26T17:00:00Z');
  const before = new Date('2026-11-20T12:00:00Z');
  const during = new Date('2026-11-26T17:30:00Z');
  const times = (more: object = {}) => ({
    status: 'published' as const,
    startsAt,
    questionsUntil: null,
    capacity: 40,
    signUpUntil: null,
    ...more,
  });

  it.each([
    // it is      changed     asked ahead         asked live  voted on    signed up     given points
    ['draft', null, 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed', 'draft'],
    ['published', null, null, 'notOpen', 'notOpen', null, null],
    ['open', null, null, null, null, 'signUpClosed', null],
    ['closed', null, 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed', null],
    ['reported', 'reported', 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed', 'reported'],
    ['followed-up', 'reported', 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed', 'reported'],
    ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'],
  ] as const)('one that is %s', (status, ...refusals) => {
    const dialogue = times({ status });
    expect([
      whyNotChange(status),
      whyNotAsk(dialogue, 'ahead', before),
      whyNotAsk(dialogue, 'live', during),
      whyNotLive(status),
      whyNotSignUp(dialogue, before),
      whyNotPoint(status),
    ]).toEqual(refusals.map((code) => code && `dialogue.${code}`));
  });

  it.each([
    ['before the deadline', '2026-11-23T00:00:00Z', '2026-11-22T23:59:59Z', null],
    ['at the deadline', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z', 'dialogue.questionsClosed'],
    ['without a deadline, before it begins', null, '2026-11-26T16:59:59Z', null],
    ['without a deadline, when it has begun', null, '2026-11-26T17:00:00Z', 'dialogue.questionsClosed'],
  ])('is asked ahead %s', (_, until, now, refusal) => {
    const questionsUntil = until === null ? null : new Date(until);
    expect(whyNotAsk(times({ questionsUntil }), 'ahead', new Date(now))).toBe(refusal);
  });

  it.each([
    ['where seats are counted', {}, null],
    ['where no seats are counted', { capacity: null }, 'dialogue.noSignUp'],
    ['before the deadline', { signUpUntil: new Date('2026-11-20T12:00:01Z') }, null],
    ['at the deadline', { signUpUntil: before }, 'dialogue.signUpClosed'],
    ['when it has begun', { startsAt: before }, 'dialogue.signUpClosed'],
  ])('is signed up for %s', (_, more, refusal) => {
    expect(whyNotSignUp(times(more), before)).toBe(refusal);
  });
});

describe('how it is named', () => {
  const counted = () => {
    let next = 0;
    return (below: number) => next++ % below;
  };

  it('has a reference of its own letter', () => {
    expect(makeDialogueReference(counted())).toMatch(DIALOGUE_REFERENCE_PATTERN);
  });

  it('has a short code for phones', () => {
    expect(makeShortCode(counted())).toMatch(DIALOGUE_CODE_PATTERN);
  });

  it.each([
    ['  Välkommen ', 'Välkommen'],
    ['   ', null],
    [null, null],
  ])('keeps %j as %j', (text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });
});
