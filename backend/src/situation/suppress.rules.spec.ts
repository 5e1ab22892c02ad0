import { isSmall, suppressed } from './suppress.rules.js';

describe('figures of fewer than five people', () => {
  it.each<[name: string, parts: number[], shown: (number | null)[]]>([
    ['none is small', [5, 9, 40], [5, 9, 40]],
    ['no parts', [], []],
    ['one small: the smallest other is hidden with it', [3, 9, 40], [null, null, 40]],
    ['two small that are five together', [3, 2, 40], [null, null, 40]],
    ['two small that are less', [1, 2, 9, 40], [null, null, null, 40]],
    ['two that are none', [0, 0, 9, 40], [null, null, null, 40]],
    ['nothing is small or everything', [2, 1], [null, null]],
    ['one that is none beside one', [0, 7], [null, null]],
    ['of others alike, the first', [4, 6, 6], [null, null, 6]],
    ['many small', [4, 4, 4, 50], [null, null, null, 50]],
  ])('%s', (_name, parts, shown) => {
    expect(suppressed(parts)).toEqual(shown);
  });

  /** The same at each run. */
  function* random(): Generator<number, never> {
    let state = 20_261_126;
    for (;;) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      yield state / 2_147_483_648;
    }
  }

  it('no hidden one of few people follows from the total, whatever the parts', () => {
    const dice = random();
    const roll = (below: number): number => Math.floor(dice.next().value * below);
    for (let round = 0; round < 3_000; round += 1) {
      const people = Array.from({ length: 1 + roll(7) }, () => {
        const among = roll(2) === 0 ? 4 : 30;
        return new Set(Array.from({ length: roll(7) }, () => String(roll(among))));
      });
      const parts = people.map(({ size }) => size + roll(9));
      const shown = suppressed(parts, { people });
      const behind = (sets: Set<string>[]): number => new Set(sets.flatMap((each) => [...each])).size;
      const hidden = people.filter((_, index) => shown[index] === null);
      const tellsFew = shown.some((part, index) => part !== null && isSmall(people[index]?.size ?? 0));
      const derivable = hidden.length > 0 && behind(people) >= 5 && (hidden.length < 2 || behind(hidden) < 5);
      // A single part is the total itself, whose people are its own.
      expect([parts, tellsFew, derivable && people.length > 1]).toEqual([parts, false, false]);
    }
  });

  it('no hidden one follows from the total, whatever the parts', () => {
    const dice = random();
    for (let round = 0; round < 5_000; round += 1) {
      const largest = dice.next().value < 0.5 ? 6 : 60;
      const parts = Array.from({ length: 1 + Math.floor(dice.next().value * 8) }, () =>
        Math.floor(dice.next().value * largest),
      );
      const shown = suppressed(parts);
      const total = parts.reduce((sum, part) => sum + part, 0);
      const left = total - shown.reduce<number>((sum, part) => sum + (part ?? 0), 0);
      const hidden = shown.filter((part) => part === null).length;
      expect(shown.every((part, index) => part === null || part === parts[index])).toBe(true);
      expect(shown.some((part) => part !== null && isSmall(part))).toBe(false);
      // What is left of the total can be shared among the hidden ones in several ways, at least five of them for each.
      const derivable = hidden > 0 && !isSmall(total) && (hidden < 2 || left < 5);
      expect([parts, derivable]).toEqual([parts, false]);
    }
  });
});
