import type { Role } from '@lofteskartan/shared/vocabulary';
import { holdsAnyRole, mayActIn, type Member, municipalitiesWith, triageRoles } from './access.rules.js';

const member = (...lines: [municipalityId: string, role: Role][]): Member => ({
  memberships: lines.map(([municipalityId, role]) => ({ municipalityId, role })),
});

const officer = member(['ale', 'police-officer'], ['kungälv', 'police-officer']);
const caseOfficer = member(['ale', 'case-officer']);
const coordinator = member(['ale', 'coordinator']);
const admin = member(['ale', 'admin']);
const both = member(['ale', 'coordinator'], ['kungälv', 'case-officer']);
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

it('each municipality is listed once', () => {
  const twice = member(['b', 'coordinator'], ['b', 'case-officer'], ['a', 'coordinator']);
  expect(municipalitiesWith(twice, triageRoles)).toEqual(['a', 'b']);
  expect(municipalitiesWith(twice, ['admin'])).toEqual([]);
  expect(holdsAnyRole(twice, ['case-officer'])).toBe(true);
  expect(holdsAnyRole(twice, ['admin'])).toBe(false);
});
