import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import {
  type Comparable,
  likeness,
  MOST_SUGGESTIONS,
  roadLikeness,
  suggested,
  SUGGESTED_FROM,
} from './similarity.rules.js';

const proposal = (
  kind: ProposalKind = 'speed-check',
  roadName: string | null = null,
  placeName: string | null = null,
): Comparable => ({ kind, roadName, placeName });

describe('which proposals may be about the same spot', () => {
  it.each<[name: string, one: Comparable, other: Comparable, road: string]>([
    ['the same road', proposal('speed-check', 'Storgatan'), proposal('speed-check', 'storgatan '), 'same'],
    [
      'the same road, dotted',
      proposal('speed-check', 'S:t Persvägen'),
      proposal('speed-check', 's t persvägen'),
      'same',
    ],
    ['another road', proposal('speed-check', 'Storgatan'), proposal('speed-check', 'Lillgatan'), 'other'],
    [
      'a place at the road',
      proposal('speed-check', 'Storgatan'),
      proposal('dark-place', null, 'Tunneln under Storgatan'),
      'same',
    ],
    [
      'a place at a road that begins alike',
      proposal('speed-check', 'Stor'),
      proposal('idea', null, 'Storgatan'),
      'unknown',
    ],
    ['no road', proposal(), proposal(), 'unknown'],
    ['two places in words', proposal('idea', null, 'Torget'), proposal('idea', null, 'Torget'), 'unknown'],
  ])('%s', (_name, one, other, road) => {
    expect(roadLikeness(one, other)).toBe(road);
    expect(roadLikeness(other, one)).toBe(road);
  });

  const road = 'Storgatan';
  it.each<
    [name: string, one: Comparable, other: Comparable, metres: number, score: number, suggested: boolean]
  >([
    [
      'the same point, road and kind',
      proposal('speed-check', road),
      proposal('speed-check', road),
      0,
      100,
      true,
    ],
    [
      '18 m away, the same road and kind',
      proposal('speed-check', road),
      proposal('speed-check', road),
      18,
      96,
      true,
    ],
    ['18 m away, no road, the same kind', proposal('dark-place'), proposal('dark-place'), 18, 71, true],
    ['18 m away, another kind', proposal('dark-place'), proposal('idea'), 18, 56, true],
    ['100 m away, the same kind', proposal('dark-place'), proposal('dark-place'), 100, 51, true],
    ['100 m away, another kind', proposal('dark-place'), proposal('idea'), 100, 36, false],
    [
      '240 m away, the same road and kind',
      proposal('speed-check', road),
      proposal('speed-check', road),
      240,
      42,
      true,
    ],
    ['240 m away, the same kind', proposal('dark-place'), proposal('dark-place'), 240, 17, false],
    ['30 m away on another road', proposal('speed-check', road), proposal('speed-check', 'Ån'), 30, 48, true],
    [
      '80 m away on another road',
      proposal('speed-check', road),
      proposal('speed-check', 'Ån'),
      80,
      36,
      false,
    ],
    ['beyond the circle', proposal('speed-check', road), proposal('idea', road), 900, 25, false],
  ])('%s', (_name, one, other, metres, score, isSuggested) => {
    const found = likeness(one, other, metres);
    expect(found.score).toBe(score);
    expect(found.score >= SUGGESTED_FROM).toBe(isSuggested);
  });

  it('are told the likeliest first, then the nearest, and not too many', () => {
    const row = (reference: string, score: number, distanceMetres: number) =>
      ({ reference, score, distanceMetres, road: 'unknown', sameKind: true }) as const;
    const rows = [row('C', 39, 1), row('B', 50, 20), row('A', 90, 50), row('D', 50, 10)];
    expect(suggested(rows).map(({ reference }) => reference)).toEqual(['A', 'D', 'B']);
    const many = Array.from({ length: 30 }, (_, index) => row(String(index), 80, index));
    expect(suggested(many)).toHaveLength(MOST_SUGGESTIONS);
  });
});
