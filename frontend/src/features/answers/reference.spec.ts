import { describe, expect, test } from '@jest/globals';
import { prefixOf, readReference } from './reference.js';

describe('a number as people write it', () => {
  test.each<[string, string | null, string | null]>([
    ['ALE-7K3F9', 'ALE', 'ALE-7K3F9'],
    ['ale-7k3f9', 'ALE', 'ALE-7K3F9'],
    [' ale 7k3f9 ', 'ALE', 'ALE-7K3F9'],
    ['Ale–7K3F9', 'ALE', 'ALE-7K3F9'],
    ['ALE7K3F9', 'ALE', 'ALE-7K3F9'],
    ['7k3f9', 'ALE', 'ALE-7K3F9'],
    ['7K3 F9', 'ALE', 'ALE-7K3F9'],
    // The prefix may look like the beginning of a number's own part.
    ['ale-alefg', 'ALE', null],
    ['ABCDE', 'ABC', 'ABC-ABCDE'],
    ['KLV-7K3F9', 'ALE', 'KLV-7K3F9'],
    ['ÖCK-7K3F9', 'ALE', 'ÖCK-7K3F9'],
    // Without a known prefix the whole number is needed.
    ['ALE-7K3F9', null, 'ALE-7K3F9'],
    ['ale7k3f9', null, 'ALE-7K3F9'],
    ['7K3F9', null, null],
    // Zero, one, I, L, O and U are never part of it.
    ['ALE-7K3O9', 'ALE', null],
    ['ALE-7K319', 'ALE', null],
    ['ALE-7K3', 'ALE', null],
    ['ALE-', 'ALE', null],
    ['', 'ALE', null],
    ['hej', null, null],
  ])('%j where numbers begin with %j', (typed, prefix, expected) => {
    expect(readReference(typed, prefix)).toBe(expected);
  });
});

describe('the prefix', () => {
  test.each<[string[], string | null]>([
    [[], null],
    [['ALE-7K3F9'], 'ALE'],
    [['KLV-7K3F9', 'ALE-2B3C4', 'ALE-9D8F7'], 'ALE'],
  ])('of %j', (references, expected) => {
    expect(prefixOf(references)).toBe(expected);
  });
});
