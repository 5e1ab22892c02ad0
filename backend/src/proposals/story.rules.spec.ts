import type { PublicStatus } from '@lofteskartan/shared/vocabulary';
import { latestAnswer, storyOf, type PublicEvent } from './story.rules.js';

type Step = [type: PublicEvent['type'], to: PublicStatus | null, text?: string];

const events = (steps: readonly Step[]): PublicEvent[] =>
  steps.map(([type, toStatus, publicText], index) => ({
    at: new Date(Date.UTC(2026, 10, 1 + index)),
    type,
    toStatus,
    publicText: publicText ?? null,
    organisation: null,
  }));

const told = (steps: readonly Step[], reader: 'public' | 'sender' = 'public'): string[] =>
  storyOf(events(steps), reader).map(({ type, status }) => `${type}: ${status}`);

describe('the story', () => {
  it.each<[name: string, steps: Step[], story: string[]]>([
    ['it came in', [['received', 'received']], ['received: received']],
    [
      'from review to an answer',
      [
        ['received', 'received'],
        ['moved', 'under-review'],
        ['moved', 'answered', 'Tack!'],
      ],
      ['received: received', 'moved: under-review', 'moved: answered'],
    ],
    [
      'it was reopened',
      [
        ['received', 'received'],
        ['moved', 'declined', 'Nej'],
        ['reopened', 'under-review'],
      ],
      ['received: received', 'moved: declined', 'reopened: under-review'],
    ],
    [
      'reopened from an end that was never public: just moved',
      [
        ['received', 'received'],
        ['moved', 'committed'],
        ['reopened', 'under-review'],
      ],
      ['received: received', 'moved: committed', 'moved: under-review'],
    ],
    [
      'gathered, and let go again',
      [
        ['received', 'received'],
        ['moved', 'duplicate'],
        ['reopened', 'under-review'],
      ],
      ['received: received', 'gathered: duplicate', 'reopened: under-review'],
    ],
    [
      'a released check',
      [
        ['received', 'received'],
        ['moved', 'committed'],
        ['released', 'done', 'Vi har kontrollerat.'],
      ],
      ['received: received', 'moved: committed', 'activity: done'],
    ],
    [
      'corrected: the status stays',
      [
        ['received', 'received'],
        ['moved', 'referred', 'Till Trafikverket'],
        ['corrected', null],
      ],
      ['received: received', 'moved: referred', 'corrected: referred'],
    ],
    [
      'hidden and shown again: the public is not told',
      [
        ['received', 'received'],
        ['moved', 'hidden'],
        ['reopened', 'under-review'],
      ],
      ['received: received', 'moved: under-review'],
    ],
    [
      'events that tell the public nothing',
      [
        ['received', 'received'],
        ['photos-added', null],
        ['noted', null],
      ],
      ['received: received'],
    ],
  ])('%s', (_name, steps, story) => {
    expect(told(steps)).toEqual(story);
  });

  it('the sender is told of what was hidden and withdrawn', () => {
    expect(
      told(
        [
          ['received', 'received'],
          ['moved', 'hidden'],
          ['withdrawn', 'withdrawn'],
        ],
        'sender',
      ),
    ).toEqual(['received: received', 'moved: hidden', 'moved: withdrawn']);
  });
});

describe('the latest answer', () => {
  it.each<[name: string, steps: Step[], answer: string | null]>([
    ['none while nobody has answered', [['received', 'received']], null],
    [
      'none for a review without words',
      [
        ['received', 'received'],
        ['moved', 'under-review'],
      ],
      null,
    ],
    [
      'words during the review',
      [
        ['received', 'received'],
        ['moved', 'under-review', 'Vi tittar på det'],
      ],
      'under-review',
    ],
    [
      'a commitment',
      [
        ['received', 'received'],
        ['moved', 'committed'],
      ],
      'committed',
    ],
    [
      'what came of a referral',
      [
        ['moved', 'referred', 'Dit'],
        ['moved', 'answered', 'Så blev det'],
      ],
      'answered',
    ],
    [
      'none after it was reopened',
      [
        ['moved', 'declined', 'Nej'],
        ['reopened', 'under-review'],
      ],
      null,
    ],
    [
      'a correction is no answer, and takes none back',
      [
        ['moved', 'answered', 'Ja'],
        ['corrected', null],
      ],
      'answered',
    ],
  ])('%s', (_name, steps, status) => {
    expect(latestAnswer(storyOf(events(steps), 'public'))?.status ?? null).toBe(status);
  });
});
