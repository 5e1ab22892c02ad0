import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { ProposalKind, PublicStatus, PublicationState } from '@lofteskartan/shared/vocabulary';
import {
  emptyDetails,
  needsReview,
  publicationAfterCorrection,
  publicationAwaited,
  publicNow,
  publicShape,
  publicWords,
} from './publication.rules.js';

const speed = { weekdays: [], hourBands: [], problems: [], near: [] };
const dark = (...causes: string[]) => ({ causes, when: ['dark'] }) as ProposalDetails;
const idea = { topic: 'safety' } as ProposalDetails;

type Row = [
  name: string,
  kind: ProposalKind,
  details: ProposalDetails,
  status: PublicStatus,
  publication: PublicationState,
  shape: string,
];

const rows: Row[] = [
  ['a speed check shows at once', 'speed-check', speed, 'received', 'none', 'listed'],
  ['a speed check shows while its words wait', 'speed-check', speed, 'received', 'pending', 'listed'],
  [
    'a speed check shows when its words are kept back',
    'speed-check',
    speed,
    'answered',
    'kept-back',
    'listed',
  ],
  ['a dark place shows at once', 'dark-place', dark('lamp-broken'), 'received', 'none', 'listed'],
  ['a neglected place waits', 'dark-place', dark('lamp-broken', 'neglect'), 'received', 'pending', 'none'],
  ['a deserted place waits', 'dark-place', dark('deserted'), 'committed', 'pending', 'none'],
  ['a released one shows', 'dark-place', dark('deserted'), 'committed', 'released', 'listed'],
  ['one kept back does not', 'dark-place', dark('neglect'), 'answered', 'kept-back', 'none'],
  ['an idea waits', 'idea', idea, 'received', 'pending', 'none'],
  ['an idea waits even when answered', 'idea', idea, 'answered', 'pending', 'none'],
  ['a released idea shows', 'idea', idea, 'received', 'released', 'listed'],
  ['hidden', 'speed-check', speed, 'hidden', 'released', 'none'],
  ['withdrawn', 'speed-check', speed, 'withdrawn', 'released', 'none'],
  ['a duplicate only points', 'speed-check', speed, 'duplicate', 'none', 'pointer'],
  ['an unread duplicate does not even that', 'idea', idea, 'duplicate', 'pending', 'none'],
];

describe('what is public now', () => {
  it.each(rows)('%s', (_name, kind, details, publicStatus, publication, shape) => {
    const facts = { kind, details, publicStatus, publication, secretFor: null, heldAs: null };
    expect(publicShape({ ...facts, secretFor: 'the office' })).toBe('none');
    expect(publicShape({ ...facts, heldAs: 'suspected-automatic' })).toBe('none');
    expect(publicShape(facts)).toBe(shape);
    expect(publicNow(facts)).toBe(shape === 'listed');
  });

  it.each([
    'received',
    'under-review',
    'committed',
    'planned',
    'done',
    'answered',
    'declined',
    'referred',
  ] as const)('%s is in lists and on the map', (publicStatus) => {
    const facts = { kind: 'dark-place', details: dark(), publicStatus, publication: 'none' } as const;
    expect(publicNow({ ...facts, secretFor: null, heldAs: null })).toBe(true);
  });
});

