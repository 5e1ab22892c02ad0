import {
  completionFaults,
  doneOnFault,
  evidenceFault,
  isToldNow,
  measureFaults,
  measureFields,
  onlyPublicChanges,
  whyNotComplete,
  whyNotWithdrawn,
} from './measure.rules.js';
import { whyNotLinked } from './link.rules.js';

const today = '2026-11-20';
const given = { version: 1, kind: 'cut-back', isPublic: true } as const;

describe('a measure', () => {
  it.each([
    ['work without a day or words', given, []],
    ['work for a day to come', { ...given, plannedOn: '2027-05-01' }, []],
    ['a day that the calendar lacks', { ...given, plannedOn: '2027-02-30' }, ['plannedOn notADate']],
    ['nothing is done, without saying why', { ...given, kind: 'none' }, ['text required']],
    ['sent on, with blanks for words', { ...given, kind: 'referred', text: '  ' }, ['text required']],
    ['nothing is done, and why', { ...given, kind: 'none', text: 'Marken är privat.' }, []],
    [
      'a decision of tomorrow',
      { ...given, kind: 'none', text: 'Privat', plannedOn: '2026-11-21' },
      ['plannedOn inTheFuture'],
    ],
  ] as const)('%s', (_, measure, faults) => {
    const found = measureFaults(measureFields(measure, today), today);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it('that is a decision is of today, unless another day is given', () => {
    expect(measureFields({ ...given, kind: 'none' }, today).plannedOn).toBe(today);
    expect(measureFields({ ...given, kind: 'none', plannedOn: '2026-01-01' }, today).plannedOn).toBe(
      '2026-01-01',
    );
    expect(measureFields(given, today).plannedOn).toBeNull();
  });

  it.each([
    ['work', { kind: 'cut-back', doneOn: null }, null],
    ['work that is done', { kind: 'cut-back', doneOn: today }, 'measure.done'],
    ['a decision', { kind: 'none', doneOn: null }, 'measure.notWork'],
  ] as const)('is done only once, and only where it is work: %s', (_, measure, refusal) => {
    expect(whyNotComplete(measure)).toBe(refusal);
  });

  it.each([
    ['today', today, undefined],
    ['tomorrow', '2026-11-21', 'inTheFuture'],
    ['no day', '2026-02-30', 'notADate'],
  ])('was done %s', (_, doneOn, code) => {
    expect(doneOnFault({ doneOn }, today)?.code).toBe(code);
  });

  it('that is done can still be shown or not, and nothing else', () => {
    const before = measureFields({ ...given, text: 'Klippt' }, today);
    expect(onlyPublicChanges(before, { ...before, isPublic: false })).toBe(true);
    expect(onlyPublicChanges(before, { ...before, text: 'Röjt' })).toBe(false);
  });

  it('tells what is wrong with its activity by its own fields', () => {
    expect(completionFaults([{ field: 'occurredOn', code: 'beforeThePromise' }])).toEqual([
      { field: 'doneOn', code: 'beforeThePromise' },
    ]);
  });
});

describe('a proposal of a place', () => {
  it.each([
    ['a dark place', { kind: 'dark-place', status: 'received' }, null],
    ['one that was answered', { kind: 'dark-place', status: 'answered' }, null],
    ['a speed check', { kind: 'speed-check', status: 'received' }, 'notADarkPlace'],
    ['a hidden one', { kind: 'dark-place', status: 'hidden' }, 'proposalNotShown'],
    ['one that was taken back', { kind: 'dark-place', status: 'withdrawn' }, 'proposalNotShown'],
    ['none', null, 'proposalUnknown'],
  ] as const)('%s', (_, proposal, code) => {
    expect(whyNotLinked(proposal)).toBe(code);
  });
});

describe('a measure and who reads of it', () => {
  it.each([
    ['for everyone, counts', true, 'c', null],
    ['for everyone, counts for nothing', true, undefined, null],
    ['for staff alone, counts for nothing', false, undefined, null],
    ['for staff alone, counts', false, 'c', { field: 'commitmentId', code: 'notWanted' }],
  ])('%s', (_, isPublic, commitmentId, fault) => {
    expect(evidenceFault({ isPublic }, { commitmentId })).toEqual(fault);
  });

  const before = { isPublic: false, doneOn: today, activityId: null, isTold: false };
  it.each([
    ['done for staff alone, and now for everyone', before, true, true],
    ['still for staff alone', before, false, false],
    ['not done yet', { ...before, doneOn: null }, true, false],
    ['an activity tells of it', { ...before, activityId: 'a' }, true, false],
    ['told once, hidden, and shown again', { ...before, isTold: true }, true, false],
    ['for everyone already', { ...before, isPublic: true }, true, false],
  ])('tells people now: %s', (_, was, isPublic, told) => {
    expect(isToldNow(was, { isPublic })).toBe(told);
  });
});

describe('a measure that was marked as done by mistake', () => {
  it.each([
    ['can be taken back', '2026-11-20', null, false, null],
    ['cannot while it is planned', null, null, false, 'measure.notDone'],
    ['cannot where an activity counts it', '2026-11-20', 'activity', false, 'measure.counted'],
    ['cannot where the yearly wheel made it', '2026-11-20', null, true, 'measure.ofTheWheel'],
  ] as const)('%s', (_, doneOn, activityId, isCare, refusal) => {
    expect(whyNotWithdrawn({ doneOn, activityId, isCare })).toBe(refusal);
  });
});
