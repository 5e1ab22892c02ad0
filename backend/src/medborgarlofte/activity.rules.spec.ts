import type { ProposalKind, ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import type { Membership } from '../platform/staff-member.js';
import {
  allowedOnActivity,
  dateFault,
  endedAtFault,
  linkFaults,
  loggingOrganisation,
  putRight,
  reportedFault,
  unlinkFault,
  whyNotConfirm,
  whyNotRelease,
} from './activity.rules.js';

const member = (
  role: Role,
  organisationId: string,
  municipalityId = 'ale',
  organisationType: Membership['organisationType'] = 'municipality',
): Membership => ({ role, organisationId, organisationType, municipalityId });

const officer = member('police-officer', 'polisen', 'ale', 'police');
const otherOfficer = member('police-officer', 'granndistriktet', 'ale', 'police');
const officerElsewhere = member('police-officer', 'polisen', 'kungalv', 'police');
const caseOfficer = member('case-officer', 'kommunen');
const coordinator = member('coordinator', 'kommunen');
const coordinatorElsewhere = member('coordinator', 'kommunen', 'kungalv');
const admin = member('admin', 'kommunen');

describe('for whom somebody may log', () => {
  const police = { municipalityId: 'ale', owners: [{ id: 'polisen', slug: 'polisen' }] };
  const both = {
    municipalityId: 'ale',
    owners: [
      { id: 'kommunen', slug: 'kommunen' },
      { id: 'polisen', slug: 'polisen' },
    ],
  };
  const rows: [string, Membership[], typeof police, string | undefined, string | undefined, object][] = [
    ['an officer for the police', [officer], police, undefined, undefined, { organisationId: 'polisen' }],
    [
      'an officer who names the own organisation',
      [officer],
      police,
      'polisen',
      undefined,
      { organisationId: 'polisen' },
    ],
    [
      'an officer of another district',
      [otherOfficer],
      police,
      undefined,
      undefined,
      { refusal: 'role.insufficient' },
    ],
    [
      'an officer who names another owner',
      [officer],
      both,
      'kommunen',
      undefined,
      { refusal: 'role.insufficient' },
    ],
    [
      'a case officer for the municipality',
      [caseOfficer],
      both,
      undefined,
      undefined,
      { organisationId: 'kommunen' },
    ],
    [
      'a case officer for the police’s commitment',
      [caseOfficer],
      police,
      undefined,
      undefined,
      { refusal: 'role.insufficient' },
    ],
    [
      'a coordinator for the own organisation',
      [coordinator],
      both,
      undefined,
      undefined,
      { organisationId: 'kommunen' },
    ],
    [
      'a coordinator for the police, with a note',
      [coordinator],
      police,
      'polisen',
      'mejl 3 mars',
      { organisationId: 'polisen' },
    ],
    [
      'a coordinator for the police, without a note',
      [coordinator],
      police,
      'polisen',
      undefined,
      { fault: { field: 'sourceNote', code: 'required' } },
    ],
    [
      'a coordinator who does not say for whom',
      [coordinator],
      police,
      undefined,
      'mejl',
      { fault: { field: 'onBehalfOf', code: 'required' } },
    ],
    [
      'a coordinator for somebody who is no owner',
      [coordinator],
      police,
      'kommunen',
      'mejl',
      { fault: { field: 'onBehalfOf', code: 'notOneOf', params: { allowed: ['polisen'] } } },
    ],
    ['an admin', [admin], both, undefined, undefined, { refusal: 'role.insufficient' }],
    [
      'an officer of another municipality',
      [officerElsewhere],
      police,
      undefined,
      undefined,
      { refusal: 'not.found' },
    ],
    [
      'a coordinator of another municipality',
      [coordinatorElsewhere],
      police,
      'polisen',
      'mejl',
      { refusal: 'not.found' },
    ],
    [
      'an officer who works in both',
      [officerElsewhere, officer],
      police,
      undefined,
      undefined,
      { organisationId: 'polisen' },
    ],
  ];
  it.each(rows)('%s', (_name, memberships, commitment, onBehalfOf, sourceNote, decision) => {
    expect(loggingOrganisation(memberships, commitment, onBehalfOf, sourceNote)).toEqual(decision);
  });
});

describe('what somebody may do with the police’s activity', () => {
  const activity = (state: 'logged' | 'confirmed' | 'released') => ({
    municipalityId: 'ale',
    organisationId: 'polisen',
    confirmedAt: state === 'logged' ? null : new Date(0),
    releasedAt: state === 'released' ? new Date(0) : null,
  });
  const rows: [string, Membership, string[], string[], string[]][] = [
    ['its own officer', officer, ['change'], ['release'], []],
    ['an officer of another district', otherOfficer, [], [], []],
    ['its officer, in another municipality', officerElsewhere, [], [], []],
    ['a municipal case officer', caseOfficer, [], [], []],
    ['a coordinator', coordinator, ['change', 'confirm'], ['change'], ['change']],
    ['a coordinator of another municipality', coordinatorElsewhere, [], [], []],
    ['an admin', admin, [], [], []],
  ];
  it.each(rows)('%s', (_name, one, logged, confirmed, released) => {
    expect(allowedOnActivity([one], activity('logged'))).toEqual(logged);
    expect(allowedOnActivity([one], activity('confirmed'))).toEqual(confirmed);
    expect(allowedOnActivity([one], activity('released'))).toEqual(released);
  });

  it('is confirmed once and released after that, once', () => {
    expect(whyNotConfirm(activity('logged'))).toBeNull();
    expect(whyNotConfirm(activity('confirmed'))).toBe('activity.alreadyConfirmed');
    expect(whyNotRelease(activity('logged'))).toBe('activity.notConfirmed');
    expect(whyNotRelease(activity('confirmed'))).toBeNull();
    expect(whyNotRelease(activity('released'))).toBe('activity.alreadyReleased');
  });
});

describe('the date of an activity', () => {
  const days = { startsOn: '2025-01-01', endsOn: '2027-12-31', openingAsOf: '2025-03-31', closedFrom: null };
  const rows: [string, string, string, string | null][] = [
    ['today', '2026-11-22', '2026-11-22', null],
    ['tomorrow', '2026-11-23', '2026-11-22', 'inTheFuture'],
    ['a day that the calendar lacks', '2026-02-30', '2026-11-22', 'notADate'],
    ['before the promise', '2024-12-31', '2026-11-22', 'beforeThePromise'],
    ['the last day that the opening balance covers', '2025-03-31', '2026-11-22', 'inTheOpening'],
    ['the day after that', '2025-04-01', '2026-11-22', null],
    ['the promise’s last day', '2027-12-31', '2028-01-10', null],
    ['after the promise', '2028-01-01', '2028-01-10', 'afterThePromise'],
  ];
  it.each(rows)('%s', (_name, occurredOn, today, code) => {
    expect(dateFault(occurredOn, days, today)?.code ?? null).toBe(code);
  });

  it.each([
    ['the day before the commitment is closed', '2026-05-31', null],
    ['the day from which it is closed', '2026-06-01', 'afterTheCommitment'],
  ])('%s', (_name, occurredOn, code) => {
    const closed = { ...days, closedFrom: '2026-06-01' };
    expect(dateFault(occurredOn, closed, '2026-11-22')?.code ?? null).toBe(code);
  });
});

describe('the moment at which an activity ended', () => {
  const now = new Date('2026-03-12T12:00:00Z');
  const rows: [string, string | undefined, string, string | null][] = [
    ['not told', undefined, '2026-03-10', null],
    ['on its day', '2026-03-10T08:30:00+01:00', '2026-03-10', null],
    ['in the night after', '2026-03-11T02:00:00Z', '2026-03-10', null],
    ['the day before', '2026-03-09T22:59:00Z', '2026-03-10', 'notOnItsDay'],
    ['two days after', '2026-03-12T00:00:01Z', '2026-03-10', 'notOnItsDay'],
    ['later than now', '2026-03-12T12:00:01Z', '2026-03-12', 'inTheFuture'],
    ['a date without a time', '2026-03-10', '2026-03-10', 'notAMoment'],
    ['no such time', '2026-03-10T25:00:00Z', '2026-03-10', 'notAMoment'],
  ];
  it.each(rows)('%s', (_name, endedAt, occurredOn, code) => {
    expect(endedAtFault(endedAt, occurredOn, now)?.code ?? null).toBe(code);
  });
});

describe('a clock that is ahead', () => {
  const noon = '2026-03-12T12:00:00.000Z';
  const midnight = '2026-03-11T23:00:00.000Z';
  const before = '2026-03-11T22:58:00.000Z';
  const rows: [string, string, string, string | undefined, [string, string | undefined]][] = [
    ['not told', noon, '2026-03-12', undefined, ['2026-03-12', undefined]],
    ['now', noon, '2026-03-12', noon, ['2026-03-12', noon]],
    ['earlier', noon, '2026-03-11', midnight, ['2026-03-11', midnight]],
    ['a second ahead', noon, '2026-03-12', '2026-03-12T12:00:01Z', ['2026-03-12', noon]],
    ['ten minutes ahead', noon, '2026-03-12', '2026-03-12T13:10:00+01:00', ['2026-03-12', noon]],
    ['more', noon, '2026-03-12', '2026-03-12T12:10:01Z', ['2026-03-12', '2026-03-12T12:10:01Z']],
    ['ahead over midnight', before, '2026-03-12', midnight, ['2026-03-11', before]],
    ['ahead, of the day before', noon, '2026-03-11', '2026-03-12T12:00:01Z', ['2026-03-11', noon]],
    ['not a moment', noon, '2026-03-12', '2026-03-12', ['2026-03-12', '2026-03-12']],
    ['no such time', noon, '2026-03-12', '2026-03-12T25:00:00Z', ['2026-03-12', '2026-03-12T25:00:00Z']],
  ];
  it.each(rows)('%s', (_name, now, occurredOn, endedAt, expected) => {
    const told = { occurredOn, result: endedAt === undefined ? {} : { endedAt, measured: 3 } };
    const right = putRight(told, new Date(now));
    expect([right.occurredOn, right.result.endedAt]).toEqual(expected);
    expect(right.result.measured).toBe(told.result.measured);
  });
});

describe('how many were reported of those measured', () => {
  const rows: [string, { measured?: number; reported?: number }, string | null][] = [
    ['neither told', {}, null],
    ['reported alone', { reported: 3 }, null],
    ['measured alone', { measured: 120 }, null],
    ['all of them', { measured: 3, reported: 3 }, null],
    ['more than were measured', { measured: 3, reported: 4 }, 'tooLarge'],
  ];
  it.each(rows)('%s', (_name, result, code) => {
    expect(reportedFault(result)?.code ?? null).toBe(code);
  });
});

describe('proposals that are to be linked', () => {
  const proposal = (kind: ProposalKind, status: ProposalStatus) => ({ kind, status });
  const rows: [string, ReturnType<typeof proposal> | undefined, string | null][] = [
    ['an open one', proposal('speed-check', 'committed'), null],
    ['one that was answered before', proposal('speed-check', 'answered'), null],
    ['one that leads to another', proposal('speed-check', 'duplicate'), null],
    ['one of another kind', proposal('dark-place', 'received'), 'proposalOfOtherKind'],
    ['one that is hidden', proposal('speed-check', 'hidden'), 'proposalNotShown'],
    ['one that was withdrawn', proposal('speed-check', 'withdrawn'), 'proposalNotShown'],
    ['one that does not exist here', undefined, 'proposalUnknown'],
  ];
  it.each(rows)('%s', (_name, given, code) => {
    const good = proposal('speed-check', 'received');
    const expected = code === null ? [] : [{ field: 'proposalReferences[1]', code }];
    expect(linkFaults([good, given, good], ['speed-check'])).toEqual(expected);
  });

  it('stay linked once the activity is confirmed', () => {
    expect(unlinkFault(['A', 'B'], ['A'], false)).toBeNull();
    expect(unlinkFault(['A'], ['B', 'A'], true)).toBeNull();
    expect(unlinkFault(['A', 'B'], ['A'], true)?.code).toBe('linkIsFinal');
  });
});
