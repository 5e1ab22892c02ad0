import type { OrganisationType, ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import { queueScope, statusesLeftOut, storedStatuses } from './queue.rules.js';

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
