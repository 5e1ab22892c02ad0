import { describe, expect, test } from '@jest/globals';
import { correctionBody, correctionOf, emptyDetails } from './correction-draft.js';
import { readDegrees } from './correction.rules.js';
import { cutAtFindings } from './highlight.js';
import { doneByOthers, emptyMove, missingFields, moveBody, takesPublicText } from './move-draft.js';
import { isReviewedFirst, publicDetails, wouldShow } from './public-preview.rules.js';
import { chosenCount, readFilters, writeFilters } from './queue-filters.js';

const wish = {
  kind: 'speed-check',
  status: 'received',
  version: 3,
  position: [12.05, 57.9],
  placeName: null,
  details: {
    roadName: 'Svenstorpsvägen',
    direction: 'norrut',
    weekdays: ['mon'],
    hourBands: ['07-09'],
    postedLimit: 50,
    problems: ['speeding'],
    near: [],
  },
  events: [
    { actor: null, type: 'received' },
    { actor: 'Kim', type: 'moved' },
    { actor: 'Hanna', type: 'noted' },
  ],
} as never;
const place = {
  kind: 'dark-place',
  status: 'received',
  details: { causes: ['lamp-broken'], when: ['dark'], safetyNow: 2, lampNumber: 'B-11' },
} as never;
const deserted = {
  kind: 'dark-place',
  status: 'received',
  details: { causes: ['deserted'], when: [] },
} as never;
const idea = { kind: 'idea', status: 'answered', details: { topic: 'leisure' } } as never;
const hidden = { ...(place as object), status: 'hidden' } as never;

describe('personal data in a text', () => {
  const found = (start: number, end: number, field = 'description') => ({
    field,
    type: 'phone' as const,
    start,
    end,
  });
  test.each([
    ['nothing found', [], [['ring 070', null]]],
    [
      'at the end',
      [found(5, 8)],
      [
        ['ring ', null],
        ['070', 'phone'],
      ],
    ],
    ['in another field', [found(5, 8, 'placeName')], [['ring 070', null]]],
    ['beyond the text', [found(5, 80)], [['ring 070', null]]],
    ['overlapping', [found(0, 8), found(5, 8)], [['ring 070', 'phone']]],
  ])('%s', (_, findings, parts) => {
    expect(
      cutAtFindings('ring 070', 'description', findings).map(({ text, found: type }) => [text, type]),
    ).toEqual(parts);
  });
});

describe('what the public would see', () => {
  test.each([
    ['a speed check shows at once', wish, false, true],
    ['a dark place shows at once', place, false, true],
    ['a deserted place waits for a reader', deserted, false, false],
    ['a deserted place shows once it was read', deserted, true, true],
    ['an idea waits for a reader', idea, false, false],
    ['what is hidden never shows', hidden, true, false],
  ])('%s', (_, proposal, released, shows) => {
    expect(wouldShow(proposal, released)).toBe(shows);
  });

  test('free words stay inside until they are released', () => {
    expect(publicDetails(wish, false)).not.toHaveProperty('roadName');
    expect(publicDetails(wish, false)).not.toHaveProperty('direction');
    expect(publicDetails(wish, true)).toHaveProperty('roadName', 'Svenstorpsvägen');
    expect(publicDetails({ ...(wish as object), roadListed: true } as never, false)).toHaveProperty(
      'roadName',
      'Svenstorpsvägen',
    );
  });

  test('lamp number and safety are never public', () => {
    expect(publicDetails(place, true)).toEqual({ causes: ['lamp-broken'], when: ['dark'] });
    expect(isReviewedFirst(place)).toBe(false);
  });
});

describe('a move', () => {
  const decline = { to: 'declined', requires: ['reason', 'publicText'] } as never;
  const plan = { to: 'planned', requires: [] } as never;
  const draft = {
    ...emptyMove(),
    to: 'declined' as const,
    publicText: ' Nej. ',
    responsible: 'Trafikverket',
  };

  test('names what is missing', () => {
    expect(missingFields(decline, draft)).toEqual(['reason']);
  });
  test('sends what it takes, and nothing that was written for another choice', () => {
    expect(moveBody(decline, { ...draft, reason: 'other' }, wish)).toEqual({
      to: 'declined',
      version: 3,
      publicText: 'Nej.',
      reason: 'other',
    });
  });
  test('what the police plan is told to nobody', () => {
    expect(takesPublicText(plan, 'speed-check')).toBe(false);
    expect(takesPublicText(plan, 'dark-place')).toBe(true);
    expect(moveBody(plan, draft, wish)).not.toHaveProperty('publicText', 'Nej.');
  });
  test.each([
    ['the same version', 3, 1, 'Hanna', null],
    ['a colleague was first', 2, 1, 'Petra', ['Kim', 'Hanna']],
    ['only oneself', 2, 2, 'Hanna', null],
    ['a colleague and oneself', 2, 1, 'Hanna', ['Kim']],
  ])('%s', (_, seenVersion, seenEvents, me, actors) => {
    const others = doneByOthers({ ...draft, seenVersion, seenEvents }, wish, me);
    expect(others?.map(({ actor }) => actor) ?? null).toEqual(actors);
  });
});

describe('a correction', () => {
  test.each([
    ['with a comma', '57,9', '12,05', [12.05, 57.9]],
    ['with a point', '57.9', '12.05', [12.05, 57.9]],
    ['both empty', '', ' ', null],
    ['one empty', '57.9', '', 'wrong'],
    ['swapped', '12.05', '57.9', 'wrong'],
    ['no number', 'här', '12', 'wrong'],
  ])('%s', (_, lat, lng, position) => {
    expect(readDegrees(lat, lng)).toEqual(position);
  });

  test('sends only what was changed', () => {
    const unchanged = { ...correctionOf(wish), reason: 'Fel' };
    expect(correctionBody(wish, unchanged)).toEqual({ version: 3, reason: 'Fel' });
    expect(correctionBody(wish, { ...unchanged, lat: '57.91' })).toHaveProperty('position', [12.05, 57.91]);
    expect(correctionBody(wish, { ...unchanged, kind: 'idea', details: emptyDetails('idea') })).toMatchObject(
      {
        kind: 'idea',
        details: { topic: 'other' },
      },
    );
  });
});

describe('the address of the queue', () => {
  test('says what is chosen and nothing else', () => {
    const address =
      'municipality=ale&kind=idea&status=received&status=referred&placement=unplaced&q=lampa&sort=oldest';
    const filters = readFilters(new URLSearchParams(`${address}&kind=spaceship&placement=by-staff`));
    expect(writeFilters(filters).toString()).toBe(address);
    expect(chosenCount(filters)).toBe(5);
  });
  test('the plain queue has a plain address', () => {
    expect(writeFilters(readFilters(new URLSearchParams('sort=newest&q='))).toString()).toBe('');
  });
});
