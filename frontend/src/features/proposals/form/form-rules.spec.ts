import { describe, expect, test } from '@jest/globals';
import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { bodyOf, emptyDraft, isReviewedFirst, isUntouched, type ProposalDraft } from './proposal-draft.js';
import { publicityOf } from './publicity.js';
import { isAnswered, reachable, stepOfField, stepsFor, type Step } from './steps.js';

const draft = (part: Partial<ProposalDraft> = {}): ProposalDraft => ({ ...emptyDraft(), ...part });
const HERE = { position: [12.05, 57.895] as [number, number], positionWords: 'På Göteborgsvägen, Nödinge' };
const ROADS: NamedPlace[] = [
  { type: 'road', name: 'Göteborgsvägen', locality: 'nodinge', position: [12.05, 57.9], line: null },
];

describe('the message to the server', () => {
  test('a speed check, pointed out', () => {
    const asked = draft({ ...HERE, roadName: ' Göteborgsvägen ', postedLimit: 50, problems: ['speeding'] });
    expect(JSON.parse(JSON.stringify(bodyOf('ale', 'speed-check', asked, true)))).toEqual({
      kind: 'speed-check',
      municipality: 'ale',
      position: [12.05, 57.895],
      details: {
        roadName: 'Göteborgsvägen',
        weekdays: [],
        hourBands: [],
        postedLimit: 50,
        problems: ['speeding'],
        near: [],
      },
    });
  });

  test.each<[string, ProposalKind, Partial<ProposalDraft>, object]>([
    [
      'an unknown limit is null',
      'speed-check',
      { postedLimit: 'unknown' },
      { details: { postedLimit: null } },
    ],
    [
      'words alone leave the position out',
      'speed-check',
      { ...HERE, inWordsOnly: true, placeName: 'Vid skolan' },
      { position: undefined, placeName: 'Vid skolan' },
    ],
    [
      'an idea about drugs has no place',
      'idea',
      { ...HERE, placeName: 'Parken', topic: 'drugs' },
      { position: undefined, placeName: undefined },
    ],
    [
      'a lamp number without a broken lamp is left out',
      'dark-place',
      { lampNumber: '12' },
      { details: { lampNumber: undefined } },
    ],
    [
      'a lamp number with one is sent',
      'dark-place',
      { lampNumber: '12', causes: ['lamp-broken'] },
      { details: { lampNumber: '12' } },
    ],
    [
      'an address comes along with a name',
      'idea',
      { email: ' kim@example.se ', name: ' Kim ' },
      { contact: { email: 'kim@example.se', name: 'Kim' } },
    ],
    ['an address alone', 'idea', { email: 'kim@example.se' }, { contact: { name: undefined } }],
    ['a name without an address stays', 'idea', { name: 'Kim' }, { contact: undefined }],
    ['blank words are no words', 'dark-place', { description: '  ' }, { description: undefined }],
  ])('%s', (_case, kind, part, body) => {
    expect(bodyOf('ale', kind, draft(part), true)).toMatchObject(body);
  });

  test('an address stays on the phone where no mail is sent', () => {
    expect(bodyOf('ale', 'idea', draft({ email: 'kim@example.se' }), false).contact).toBeUndefined();
  });

  test('the key is made once and each draft has its own', () => {
    expect(emptyDraft().key).toMatch(/^[\x21-\x7e]{8,128}$/);
    expect(emptyDraft().key).not.toBe(emptyDraft().key);
    expect(isUntouched(draft({ step: 'place' }))).toBe(true);
    expect(isUntouched(draft({ placeName: 'Parken' }))).toBe(false);
  });
});

