import { describe, expect, test } from '@jest/globals';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { neverShown, visibility } from './visibility.js';

type Facts = Parameters<typeof visibility>[0];
const photo = (publication: 'pending' | 'released' | 'kept-back') =>
  ({ publication }) as FollowedProposal['photos'][number];
const sent = (part: Partial<Facts>): Facts => ({
  status: 'received',
  publicNow: true,
  publication: 'none',
  description: null,
  placeName: null,
  details: { causes: ['lamp-broken'], when: [] },
  photos: [],
  position: [12.05, 57.9],
  duplicateOf: null,
  ...part,
});
const whys = (part: Partial<Facts>) => visibility(sent(part)).map(({ why, state }) => `${why}: ${state}`);

describe('what others see of what was sent', () => {
  test.each<[string, Partial<Facts>, string[]]>([
    ['coded answers alone, at once', {}, ['answers.shown: released']],
    [
      'an idea that nobody has read',
      { publicNow: false, publication: 'pending', description: 'En idé' },
      ['answers.waits: pending', 'words.waits: pending'],
    ],
    [
      'words that wait',
      { publication: 'pending', description: 'Mörkt' },
      ['answers.shown: released', 'words.waits: pending'],
    ],
    [
      'words that are released',
      { publication: 'released', description: 'Mörkt' },
      ['answers.shown: released', 'words.shown: released'],
    ],
    [
      'words that are kept back',
      { publication: 'kept-back', placeName: 'Tunneln' },
      ['answers.shown: released', 'words.not: kept-back'],
    ],
    [
      'a direction is words too',
      {
        publication: 'pending',
        details: { direction: 'Norrut', weekdays: [], hourBands: [], problems: [], near: [] },
      },
      ['answers.shown: released', 'words.waits: pending'],
    ],
    [
      'one photo of two is shown',
      { photos: [photo('released'), photo('pending')] },
      ['answers.shown: released', 'photos: released'],
    ],
    ['photos that wait', { photos: [photo('pending')] }, ['answers.shown: released', 'photos: pending']],
    [
      'withdrawn: nothing any more',
      {
        status: 'withdrawn',
        publicNow: false,
        publication: 'released',
        description: 'Mörkt',
        photos: [photo('released')],
      },
      ['answers.withdrawn: kept-back', 'words.not: kept-back', 'photosGone: kept-back'],
    ],
    ['hidden', { status: 'hidden', publicNow: false }, ['answers.hidden: kept-back']],
    [
      'gathered under another',
      { status: 'duplicate', publicNow: false, duplicateOf: 'ALE-7K3F9' },
      ['answers.gathered: kept-back'],
    ],
  ])('%s', (_name, part, expected) => {
    expect(whys(part)).toEqual(expected);
  });

  test('what is never shown is named only when it was given', () => {
    expect(neverShown(sent({}))).toEqual(['exactPlace']);
    expect(
      neverShown(sent({ position: null, details: { causes: [], when: [], lampNumber: 'A1', safetyNow: 2 } })),
    ).toEqual(['lampNumber', 'safetyNow']);
  });
});
