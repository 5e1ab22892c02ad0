import {
  DIALOGUE_CODE_PATTERN,
  DIALOGUE_REFERENCE_PATTERN,
  DIALOGUE_STATUSES,
} from '@lofteskartan/shared/medborgardialog';
import {
  changedFields,
  cleanText,
  copiedTo,
  dialogueMoves,
  faultOfTimes,
  inTurn,
  makeDialogueReference,
  makeShortCode,
  missingToPublish,
  type DialogueMove,
  whyNotAsk,
  whyNotChange,
  whyNotLive,
  whyNotMove,
  whyNotOpen,
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
    // it is      changed     asked ahead         asked live  voted on    signed up
    ['draft', null, 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed'],
    ['published', null, null, 'notOpen', 'notOpen', null],
    ['open', null, null, null, null, 'signUpClosed'],
    ['closed', null, 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed'],
    ['reported', 'reported', 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed'],
    ['followed-up', 'reported', 'questionsClosed', 'notOpen', 'notOpen', 'signUpClosed'],
    ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled', 'cancelled'],
  ] as const)('one that is %s', (status, ...refusals) => {
    const dialogue = times({ status });
    expect([
      whyNotChange(status),
      whyNotAsk(dialogue, 'ahead', before),
      whyNotAsk(dialogue, 'live', during),
      whyNotLive(status),
      whyNotSignUp(dialogue, before),
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

describe('what a public one may not lack', () => {
  it.each([
    ['on site with a place', 'on-site', 'Biblioteket', null, 1, null],
    ['on site without a place', 'on-site', null, 'https://a.example', 1, 'dialogue.noVenue'],
    ['online with a link', 'online', null, 'https://a.example', 1, null],
    ['online without a link', 'online', 'Biblioteket', null, 1, 'dialogue.noLink'],
    ['both without a place', 'both', null, 'https://a.example', 1, 'dialogue.noVenue'],
    ['both without a link', 'both', 'Biblioteket', null, 1, 'dialogue.noLink'],
    ['without an agenda', 'on-site', 'Biblioteket', null, 0, 'dialogue.noAgenda'],
  ] as const)('%s', (_, form, venue, onlineUrl, items, refusal) => {
    expect(missingToPublish({ form, venue, onlineUrl }, items)).toBe(refusal);
  });
});

describe('its times', () => {
  const at = (text: string) => new Date(`2026-12-${text}Z`);
  const source = {
    startsAt: at('03T17:00:00'),
    endsAt: at('03T19:00:00'),
    questionsUntil: at('01T17:00:00'),
    signUpUntil: null,
  };

  it.each([
    ['follow each other', {}, null],
    ['end as it begins', { endsAt: source.startsAt }, 'endsAt notAfterTheStart'],
    ['take questions until it begins', { questionsUntil: source.startsAt }, null],
    ['take questions after', { questionsUntil: source.endsAt }, 'questionsUntil afterTheStart'],
    ['take sign-ups after', { signUpUntil: source.endsAt }, 'signUpUntil afterTheStart'],
  ])('%s', (_, more, fault) => {
    const found = faultOfTimes({ ...source, ...more });
    expect(found && `${found.field} ${found.code}`).toBe(fault);
  });

  it('keep their days and hours in a copy', () => {
    expect(copiedTo(source, new Date('2027-04-15T16:30:00Z'))).toEqual({
      startsAt: new Date('2027-04-15T16:30:00Z'),
      endsAt: new Date('2027-04-15T18:30:00Z'),
      questionsUntil: new Date('2027-04-13T16:00:00Z'),
      signUpUntil: null,
    });
  });

  // Ale copies what was held in spring to autumn, and back: "till och med" is a minute before midnight in Sweden.
  it.each([
    // from                      until                 to                      deadline of the copy
    ['2026-04-10T16:30:00Z', '2026-03-26T22:59:00Z', '2026-10-08T16:30:00Z', '2026-09-23T21:59:00Z'],
    ['2026-10-08T16:30:00Z', '2026-09-23T21:59:00Z', '2027-04-08T16:30:00Z', '2027-03-24T22:59:00Z'],
    ['2026-10-29T17:30:00Z', '2026-10-20T21:59:00Z', '2027-04-15T16:30:00Z', '2027-04-06T21:59:00Z'],
    ['2026-10-29T17:30:00Z', '2026-10-20T21:59:00Z', '2026-11-26T19:00:00Z', '2026-11-17T22:59:00Z'],
    ['2026-05-07T16:30:00Z', '2026-05-07T12:00:00Z', '2026-06-04T08:00:00Z', '2026-06-04T08:00:00Z'],
  ])('of one at %s until %s, copied to %s, are %s', (from, until, to, deadline) => {
    const startsAt = new Date(from);
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
    const copy = copiedTo(
      { startsAt, endsAt, questionsUntil: new Date(until), signUpUntil: null },
      new Date(to),
    );
    expect(copy).toEqual({
      startsAt: new Date(to),
      endsAt: new Date(new Date(to).getTime() + 2 * 3_600_000),
      questionsUntil: new Date(deadline),
      signUpUntil: null,
    });
  });

  it('of one that goes on over a change of the clocks end at the same hour', () => {
    const source = { questionsUntil: null, signUpUntil: null };
    const weeks = {
      ...source,
      startsAt: new Date('2026-05-04T07:00:00Z'),
      endsAt: new Date('2026-05-18T15:00:00Z'),
    };
    expect(copiedTo(weeks, new Date('2026-10-19T07:00:00Z')).endsAt).toEqual(
      new Date('2026-11-02T16:00:00Z'),
    );
  });

  it('put those to come first, and the latest of the others', () => {
    const on = (day: string, status: 'published' | 'open' | 'closed' | 'cancelled') => ({
      status,
      startsAt: at(`${day}T17:00:00`),
      endsAt: at(`${day}T19:00:00`),
    });
    const [old, older, off, soon, later, live] = [
      on('02', 'closed'),
      on('01', 'published'),
      on('05', 'cancelled'),
      on('06', 'published'),
      on('09', 'published'),
      on('03', 'open'),
    ];
    expect(inTurn([later, old, off, older, soon, live], at('04T12:00:00'))).toEqual({
      coming: [live, off, soon, later],
      held: [old, older],
    });
  });
});

it.each([
  ['nothing', {}, []],
  ['a word', { title: 'B' }, ['title']],
  ['a moment', { at: new Date(1) }, ['at']],
  ['a list', { seats: [{ role: 'chair' }] }, ['seats']],
])('notes that %s was changed', (_, more, names) => {
  const before = { title: 'A', at: new Date(0), seats: [], other: 1 };
  expect(changedFields(before, { title: 'A', at: new Date(0), seats: [], ...more })).toEqual(names);
});