describe('which words are public', () => {
  const check = {
    kind: 'speed-check',
    publicStatus: 'received',
    placeName: 'Vid skolan',
    description: 'De kör för fort.',
    details: { ...speed, roadName: 'Storgatan', direction: 'norrut', postedLimit: 50 },
  } as const;
  it.each([
    ['none yet, the road is listed', 'pending', true, 'Storgatan', null],
    ['none yet, the road is the resident’s own word', 'pending', false, null, null],
    ['kept back, the road is listed', 'kept-back', true, 'Storgatan', null],
    ['kept back, the road is not listed', 'kept-back', false, null, null],
    ['released', 'released', false, 'Storgatan', 'norrut'],
  ] as const)('of a speed check: %s', (_name, publication, roadListed, roadName, direction) => {
    const released = publication === 'released';
    expect(
      publicWords({ ...check, edited: null, secretFor: null, heldAs: null, publication, roadListed }),
    ).toEqual({
      placeName: released ? 'Vid skolan' : null,
      description: released ? 'De kör för fort.' : null,
      textEdited: false,
      details: { ...speed, roadName, direction, postedLimit: 50 },
    });
  });

  it('of a dark place never the lamp post’s number, nor how safe one person feels', () => {
    const details = {
      causes: ['lamp-broken'],
      when: [],
      lampNumber: 'A-17',
      safetyNow: 2,
    } as ProposalDetails;
    const words = publicWords({
      kind: 'dark-place',
      publicStatus: 'received',
      publication: 'released',
      placeName: null,
      description: null,
      edited: null,
      secretFor: null,
      heldAs: null,
      roadListed: false,
      details,
    });
    expect(words.details).toEqual({ causes: ['lamp-broken'], when: [] });
  });

  it.each<[name: string, publication: PublicationState, shown: object]>([
    [
      'released: the edited ones, said to be edited',
      'released',
      { description: 'En granne.', textEdited: true },
    ],
    ['waiting: none, and nobody is told of an edit', 'pending', { description: null, textEdited: false }],
    ['kept back: none', 'kept-back', { description: null, textEdited: false }],
  ])('that staff edited, %s', (_name, publication, shown) => {
    const edited = { description: 'En granne.' };
    expect(
      publicWords({ ...check, edited, secretFor: null, heldAs: null, publication, roadListed: false }),
    ).toMatchObject(shown);
  });

  it('of a duplicate none', () => {
    expect(emptyDetails('speed-check', check.details as never)).toEqual({
      ...speed,
      roadName: null,
      direction: null,
      postedLimit: null,
    });
    expect(emptyDetails('dark-place', dark('stairs'))).toEqual({ causes: [], when: [] });
    expect(emptyDetails('idea', idea)).toEqual({ topic: 'safety' });
  });
});

describe('what waits for a human', () => {
  const nothing = { placeName: null, description: null, roadListed: false };
  it.each([
    ['a speed check without words', 'speed-check', speed, {}, 'none'],
    ['a description', 'speed-check', speed, { description: 'Fort' }, 'pending'],
    ['a place name', 'dark-place', dark('stairs'), { placeName: 'Trappan' }, 'pending'],
    ['a direction', 'speed-check', { ...speed, direction: 'norrut' }, {}, 'pending'],
    ['a road of one’s own', 'speed-check', { ...speed, roadName: 'Backen' }, {}, 'pending'],
    [
      'a road from the place list',
      'speed-check',
      { ...speed, roadName: 'Storgatan' },
      { roadListed: true },
      'none',
    ],
    ['a dark place without words', 'dark-place', dark('stairs'), {}, 'none'],
    ['neglect without words', 'dark-place', dark('neglect'), {}, 'pending'],
    ['an idea', 'idea', idea, { description: 'Fler lampor' }, 'pending'],
  ] as const)('%s', (_name, kind, details, words, state) => {
    expect(publicationAwaited({ ...nothing, ...words, kind, details: details })).toBe(state);
  });

  it.each([
    ['released', { placeName: 'Torget' }, 'released'],
    ['kept-back', { placeName: 'Torget' }, 'kept-back'],
    ['none', { placeName: 'Torget' }, 'pending'],
    ['pending', {}, 'none'],
  ] as const)('%s, then corrected', (before, words, after) => {
    expect(
      publicationAfterCorrection(before, { ...nothing, ...words, kind: 'speed-check', details: speed }),
    ).toBe(after);
  });

  it('a place that is corrected to neglected is read first', () => {
    expect(needsReview('dark-place', dark('neglect'))).toBe(true);
    expect(
      publicationAfterCorrection('none', { ...nothing, kind: 'dark-place', details: dark('neglect') }),
    ).toBe('pending');
  });
});
