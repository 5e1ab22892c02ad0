import type { SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import { REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';
import { cleanText } from './details.rules.js';
import {
  cleanSubmission,
  makeReference,
  personalDataIn,
  placementWithoutPosition,
  submissionFaults,
} from './submission.rules.js';

const speed = { weekdays: [], hourBands: [], problems: [], near: [] };
const at = { position: [12.05, 57.9] as [number, number] };

describe('what a submission needs', () => {
  it.each<[name: string, sent: SubmitProposal, faults: string[]]>([
    ['a speed check at a position', { kind: 'speed-check', ...at, details: speed }, []],
    [
      'a speed check in words',
      { kind: 'speed-check', municipality: 'ale', placeName: 'Vid skolan', details: speed },
      [],
    ],
    ['neither', { kind: 'speed-check', details: speed }, ['municipality required', 'placeName required']],
    [
      'words without municipality',
      { kind: 'speed-check', placeName: 'Vid skolan', details: speed },
      ['municipality required'],
    ],
    [
      'a municipality alone',
      { kind: 'dark-place', municipality: 'ale', details: { causes: [], when: [] } },
      ['placeName required'],
    ],
    [
      'blank words are none',
      { kind: 'speed-check', municipality: ' ', placeName: '\n\u200b', details: speed },
      ['municipality required', 'placeName required'],
    ],
    [
      'an idea with a municipality alone',
      { kind: 'idea', municipality: 'ale', description: 'Fler lampor', details: { topic: 'safety' } },
      [],
    ],
    [
      'an idea at a position',
      { kind: 'idea', ...at, description: 'Fler lampor', details: { topic: 'safety' } },
      [],
    ],
    [
      'an idea without words',
      { kind: 'idea', municipality: 'ale', details: { topic: 'safety' } },
      ['description required'],
    ],
    [
      'an idea with blank words',
      { kind: 'idea', ...at, description: '  ', details: { topic: 'safety' } },
      ['description required'],
    ],
    [
      'drugs without a position',
      { kind: 'idea', municipality: 'ale', description: 'Prata mer', details: { topic: 'drugs' } },
      [],
    ],
    [
      'drugs at a position',
      { kind: 'idea', ...at, description: 'Prata mer', details: { topic: 'drugs' } },
      ['position notWithTopic'],
    ],
  ])('%s', (_name, sent, faults) => {
    expect(submissionFaults(cleanSubmission(sent)).map(({ field, code }) => `${field} ${code}`)).toEqual(
      faults,
    );
  });
});

describe('how texts are kept', () => {
  it.each([
    ['trimmed', '  Storgatan \n', 'Storgatan'],
    ['composed', 'Sma\u030aga\u030ard', 'Smågård'],
    ['inner spaces and lines stay', 'ett  två\n\ntre', 'ett  två\n\ntre'],
    ['blank is absent', ' \t\u00a0', null],
    ['invisible is absent', '\u200b\ufeff\u200d', null],
    ['empty is absent', '', null],
    ['absent is absent', undefined, null],
  ])('%s', (_name, text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });

  it('details keep what belongs to their kind, without blanks', () => {
    const sent = {
      kind: 'speed-check',
      ...at,
      details: { ...speed, roadName: ' ', direction: ' norrut ' },
    } as const;
    expect(cleanSubmission(sent as unknown as SubmitProposal).details).toEqual({
      ...speed,
      direction: 'norrut',
      postedLimit: null,
    });
    const dark = {
      kind: 'dark-place',
      ...at,
      details: { causes: [], when: [], safetyNow: null, lampNumber: ' 17 ' },
    } as const;
    expect(cleanSubmission(dark as unknown as SubmitProposal).details).toEqual({
      causes: [],
      when: [],
      lampNumber: '17',
    });
  });
});

it('personal data is found in every free text, but not in a lamp post’s number', () => {
  const found = personalDataIn({
    kind: 'speed-check',
    placeName: 'hos 070-123 45 67',
    description: 'ABC 123',
    details: { ...speed, roadName: 'a@exempel.se', direction: 'mot 850709-9805' },
  });
  expect(found.map(({ field, type }) => `${field} ${type}`)).toEqual([
    'description registration-number',
    'placeName phone',
    'details.roadName email',
    'details.direction personal-number',
  ]);
  const lamp = personalDataIn({
    kind: 'dark-place',
    placeName: null,
    description: null,
    details: { causes: [], when: [], lampNumber: 'ABC 123' },
  });
  expect(lamp).toEqual([]);
});

it('numbers are the prefix and five characters that cannot be mistaken for each other', () => {
  let next = 0;
  const reference = makeReference('ALE', (below) => (next += 7) % below);
  expect(reference).toMatch(/^ALE-.{5}$/);
  expect(reference).toMatch(REFERENCE_PATTERN);
  for (let i = 0; i < 30; i += 1) expect(makeReference('ÅÄÖ', () => i)).toMatch(REFERENCE_PATTERN);
});

describe('a proposal without a position', () => {
  it.each([
    ['a speed check waits for staff to place its words', 'speed-check', speed, 'Vid skolan', 'unplaced'],
    ['and an idea that names a place', 'idea', { topic: 'safety' }, 'Bakom Folkets hus', 'unplaced'],
    ['an idea that names none needs none', 'idea', { topic: 'safety' }, null, 'none'],
    ['one about drugs takes none', 'idea', { topic: 'drugs' }, 'Bakom Folkets hus', 'none'],
  ] as const)('%s', (_name, kind, details, placeName, placement) => {
    expect(placementWithoutPosition({ kind, details, placeName })).toBe(placement);
  });
});
