import {
  changesOf,
  countsAsOpen,
  countStandings,
  faultOfDone,
  faultsOfOutcome,
  historyOf,
  keepsDone,
  keptOutcome,
  mayComplete,
  type SaidOutcome,
  saidOf,
  standingOf,
  stateOfMeasure,
  stateOfProposal,
  whyNotComplete,
  whyNotOutcome,
  whyNotWithdraw,
} from './outcome.rules.js';

const today = '2026-11-26';
const said: SaidOutcome = {
  outcome: null,
  publicText: null,
  thingId: null,
  outsideWho: null,
  organisationId: null,
  personId: null,
  dueOn: null,
};

it.each([
  ['draft', 'dialogue.draft'],
  ['published', null],
  ['open', null],
  ['closed', null],
  ['reported', null],
  ['followed-up', null],
  ['cancelled', 'dialogue.cancelled'],
] as const)('points of a dialogue that is %s are worked with: %s', (status, refusal) => {
  expect(whyNotOutcome(status)).toBe(refusal);
});

describe('what is said to come of a point', () => {
  it.each([
    ['nothing yet', {}, []],
    ['an answer', { outcome: 'answered', publicText: 'Ja.' }, []],
    ['an answer without words', { outcome: 'answered' }, ['publicText']],
    ['a measure', { outcome: 'measure', publicText: 'Ny lampa.', thingId: 'm' }, []],
    ['a measure that is nowhere', { outcome: 'measure', publicText: 'Ny lampa.' }, ['thingId']],
    ['somebody else’s', { outcome: 'outside', publicText: 'Ring dem.', outsideWho: 'Trafikverket' }, []],
    ['somebody else’s, nobody knows whose', { outcome: 'outside', publicText: 'Nej.' }, ['outsideWho']],
    ['a day that somebody keeps', { dueOn: '2027-03-01', organisationId: 'o' }, []],
    ['a day that nobody keeps', { dueOn: '2027-03-01' }, ['organisationId']],
    ['a person of no organisation', { personId: 'p' }, ['organisationId']],
    ['a day that there is not', { dueOn: '2027-02-30', organisationId: 'o' }, ['dueOn']],
  ] as const)('%s', (_, more, fields) => {
    expect(faultsOfOutcome({ ...said, ...more }).map(({ field }) => field)).toEqual(fields);
  });

  it('keeps a thing and whose it is for their own outcomes alone', () => {
    const both = { ...said, outcome: 'answered', thingId: 't', outsideWho: 'Trafikverket' } as const;
    expect(keptOutcome(both)).toMatchObject({ thingId: null, outsideWho: null });
  });

  it('leaves the words of a question to the question', () => {
    const given = { version: 1, text: 'Annat', publicText: '  ' };
    expect(saidOf(given, { source: 'question', text: 'Blir det ljust?' })).toMatchObject({
      text: 'Blir det ljust?',
      publicText: null,
    });
    expect(saidOf(given, { source: 'statement', text: 'Ljus' }).text).toBe('Ljus');
    expect(saidOf(given, { source: 'hand', text: 'Ljus' }).text).toBe('Annat');
  });

  it('tells what is said otherwise, and nothing when nothing is', () => {
    expect(changesOf(said, { ...said, dueOn: '2027-03-01' })).toEqual({
      dueOn: { before: null, after: '2027-03-01' },
    });
    expect(changesOf(said, { ...said })).toBeNull();
  });
});

