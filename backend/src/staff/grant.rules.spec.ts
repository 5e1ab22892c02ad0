import type { Role } from '@lofteskartan/shared/vocabulary';
import { accountRefusal, type AccountPlan, checkedGrants } from './grant.rules.js';

const places = [
  {
    municipality: 'ale',
    municipalityId: '1',
    organisation: 'polisen',
    organisationId: 'p',
    organisationType: 'police',
  },
  {
    municipality: 'ale',
    municipalityId: '1',
    organisation: 'kommunen',
    organisationId: 'k',
    organisationType: 'municipality',
  },
  {
    municipality: 'ale',
    municipalityId: '1',
    organisation: 'bolaget',
    organisationId: 'b',
    organisationType: 'partner',
  },
] as const;

describe('a membership that is asked for', () => {
  const cases: [string, string, string, Role, string | null][] = [
    ['a police officer of the police', 'ale', 'polisen', 'police-officer', null],
    ['a coordinator of the office', 'ale', 'kommunen', 'coordinator', null],
    ['a case officer of a partner', 'ale', 'bolaget', 'case-officer', null],
    ['no police officer of the office', 'ale', 'kommunen', 'police-officer', 'memberships[0].role notOneOf'],
    ['no police officer of a partner', 'ale', 'bolaget', 'police-officer', 'memberships[0].role notOneOf'],
    [
      'no organisation that does not work there',
      'ale',
      'trafikverket',
      'case-officer',
      'memberships[0].organisation notFound',
    ],
    [
      'no municipality that is not there',
      'atlantis',
      'kommunen',
      'admin',
      'memberships[0].municipality notFound',
    ],
  ];
  it.each(cases)('%s', (_what, municipality, organisation, role, fault) => {
    const { grants, faults } = checkedGrants([{ municipality, organisation, role }], places);
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(fault ? [fault] : []);
    expect(grants).toHaveLength(fault ? 0 : 1);
  });
});

describe('a change of an account', () => {
  const plan: AccountPlan = {
    isOwn: false,
    changesAccount: false,
    deactivates: false,
    changesMemberships: false,
    ofInstallation: false,
    byInstallation: false,
    municipalityIds: ['ale'],
    administered: ['ale'],
  };
  const shared = ['ale', 'kungälv'];
  const cases: [string, Partial<AccountPlan>, ReturnType<typeof accountRefusal>][] = [
    ['of one’s own municipality', { changesAccount: true, deactivates: true }, null],
    ['of a foreign municipality is as if it were not there', { municipalityIds: ['kungälv'] }, 'not.found'],
    ['without memberships is as if it were not there', { municipalityIds: [] }, 'not.found'],
    ['that works in both: memberships', { municipalityIds: shared, changesMemberships: true }, null],
    [
      'that works in both: no new password',
      { municipalityIds: shared, changesAccount: true },
      'account.shared',
    ],
    [
      'that works in both, by an administrator of both',
      { municipalityIds: shared, administered: shared, changesAccount: true },
      null,
    ],
    ['of the whole installation', { ofInstallation: true, changesAccount: true }, 'account.installation'],
    ['of the whole installation: memberships', { ofInstallation: true, changesMemberships: true }, null],
    [
      'of the whole installation, by another such',
      { ofInstallation: true, byInstallation: true, changesAccount: true },
      null,
    ],
    ['one’s own name or password', { isOwn: true, changesAccount: true }, null],
    ['one’s own memberships', { isOwn: true, changesMemberships: true }, 'account.own'],
    ['one’s own end', { isOwn: true, changesAccount: true, deactivates: true }, 'account.own'],
  ];
  it.each(cases)('%s', (_what, change, expected) => {
    expect(accountRefusal({ ...plan, ...change })).toBe(expected);
  });
});
