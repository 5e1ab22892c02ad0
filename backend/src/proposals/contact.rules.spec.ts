import { describe, expect, it } from '@jest/globals';
import type { OrganisationType, ProposalKind, Role } from '@lofteskartan/shared/vocabulary';
import { asksAgain, confirmation, mayOpenContact, normalAddress, unansweredSince } from './contact.rules.js';

describe('an address', () => {
  it.each([
    ['as it is', 'kim@example.org', 'kim@example.org'],
    ['large letters are small ones', 'Kim@Example.ORG', 'kim@example.org'],
    ['space around it is none', ' kim@example.org\n', 'kim@example.org'],
  ])('%s', (_what, given, kept) => {
    expect(normalAddress(given)).toBe(kept);
  });
});

describe('the link in the confirmation mail', () => {
  const askedAt = new Date('2026-11-01T12:00:00Z');
  it.each([
    ['on the same day', 'unconfirmed', '2026-11-01T13:00:00Z', 'confirm'],
    ['after 14 days to the minute', 'unconfirmed', '2026-11-15T12:00:00Z', 'confirm'],
    ['a second later', 'unconfirmed', '2026-11-15T12:00:01Z', 'late'],
    ['once more, however late', 'confirmed', '2027-11-15T12:00:00Z', 'as-before'],
    ['after the mails were stopped', 'stopped', '2026-11-02T12:00:00Z', 'as-before'],
  ] as const)('%s', (_when, state, now, outcome) => {
    expect(confirmation({ state, askedAt }, new Date(now))).toBe(outcome);
  });

  it('who never answered is forgotten when it no longer works', () => {
    expect(unansweredSince(new Date('2026-11-15T12:00:00Z'))).toEqual(askedAt);
  });

  it('an address given once more is asked again unless it said yes', () => {
    expect((['unconfirmed', 'confirmed', 'stopped'] as const).map(asksAgain)).toEqual([true, false, true]);
  });
});

describe('who may open the sender’s contact', () => {
  const police = { id: 'police', type: 'police' } as const;
  const office = { id: 'office', type: 'municipality' } as const;
  const landlord = { id: 'landlord', type: 'partner' } as const;
  type Organisation = { readonly id: string; readonly type: OrganisationType };

  it.each<[string, ProposalKind, readonly Organisation[] | null, string]>([
    ['a speed check is for the police', 'speed-check', null, 'police'],
    ['a dark place for the municipality', 'dark-place', null, 'office'],
    ['an idea for the municipality', 'idea', null, 'office'],
    ['linked to the police’s commitment', 'idea', [police], 'police'],
    ['linked to the municipality’s commitment', 'speed-check', [office], 'office'],
    ['linked to a commitment of both', 'idea', [police, office], 'police office'],
    ['linked to a partner’s commitment', 'idea', [landlord], 'landlord'],
    ['linked to a commitment that nobody owns', 'idea', [], ''],
  ])('%s', (_what, kind, owners, expected) => {
    const open = [police, office, landlord].filter(({ id, type }) =>
      mayOpenContact({ municipalityId: 'ale', kind, owners }, [member(id, type)]),
    );
    expect(open.map(({ id }) => id).join(' ')).toBe(expected);
  });

  const member = (
    organisationId: string,
    organisationType: OrganisationType,
    role: Role = 'case-officer',
  ) => ({
    organisationId,
    organisationType,
    municipalityId: 'ale',
    role,
  });

  it.each<[string, Role, string, boolean]>([
    ['a coordinator of the municipality', 'coordinator', 'ale', true],
    ['an administrator handles no proposals', 'admin', 'ale', false],
    ['somebody of another municipality', 'case-officer', 'kungalv', false],
  ])('%s', (_who, role, municipalityId, may) => {
    const proposal = { municipalityId, kind: 'dark-place', owners: null } as const;
    expect(mayOpenContact(proposal, [member('office', 'municipality', role)])).toBe(may);
  });
});
