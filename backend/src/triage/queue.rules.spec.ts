import type { OrganisationType, ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import {
  assignedTo,
  isDoneNearby,
  queueParts,
  queueScope,
  statusesLeftOut,
  statusesRead,
  storedStatuses,
} from './queue.rules.js';

const staff = (...lines: [string, Role, OrganisationType][]): StaffMember => ({
  accountId: 'a',
  name: 'A',
  email: 'a@example.org',
  memberships: lines.map(([municipalityId, role, organisationType]) => ({
    municipalityId,
    role,
    organisationType,
    organisationId: 'o',
  })),
});

describe('the queue of', () => {
  const cases: [string, StaffMember, string[], string[]][] = [
    [
      'an officer of two municipalities',
      staff(['b', 'police-officer', 'police'], ['a', 'police-officer', 'police']),
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a case officer', staff(['a', 'case-officer', 'municipality']), ['a'], []],
    ['an administrator', staff(['a', 'admin', 'municipality']), [], []],
    [
      'an administrator here and coordinator there',
      staff(['a', 'admin', 'municipality'], ['b', 'coordinator', 'municipality']),
      ['b'],
      [],
    ],
    ['an officer whose organisation is no police', staff(['a', 'police-officer', 'municipality']), ['a'], []],
    [
      'an officer here and case officer there',
      staff(['a', 'police-officer', 'police'], ['b', 'case-officer', 'police']),
      ['a', 'b'],
      ['a'],
    ],
  ];
  it.each(cases)('%s', (_who, person, municipalityIds, policeIds) => {
    expect(queueScope(person)).toMatchObject({ municipalityIds, policeIds });
  });
});

describe('rows that may read as', () => {
  const police = { municipalityIds: ['a'], policeIds: ['a'], secretsOf: [] };
  const others = { municipalityIds: ['a'], policeIds: [], secretsOf: [] };
  const cases: [string, ProposalStatus[], typeof police | typeof others, ProposalStatus[]][] = [
    ['planned, to the police, are among the committed too', ['planned'], police, ['planned', 'committed']],
    ['planned, to others, are those that are', ['planned'], others, ['planned']],
    ['committed are committed', ['committed'], police, ['committed']],
    ['either are asked for once', ['committed', 'planned'], police, ['committed', 'planned']],
    ['received are received', ['received'], police, ['received']],
  ];
  it.each(cases)('%s', (_what, asked, scope, stored) => {
    expect(storedStatuses(asked, scope)).toEqual(stored);
  });
});

describe('proposals that nobody handles any more', () => {
  const cases: [string, Parameters<typeof statusesLeftOut>[0], ProposalStatus[]][] = [
    ['are in the plain queue', {}, []],
    ['are not among the words to read', { publication: ['pending'] }, ['hidden', 'withdrawn', 'duplicate']],
    ['are not among the places to find', { placement: ['unplaced'] }, ['hidden', 'withdrawn', 'duplicate']],
    ['are there when asked for', { publication: ['pending'], status: ['hidden'] }, []],
    ['are among those that were decided', { publication: ['released'] }, []],
  ];
  it.each(cases)('%s', (_what, asked, left) => {
    expect(statusesLeftOut(asked)).toEqual(left);
  });
});

describe('the parts of the queue', () => {
  const cases: [string, Parameters<typeof queueParts>[0], string[]][] = [
    ['what was reported tops it', {}, ['reported', 'newest']],
    ['in every order', { sort: 'oldest' }, ['reported', 'oldest']],
    [
      'what is due comes before what waits for nothing',
      { sort: 'due' },
      ['reported', 'called', 'due', 'settled'],
    ],
    ['of what waits, the due alone', { sort: 'due', status: ['received'] }, ['reported', 'due']],
    [
      'of what has ended, the rest alone',
      { sort: 'due', status: ['done'] },
      ['reported', 'called', 'settled'],
    ],
    [
      'of both, both',
      { sort: 'due', status: ['done', 'received'] },
      ['reported', 'called', 'due', 'settled'],
    ],
    ['what is overdue waits', { sort: 'due', deadline: ['overdue'] }, ['reported', 'called', 'due']],
    [
      'whom to call about an answer is overdue in every order',
      { deadline: ['overdue'] },
      ['reported', 'called', 'newest'],
    ],
    [
      'of what waits, nobody is to be called',
      { deadline: ['overdue'], status: ['received'] },
      ['reported', 'newest'],
    ],
    ['what was reported alone', { sort: 'due', report: ['open'] }, ['reported']],
  ];
  it.each(cases)('%s', (_what, asked, parts) => {
    expect(queueParts(asked)).toEqual(parts);
  });
});

describe('whose hands are meant', () => {
  const person = staff(['a', 'case-officer', 'municipality'], ['a', 'admin', 'municipality']);
  const cases: [string, Parameters<typeof assignedTo>[0], ReturnType<typeof assignedTo>][] = [
    ['nobody asked', {}, { persons: null, organisations: null }],
    ['my own', { assignee: ['me'] }, { persons: { ids: ['a'], nobody: false }, organisations: null }],
    ['nobody’s', { assignee: ['nobody'] }, { persons: { ids: [], nobody: true }, organisations: null }],
    [
      'a colleague’s or nobody’s',
      { assignee: ['b', 'nobody'] },
      { persons: { ids: ['b'], nobody: true }, organisations: null },
    ],
    [
      'my organisation’s or the police’s',
      { organisation: ['mine', 'polisen'] },
      { persons: null, organisations: { ids: ['o'], slugs: ['polisen'] } },
    ],
  ];
  it.each(cases)('%s', (_what, asked, hands) => {
    expect(assignedTo(asked, person)).toEqual(hands);
  });
});

describe('statuses that are read one by one', () => {
  const anyones = { persons: null, organisations: null };
  const mine = { persons: { ids: ['a'], nobody: false }, organisations: null };
  const scope = { municipalityIds: ['a'], policeIds: [], secretsOf: [] };
  const waiting = ['received', 'under-review', 'awaiting-reply'];
  const read = (given: Partial<Parameters<typeof statusesRead>[0]>, part: 'newest' | 'settled' = 'newest') =>
    statusesRead({ scope, assigned: anyones, ...given }, part);
  it.each<[string, readonly ProposalStatus[] | null, readonly string[] | null]>([
    ['none: the plain queue', read({}), null],
    ['those that are asked for', read({ status: ['done'] }), ['done']],
    ['what waits, when it is overdue', read({ deadline: ['overdue'] }), waiting],
    ['of those asked for', read({ deadline: ['overdue'], status: ['done', 'received'] }), ['received']],
    ['what does not wait', read({ status: ['done', 'received'] }, 'settled'), ['done']],
  ])('%s', (_what, statuses, expected) => {
    expect(statuses).toEqual(expected);
  });
  it('all of them for what is in somebody’s hands', () => {
    expect(read({ assigned: mine })).toHaveLength(12);
  });
});

describe('what was done where a secret proposal is', () => {
  const done = (measureId: string) =>
    ({ type: 'measure-done', actor: null, changes: { measureId } }) as const;
  const house = done('lamp');
  const mistake = { type: 'measure-withdrawn', actor: null, changes: { measureId: 'lamp' } } as const;
  const by = (type: 'moved' | 'noted' | 'contact-opened') => ({ type, actor: 'Kim', changes: null });
  it.each([
    ['waits for those who may know of it', 'org', 'received', [house], true],
    ['waits although somebody opened the contact', 'org', 'received', [house, by('contact-opened')], true],
    ['was decided about by a move', 'org', 'under-review', [house, by('moved')], false],
    ['was decided about by a note', 'org', 'received', [house, by('noted')], false],
    ['waits again when more is done', 'org', 'received', [house, by('noted'), house], true],
    ['is gone when it was a mistake', 'org', 'received', [house, mistake], false],
    ['waits for what was no mistake', 'org', 'received', [house, done('hedge'), mistake], true],
    ['waits again when it is done after a mistake', 'org', 'received', [house, mistake, house], true],
    ['asks nothing of one that has ended', 'org', 'answered', [house], false],
    ['is told in public of one that is not secret', null, 'received', [house], false],
    ['is nothing where nothing was done', 'org', 'received', [by('noted')], false],
  ] as const)('%s', (_, secretFor, status, events, waits) => {
    expect(isDoneNearby({ secretFor, status }, events)).toBe(waits);
  });
});
