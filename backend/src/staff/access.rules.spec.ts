import type { OrganisationType, Role } from '@lofteskartan/shared/vocabulary';
import {
  actingOrganisation,
  holdsAnyRole,
  isPoliceMemberIn,
  mayActIn,
  type Member,
  municipalitiesWith,
  policeMunicipalities,
  triageRoles,
} from './access.rules.js';

type Line = [municipalityId: string, role: Role, organisationType: OrganisationType];

const member = (...lines: Line[]): Member => ({
  memberships: lines.map(([municipalityId, role, organisationType]) => ({
    municipalityId,
    role,
    organisationType,
    organisationId: `${organisationType}-${municipalityId}`,
  })),
});

const officer = member(['ale', 'police-officer', 'police'], ['kungälv', 'police-officer', 'police']);
const caseOfficer = member(['ale', 'case-officer', 'municipality']);
const coordinator = member(['ale', 'coordinator', 'municipality']);
const admin = member(['ale', 'admin', 'municipality']);
const both = member(['ale', 'coordinator', 'municipality'], ['kungälv', 'case-officer', 'municipality']);
const mislabelled = member(['ale', 'police-officer', 'municipality']);
const civilian = member(['ale', 'coordinator', 'police']);
const nobody = member();

describe('may act in a municipality', () => {
  const cases: [string, Member, string, readonly Role[], boolean][] = [
    ['an officer of the district handles Ale', officer, 'ale', triageRoles, true],
    ['and Kungälv', officer, 'kungälv', triageRoles, true],
    ['but not Lilla Edet', officer, 'lilla-edet', triageRoles, false],
    ['a case officer handles their own', caseOfficer, 'ale', triageRoles, true],
    ['a case officer does not handle the neighbour', caseOfficer, 'kungälv', triageRoles, false],
    ['an administrator handles no proposals', admin, 'ale', triageRoles, false],
    ['a coordinator confirms in Ale', both, 'ale', ['coordinator'], true],
    ['but not where they are a case officer', both, 'kungälv', ['coordinator'], false],
    ['a coordinator administers nothing', coordinator, 'ale', ['admin'], false],
    ['somebody without memberships may nothing', nobody, 'ale', triageRoles, false],
    ['no role is no right', officer, 'ale', [], false],
  ];
  it.each(cases)('%s', (_what, staff, municipalityId, roles, expected) => {
    expect(mayActIn(staff, municipalityId, roles)).toBe(expected);
  });
});

describe('knows what the police plan', () => {
  const cases: [string, Member | null, string, boolean][] = [
    ['an officer, in each municipality of the district', officer, 'kungälv', true],
    ['an officer, not elsewhere', officer, 'lilla-edet', false],
    ['a case officer does not', caseOfficer, 'ale', false],
    ['a coordinator does not', coordinator, 'ale', false],
    ['an administrator does not', admin, 'ale', false],
    ['the role alone is not enough outside the police', mislabelled, 'ale', false],
    ['the police alone are not enough without the role', civilian, 'ale', false],
    ['nobody who is not signed in', null, 'ale', false],
  ];
  it.each(cases)('%s', (_what, staff, municipalityId, expected) => {
    expect(isPoliceMemberIn(staff, municipalityId)).toBe(expected);
  });

  it('lists the municipalities, for filters', () => {
    expect(policeMunicipalities(officer)).toEqual(['ale', 'kungälv']);
    expect(policeMunicipalities(mislabelled)).toEqual([]);
    expect(policeMunicipalities(both)).toEqual([]);
  });
});

describe('acts for an organisation', () => {
  const cases: [string, Member, string, readonly Role[], string | null][] = [
    ['the police', officer, 'ale', triageRoles, 'police-ale'],
    ['the office', caseOfficer, 'ale', triageRoles, 'municipality-ale'],
    ['none where they may not act', caseOfficer, 'kungälv', triageRoles, null],
    [
      'of several the one whose role is named first',
      member(['ale', 'coordinator', 'municipality'], ['ale', 'police-officer', 'police']),
      'ale',
      triageRoles,
      'police-ale',
    ],
  ];
  it.each(cases)('%s', (_what, staff, municipalityId, roles, expected) => {
    expect(actingOrganisation(staff, municipalityId, roles)).toBe(expected);
  });
});

it('each municipality is listed once', () => {
  const twice = member(
    ['b', 'coordinator', 'municipality'],
    ['b', 'case-officer', 'municipality'],
    ['a', 'coordinator', 'police'],
  );
  expect(municipalitiesWith(twice, triageRoles)).toEqual(['a', 'b']);
  expect(municipalitiesWith(twice, ['admin'])).toEqual([]);
  expect(holdsAnyRole(twice, ['case-officer'])).toBe(true);
  expect(holdsAnyRole(twice, ['admin'])).toBe(false);
});
