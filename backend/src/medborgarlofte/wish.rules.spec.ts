import type { WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import { whyNotWished, type Wish } from './wish.rules.js';

const limits = { maxDistanceMetres: 1000, maxAgeMonths: 24 };
const checkedOn = '2026-03-31';
const wish = (
  createdOn: string,
  distanceMetres: number | null,
  kind: Wish['kind'] = 'speed-check',
): Wish => ({
  kind,
  createdOn,
  distanceMetres,
});

const good = wish('2026-01-10', 200);
const tooLate = wish('2026-04-01', 0);
const tooFar = wish('2026-01-10', 1000.1);
const tooOld = wish('2024-03-30', 10);

describe('whether a speed check answers a resident’s wish', () => {
  const rows: [string, Wish[], WhyNotCounted | null][] = [
    ['a wish before, near and recent', [good], null],
    ['no wish', [], 'wish.missing'],
    ['a wish on the day of the check', [wish(checkedOn, 0)], null],
    ['a wish the day after the check', [tooLate], 'wish.too-late'],
    ['a wish exactly a kilometre away', [wish('2026-01-10', 1000)], null],
    ['a wish more than a kilometre away', [tooFar], 'wish.too-far'],
    ['a wish of which nobody knows how far away it is', [wish('2026-01-10', null)], 'wish.too-far'],
    ['a wish 24 months old to the day', [wish('2024-03-31', 0)], null],
    ['a wish 24 months and a day old', [tooOld], 'wish.too-old'],
    [
      'only proposals of a kind that the commitment does not take',
      [wish('2026-01-10', 5, 'dark-place')],
      'wish.missing',
    ],
    ['several, one of which passes', [tooLate, tooFar, tooOld, good], null],
    ['too late and too far: the nearest miss is the distance', [tooLate, tooFar], 'wish.too-far'],
    ['too far and too old: the nearest miss is the age', [tooFar, tooOld], 'wish.too-old'],
    ['too late, too far and too old: the nearest miss is the age', [tooOld, tooLate, tooFar], 'wish.too-old'],
    ['one wish that is both too late and too far', [wish('2026-05-01', 5000)], 'wish.too-late'],
    ['one wish that is both too far and too old', [wish('2020-05-01', 5000)], 'wish.too-far'],
  ];
  it.each(rows)('%s', (_name, wishes, whyNot) => {
    expect(whyNotWished(checkedOn, wishes, ['speed-check'], limits)).toBe(whyNot);
  });

  it('follows the municipality’s own limits', () => {
    const strict = { maxDistanceMetres: 100, maxAgeMonths: 6 };
    expect(whyNotWished(checkedOn, [good], ['speed-check'], strict)).toBe('wish.too-far');
    expect(whyNotWished(checkedOn, [wish('2025-09-29', 50)], ['speed-check'], strict)).toBe('wish.too-old');
    expect(whyNotWished(checkedOn, [wish('2025-09-30', 50)], ['speed-check'], strict)).toBeNull();
  });
});
