import { isStrong, mappedGrants, personOf, welcome, type Arrival, type Welcome } from './identity.rules.js';

const stranger: Arrival = {
  tiedTo: null,
  invitedTo: null,
  otherIsTied: false,
  addressOf: null,
  addressIsTheirs: false,
  hasAddress: true,
  createsAccounts: true,
  hasMembership: true,
};
const refused = (code: Extract<Welcome, { does: 'refuse' }>['code']): Welcome => ({ does: 'refuse', code });

describe('somebody comes from a sign-in service', () => {
  const cases: [string, Partial<Arrival>, Welcome][] = [
    ['who was here before enters', { tiedTo: 'a' }, { does: 'enter', accountId: 'a' }],
    [
      'who was here before enters without any role',
      { tiedTo: 'a', hasMembership: false },
      { does: 'enter', accountId: 'a' },
    ],
    ['with an invitation is tied to its account', { invitedTo: 'a' }, { does: 'tie', accountId: 'a' }],
    [
      'with an invitation, whatever the address',
      { invitedTo: 'a', addressOf: 'b', hasAddress: false },
      { does: 'tie', accountId: 'a' },
    ],
    ['with the invitation of somebody else', { tiedTo: 'a', invitedTo: 'b' }, refused('signIn.tied')],
    [
      'with an invitation that another has taken',
      { invitedTo: 'a', otherIsTied: true },
      refused('signIn.tied'),
    ],
    ['with the address of an account here', { addressOf: 'a' }, refused('signIn.addressTaken')],
    [
      'with an address that this service gives out',
      { addressOf: 'a', addressIsTheirs: true },
      { does: 'tie', accountId: 'a' },
    ],
    [
      'with such an address that went to somebody new',
      { addressOf: 'a', addressIsTheirs: true, otherIsTied: true },
      refused('signIn.tied'),
    ],
    ['who is new gets an account', {}, { does: 'create' }],
    ['who is new and has no role', { hasMembership: false }, refused('signIn.noMembership')],
    ['who is new where people are invited', { createsAccounts: false }, refused('signIn.notInvited')],
    ['who is new and has no address', { hasAddress: false }, refused('signIn.notInvited')],
  ];
  it.each(cases)('%s', (_who, arrival, expected) => {
    expect(welcome({ ...stranger, ...arrival })).toEqual(expected);
  });
});

describe('claims', () => {
  const rule = { claim: 'groups', organisation: 'ale-kommun', municipality: 'ale', role: 'case-officer' };
  const grant = { organisation: 'ale-kommun', municipality: 'ale', role: 'case-officer' };
  const maps: [string, object, object[]][] = [
    ['a list with the value', { groups: ['x', 'g1'] }, [grant]],
    ['the value alone', { groups: 'g1' }, [grant]],
    ['both values of two rules for one membership', { groups: ['g1', 'g2'] }, [grant]],
    ['other values', { groups: ['g3'] }, []],
    ['a number', { groups: 1 }, []],
    ['nothing', {}, []],
  ];
  it.each(maps)('%s', (_what, claims, grants) => {
    const rules = ['g1', 'g2'].map((value) => ({ ...rule, value }));
    expect(mappedGrants({ ...claims }, rules)).toEqual(grants);
  });

  const names = { email: 'email', name: 'name' };
  it.each([
    [
      'an address and a name',
      { email: 'a@ale.se', name: 'A' },
      { email: 'a@ale.se', name: 'A', emailIsChecked: true },
    ],
    [
      'an address that was not checked',
      { email: 'a@ale.se', email_verified: false },
      { email: 'a@ale.se', name: null, emailIsChecked: false },
    ],
    ['what is no address', { email: 'a', name: ' ' }, { email: null, name: null, emailIsChecked: true }],
  ])('tell who it is: %s', (_what, claims, person) => {
    expect(personOf(claims, names)).toEqual(person);
  });

  it.each([
    ['nothing is asked for', {}, null, true],
    ['two steps were taken', { amr: ['pwd', 'mfa'] }, 'mfa', true],
    ['one step was taken', { amr: ['pwd'] }, 'mfa', false],
    ['nothing is told', {}, 'mfa', false],
  ])('tell how the person signed in: %s', (_what, claims, required, expected) => {
    expect(isStrong(claims, required)).toBe(expected);
  });
});