describe('the screens', () => {
  test.each<[string, ProposalKind, Partial<ProposalDraft>, boolean, string]>([
    ['a speed check', 'speed-check', HERE, true, 'start place similar traffic when words preview'],
    ['nobody asked before', 'speed-check', HERE, false, 'start place traffic when words preview'],
    [
      'in words alone nobody can be near',
      'speed-check',
      { ...HERE, inWordsOnly: true },
      true,
      'start place traffic when words preview',
    ],
    ['an unsafe place', 'dark-place', HERE, true, 'start place similar causes when words preview'],
    ['an idea without a place', 'idea', { topic: 'leisure' }, true, 'start topic place words preview'],
    ['an idea about drugs', 'idea', { ...HERE, topic: 'drugs' }, true, 'start topic words preview'],
  ])('%s', (_case, kind, part, hasSimilar, steps) => {
    expect(stepsFor(kind, draft(part), hasSimilar).join(' ')).toBe(steps);
  });

  test.each<[string, Step, ProposalKind, Partial<ProposalDraft>, boolean]>([
    ['a place is needed', 'place', 'speed-check', {}, false],
    ['a position is one', 'place', 'speed-check', HERE, true],
    ['words are one', 'place', 'dark-place', { inWordsOnly: true, placeName: 'Vid skolan' }, true],
    ['blank words are none', 'place', 'dark-place', { ...HERE, inWordsOnly: true, placeName: ' ' }, false],
    ['an idea needs none', 'place', 'idea', {}, true],
    ['an idea needs words', 'words', 'idea', {}, false],
    ['a wish needs none', 'words', 'speed-check', {}, true],
    ['words have an end', 'words', 'speed-check', { description: 'x'.repeat(2001) }, false],
    ['an idea needs a topic', 'topic', 'idea', {}, false],
  ])('%s', (_case, step, kind, part, answered) => {
    expect(isAnswered(step, kind, draft(part))).toBe(answered);
  });

  test.each<[string, Step, Partial<ProposalDraft>, Step]>([
    ['an address beyond what is answered leads to what is missing', 'preview', {}, 'place'],
    ['an answered one is reached', 'preview', HERE, 'preview'],
    ['a screen of another kind is the start', 'topic', HERE, 'start'],
  ])('%s', (_case, asked, part, reached) => {
    const here = draft(part);
    expect(reachable(asked, 'speed-check', here, stepsFor('speed-check', here, false))).toBe(reached);
  });

  test.each<[string, ProposalKind, Step]>([
    ['position', 'speed-check', 'place'],
    ['details.roadName', 'speed-check', 'traffic'],
    ['details.hourBands[0]', 'speed-check', 'when'],
    ['details.safetyNow', 'dark-place', 'when'],
    ['details.lampNumber', 'dark-place', 'causes'],
    ['details.topic', 'idea', 'topic'],
    ['description', 'idea', 'words'],
    ['kind', 'speed-check', 'preview'],
  ])('a fault in %s of a %s is put right at %s', (field, kind, step) => {
    expect(stepOfField(field, kind)).toBe(step);
  });
});

describe('what becomes public', () => {
  const wish = {
    ...HERE,
    roadName: 'Göteborgsvägen',
    description: 'Barn går här',
    direction: 'mot Nol',
    problems: ['speeding' as const],
  };
  test('coded answers and a listed road at once, free words after reading', () => {
    expect(publicityOf('speed-check', draft(wish), 2, ROADS)).toEqual({
      now: ['place', 'roadName', 'problems'],
      afterReading: ['direction', 'description', 'photos'],
      never: [],
    });
  });

  test.each<[string, ProposalKind, Partial<ProposalDraft>, ReturnType<typeof publicityOf>]>([
    [
      'a road that is in no list is free words',
      'speed-check',
      { roadName: 'Vår gata' },
      { now: [], afterReading: ['roadName'], never: [] },
    ],
    [
      'a dark place at once, its lamp number and safety never',
      'dark-place',
      { ...HERE, causes: ['lamp-broken'], lampNumber: '7', safetyNow: 2 },
      { now: ['place', 'causes'], afterReading: [], never: ['safetyNow', 'lampNumber'] },
    ],
    [
      'a deserted place only after reading',
      'dark-place',
      { ...HERE, causes: ['deserted'] },
      { now: [], afterReading: ['place', 'causes'], never: [] },
    ],
    [
      'an idea only after reading',
      'idea',
      { topic: 'leisure', description: 'Fritidsgård' },
      { now: [], afterReading: ['topic', 'description'], never: [] },
    ],
  ])('%s', (_case, kind, part, publicity) => {
    expect(publicityOf(kind, draft(part), 0, ROADS)).toEqual(publicity);
  });

  test.each<[ProposalKind, Partial<ProposalDraft>, boolean]>([
    ['idea', {}, true],
    ['dark-place', { causes: ['neglect'] }, true],
    ['dark-place', { causes: ['vegetation'] }, false],
    ['speed-check', {}, false],
  ])('a %s with %j is reviewed first: %s', (kind, part, first) => {
    expect(isReviewedFirst(kind, draft(part))).toBe(first);
  });
});