describe('how a point stands', () => {
  it.each([
    // outcome        due            done           thing           stands
    [null, null, null, null, 'open'],
    [null, '2026-01-01', null, null, 'open'],
    ['answered', null, null, null, 'settled'],
    ['no', null, null, null, 'settled'],
    ['outside', null, null, null, 'settled'],
    ['answered', '2026-11-26', null, null, 'under-way'],
    ['answered', '2026-11-25', null, null, 'late'],
    ['answered', '2026-11-25', '2026-11-20', null, 'done'],
    ['measure', null, null, 'under-way', 'under-way'],
    ['measure', null, null, 'late', 'late'],
    ['measure', '2026-11-25', null, 'under-way', 'late'],
    ['measure', '2026-11-25', null, 'done', 'done'],
    ['measure', null, null, null, 'under-way'],
    ['measure', null, null, 'withdrawn', 'withdrawn'],
    ['measure', '2026-11-25', '2026-11-20', 'withdrawn', 'withdrawn'],
    ['proposal', null, null, 'waiting', 'under-way'],
    ['proposal', '2026-01-01', null, 'declined', 'settled'],
    ['commitment', '2026-11-25', null, 'under-way', 'late'],
    ['activity', null, null, 'done', 'done'],
  ] as const)('%s, by %s, done %s, its thing %s: %s', (outcome, dueOn, doneOn, thing, standing) => {
    expect(standingOf({ outcome, dueOn, doneOn, thing }, today)).toBe(standing);
  });

  it('counts them, open ones only where there are any', () => {
    expect(countStandings([{ standing: 'late' }, { standing: 'done' }, { standing: 'done' }])).toEqual([
      { standing: 'late', points: 1 },
      { standing: 'under-way', points: 0 },
      { standing: 'done', points: 2 },
      { standing: 'settled', points: 0 },
    ]);
    expect(countStandings([{ standing: 'open' }])[0]).toEqual({ standing: 'open', points: 1 });
    expect(countStandings([{ standing: 'withdrawn' }])[0]).toEqual({ standing: 'withdrawn', points: 1 });
  });

  it.each([
    ['nothing is said of', null, false, true],
    ['became a measure', 'measure', false, false],
    ['became a measure that was taken back', 'measure', true, true],
  ] as const)('is open where it %s', (_, outcome, isTakenBack, isOpen) => {
    expect(countsAsOpen({ outcome, isTakenBack })).toBe(isOpen);
  });

  it.each([
    ['received', 'waiting'],
    ['under-review', 'under-way'],
    ['planned', 'under-way'],
    ['referred', 'under-way'],
    ['answered', 'done'],
    ['done', 'done'],
    ['declined', 'declined'],
  ] as const)('a proposal that is %s is %s', (status, state) => {
    expect(stateOfProposal(status)).toBe(state);
  });

  it.each([
    ['planned', 'new-lamp', 'under-way'],
    ['overdue', 'new-lamp', 'late'],
    ['done', 'new-lamp', 'done'],
    ['decided', 'referred', 'under-way'],
    ['decided', 'none', 'declined'],
  ] as const)('a measure that is %s (%s) is %s', (state, kind, stands) => {
    expect(stateOfMeasure(state, kind)).toBe(stands);
  });
});

describe('who does what', () => {
  const point = { municipalityId: 'ale', organisationId: 'teknik', personId: 'kim' };
  const works = (organisationId: string, municipalityId = 'ale', role = 'police-officer' as const) => ({
    accountId: 'sam',
    memberships: [{ municipalityId, organisationId, role }],
  });

  it.each([
    ['who keeps the dialogue', works('annan'), true, true],
    ['the person who owns it', { ...works('annan'), accountId: 'kim' }, false, true],
    ['a colleague of the organisation that owns it', works('teknik'), false, true],
    ['the same organisation elsewhere', works('teknik', 'kungalv'), false, false],
    ['somebody else', works('annan'), false, false],
  ])('%s says that it is done: %#', (_, worker, keeps, may) => {
    expect(mayComplete(worker, point, keeps)).toBe(may);
  });

  it.each([
    ['what is open', { outcome: null, doneOn: null }, today, 'point.open'],
    ['what is decided', { outcome: 'no', doneOn: null }, today, null],
    [
      'what was taken back',
      { outcome: 'measure', doneOn: '2026-11-01', isTakenBack: true },
      today,
      'point.open',
    ],
    ['what is done, on another day', { outcome: 'measure', doneOn: '2026-11-01' }, today, null],
    ['what is done, back', { outcome: 'measure', doneOn: '2026-11-01' }, null, null],
    ['what is not done, back', { outcome: 'measure', doneOn: null }, null, 'point.notDone'],
  ] as const)('completes %s', (_, completed, given, refusal) => {
    expect(whyNotComplete({ isTakenBack: false, ...completed }, given)).toBe(refusal);
  });

  const lamp = { outcome: 'measure', thingId: 'lamp' } as const;
  it.each([
    ['the same', lamp, true],
    ['another thing', { ...lamp, thingId: 'bench' }, false],
    ['another outcome', { outcome: 'no', thingId: null } as const, false],
  ])('what was done stands with %s: %#', (_, after, stands) => {
    expect(keepsDone(lamp, after)).toBe(stands);
  });

  it('keeps of a point from a note that its words were changed, never which', () => {
    const changed = { text: { before: 'Kim sa', after: 'Någon sa' }, dueOn: { before: null, after: today } };
    expect(historyOf(changed, 'hand')).toBe(changed);
    expect(historyOf(changed, 'note')).toEqual({ ...changed, text: { before: null, after: null } });
  });

  it('does not take away what somebody asked, nor finish what is open, nor in the future', () => {
    expect([whyNotWithdraw('question'), whyNotWithdraw('hand')]).toEqual(['point.isQuestion', null]);
    expect(faultOfDone(null, today)).toBeNull();
    expect(faultOfDone('2026-11-27', today)?.code).toBe('inTheFuture');
    expect(faultOfDone('2026-02-30', today)?.code).toBe('notADate');
    expect(faultOfDone(today, today)).toBeNull();
  });
});
