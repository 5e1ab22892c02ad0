import { describe, expect, it } from '@jest/globals';
import { differing, rebase } from './rebase.js';

describe('what was written when somebody else saves meanwhile', () => {
  const before = { name: 'Ale', links: ['a'], note: '' };

  it.each([
    ['what nobody touched follows', before, { name: 'Ale kommun' }, { name: 'Ale kommun' }, []],
    [
      'what was written stays',
      { ...before, note: 'mitt' },
      { name: 'Ale kommun' },
      { note: 'mitt', name: 'Ale kommun' },
      ['note'],
    ],
    [
      'what both wrote stays as it was written here',
      { ...before, note: 'mitt' },
      { note: 'deras' },
      { note: 'mitt' },
      ['note'],
    ],
    [
      'what both wrote alike is no difference',
      { ...before, note: 'vårt' },
      { note: 'vårt' },
      { note: 'vårt' },
      [],
    ],
    [
      'lists are compared by what they hold',
      { ...before, links: ['a'] },
      { links: ['a', 'b'] },
      { links: ['a', 'b'] },
      [],
    ],
  ])('%s', (_name, written, theirs, expected, left) => {
    const now = { ...before, ...theirs };
    const moved = rebase(written, before, now);
    expect(moved).toMatchObject(expected);
    expect(differing(moved, now)).toEqual(left);
  });
});
