import { describe, expect, test } from '@jest/globals';
import type { PublicStatus } from '@lofteskartan/shared/vocabulary';
import { referredSince } from './referred-since.js';

describe('since when somebody else has it', () => {
  test.each<[name: string, story: [day: string, status: PublicStatus][], since: string | null]>([
    ['nobody has it', [['2026-11-01', 'received']], null],
    [
      'from the move on',
      [
        ['2026-11-01', 'received'],
        ['2026-11-03', 'referred'],
      ],
      '2026-11-03',
    ],
    [
      'what happens meanwhile does not make it later',
      [
        ['2026-11-03', 'referred'],
        ['2026-11-09', 'referred'],
      ],
      '2026-11-03',
    ],
    [
      'it has answered',
      [
        ['2026-11-03', 'referred'],
        ['2026-11-20', 'answered'],
      ],
      null,
    ],
    [
      'taken back and referred anew',
      [
        ['2026-11-03', 'referred'],
        ['2026-11-10', 'under-review'],
        ['2026-11-12', 'referred'],
      ],
      '2026-11-12',
    ],
  ])('%s', (_name, story, since) => {
    expect(referredSince(story.map(([at, status]) => ({ at, status })))).toBe(since);
  });
});
