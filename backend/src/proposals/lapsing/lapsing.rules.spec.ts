import type { ProposalKind, ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { lapse, wishTerm, type Wish } from './lapsing.rules.js';

const wish = (changes: Partial<Wish> = {}): Wish => ({
  kind: 'speed-check',
  status: 'received',
  wishedOn: '2026-03-15',
  promise: { endsOn: '2028-12-31' },
  ...changes,
});

describe('a wish for a speed check', () => {
  const rows: [name: string, wish: Wish, today: string, why: string | null][] = [
    ['a day before twelve months', wish(), '2027-03-14', null],
    ['after twelve months', wish(), '2027-03-15', 'wish-lapsed'],
    ['committed, after twelve months', wish({ status: 'committed' }), '2027-03-15', 'wish-lapsed'],
    ['referred, after twelve months', wish({ status: 'referred' }), '2027-03-15', 'wish-lapsed'],
    ['waiting for a reply', wish({ status: 'awaiting-reply' }), '2027-03-15', 'wish-lapsed'],
    ['wished on 29 February', wish({ wishedOn: '2024-02-29' }), '2025-02-28', 'wish-lapsed'],
    ['on the promise’s last day', wish({ promise: { endsOn: '2026-12-31' } }), '2026-12-31', null],
    ['the day after it', wish({ promise: { endsOn: '2026-12-31' } }), '2027-01-01', 'promise-ended'],
    ['a promise without an end', wish({ promise: { endsOn: null } }), '2027-03-14', null],
    ['no promise', wish({ promise: null }), '2027-03-14', null],
    ['no promise, after twelve months', wish({ promise: null }), '2027-03-15', 'wish-lapsed'],
    ['checked, though not in public yet', wish({ status: 'done' }), '2027-03-15', null],
    ['answered', wish({ status: 'answered' }), '2027-03-15', null],
    ['gathered under another', wish({ status: 'duplicate' }), '2027-03-15', null],
    ['a dark place', wish({ kind: 'dark-place' }), '2028-03-15', null],
    ['an idea after its promise', wish({ kind: 'idea' }), '2029-03-15', null],
  ];
  it.each(rows)('%s', (_name, given, today, why) => {
    expect(lapse(given, today)).toBe(why);
  });

  const terms: [name: string, ProposalKind, PublicStatus, today: string, mayRenew: boolean | null][] = [
    ['before eleven months', 'speed-check', 'received', '2027-02-14', false],
    ['from eleven months on', 'speed-check', 'received', '2027-02-15', true],
    ['while the job has not run', 'speed-check', 'committed', '2027-03-16', true],
    ['once it is answered', 'speed-check', 'answered', '2027-02-15', null],
    ['a dark place', 'dark-place', 'received', '2027-02-15', null],
  ];
  it.each(terms)('may be renewed %s', (_name, kind, publicStatus, today, mayRenew) => {
    const term = wishTerm(kind, publicStatus, '2026-03-15', today);
    expect(term).toEqual(mayRenew === null ? null : { lapsesOn: '2027-03-15', mayRenew });
  });

  it('the sender of one that was checked in secret reads what everyone else would', () => {
    const secret: ProposalStatus = 'done';
    expect(lapse(wish({ status: secret }), '2027-03-20')).toBeNull();
    expect(wishTerm('speed-check', 'committed', '2026-03-15', '2027-03-20')).toEqual({
      lapsesOn: '2027-03-15',
      mayRenew: true,
    });
  });
});
