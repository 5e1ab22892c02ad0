import type { ProposalKind, ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { leadRefusal, letGoBecause, mayLieUnder, mayWithdrawFromCase, statusInLead } from './case.rules.js';

const leader = (
  status: ProposalStatus,
  commitmentId: string | null = null,
  kind: ProposalKind = 'dark-place',
) => ({
  kind,
  status,
  publicStatus: status as PublicStatus,
  policePlannedAt: null,
  municipalityId: 'ale',
  commitmentId,
  secretFor: null as string | null,
});

describe('a case', () => {
  const leads: [
    name: string,
    leader: ReturnType<typeof leader>,
    member: ProposalKind,
    refusal: string | null,
  ][] = [
    ['a new one', leader('received'), 'dark-place', null],
    ['a new one of another kind', leader('received'), 'idea', null],
    ['one under review', leader('under-review'), 'dark-place', null],
    ['one whose sender was asked', leader('awaiting-reply'), 'dark-place', null],
    ['one in the promise', leader('committed', '9'), 'dark-place', null],
    ['one in the promise, of another kind', leader('committed', '9'), 'speed-check', 'case.otherKind'],
    ['one that is planned', leader('planned', '9'), 'dark-place', null],
    ['one that somebody else has', leader('referred'), 'dark-place', 'case.ended'],
    ['one that is done', leader('done'), 'dark-place', 'case.ended'],
    ['one that is answered', leader('answered'), 'dark-place', 'case.ended'],
    ['one that is declined', leader('declined'), 'dark-place', 'case.ended'],
    ['one that is hidden', leader('hidden'), 'dark-place', 'case.ended'],
    ['one that is withdrawn', leader('withdrawn'), 'dark-place', 'case.ended'],
  ];
  it.each(leads)('%s lets another lead', (_name, given, kind, refusal) => {
    expect(leadRefusal(given, { kind, secretFor: null })).toBe(refusal);
  });

  const secrets: [leader: string | null, member: string | null, lies: boolean, leads: string | null][] = [
    [null, null, true, null],
    [null, 'polisen', true, 'case.secret'],
    ['polisen', null, false, 'case.secret'],
    ['polisen', 'kommunen', false, 'case.secret'],
    ['polisen', 'polisen', true, null],
  ];
  it.each(secrets)('secret for %s takes one that is secret for %s: %s', (one, other, lies, refusal) => {
    expect(mayLieUnder({ secretFor: one }, { secretFor: other })).toBe(lies);
    const given = { ...leader('received'), secretFor: one };
    expect(leadRefusal(given, { kind: 'dark-place', secretFor: other })).toBe(refusal);
  });

  it.each<[ProposalStatus, ProposalStatus]>([
    ['received', 'received'],
    ['committed', 'committed'],
    ['planned', 'planned'],
    ['awaiting-reply', 'under-review'],
  ])('whoever takes over from %s is %s', (from, status) => {
    expect(statusInLead(from)).toEqual({ status, publicStatus: status });
  });

  it.each<[name: string, own: PublicStatus, ofCase: PublicStatus, may: boolean]>([
    ['alone and open', 'under-review', 'under-review', true],
    ['alone and answered', 'answered', 'answered', false],
    ['gathered, and the case is open', 'duplicate', 'committed', true],
    ['gathered, and the case is answered', 'duplicate', 'answered', false],
    ['gathered, and the case is done', 'duplicate', 'done', false],
    ['withdrawn', 'withdrawn', 'withdrawn', false],
  ])('%s: its sender may withdraw', (_name, own, ofCase, may) => {
    expect(mayWithdrawFromCase(own, ofCase)).toBe(may);
  });

  it.each<[ProposalStatus, boolean]>([
    ['withdrawn', true],
    ['hidden', true],
    ['answered', false],
    ['duplicate', false],
    ['under-review', false],
  ])('a leader that becomes %s lets its members go: %s', (to, goes) => {
    expect(letGoBecause(to) !== null).toBe(goes);
  });
});
