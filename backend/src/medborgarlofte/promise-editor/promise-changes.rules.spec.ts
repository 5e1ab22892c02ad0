import { describe, expect, it } from '@jest/globals';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import { changesBetween } from './promise-changes.rules.js';
import { commitmentOf, contentOf, words } from './promise.fixture.js';
import { wordRuns } from './word-comparison.js';

const nameOf = (slug: string): string => ({ polisen: 'Polisen', kommunen: 'Kommunen' })[slug] ?? slug;
const told = (before: PromiseContent, after: PromiseContent): string[] =>
  changesBetween(before, after, nameOf).map(({ part, name, field, language, kind, before: was, after: is }) =>
    [part, name, field, language, kind, `${was} > ${is}`].filter(Boolean).join(' | '),
  );
const commitments = (changes: object) => contentOf({ commitments: [commitmentOf('a', changes)] });
const goal = (sv: string) => ({ text: words(sv), direction: null });

describe('what differs between two versions', () => {
  const plain = contentOf({ commitments: [commitmentOf('a')] });
  const rows: [string, PromiseContent, PromiseContent, string[]][] = [
    ['nothing', plain, plain, []],
    [
      'a title',
      plain,
      { ...plain, title: words('Löftet') },
      ['promise | title | sv | changed | Medborgarlöfte > Löftet'],
    ],
    [
      'English that came',
      plain,
      { ...plain, title: words('Medborgarlöfte', 'Promise') },
      ['promise | title | en | added |  > Promise'],
    ],
    ['a last day that went', plain, { ...plain, to: null }, ['promise | to | removed | 2030-12-31 > ']],
    [
      'a target and an owner',
      plain,
      commitments({ target: 80, owners: ['polisen', 'kommunen'] }),
      [
        'commitment | Hastighetskontroller | target | changed | 70 > 80',
        'commitment | Hastighetskontroller | owners | changed | Polisen > Polisen, Kommunen',
      ],
    ],
    [
      'a commitment that came and one that went',
      plain,
      contentOf({ commitments: [commitmentOf('b', { title: words('Möten') })] }),
      [
        'commitment | Möten | whole | added |  > Möten',
        'commitment | Hastighetskontroller | whole | removed | Hastighetskontroller > ',
      ],
    ],
    [
      'a commitment that was closed',
      plain,
      commitments({ closing: { from: '2029-01-01', words: words('Nytt sätt') } }),
      [
        'commitment | Hastighetskontroller | closing | added |  > 2029-01-01',
        'commitment | Hastighetskontroller | closing | sv | added |  > Nytt sätt',
      ],
    ],
    [
      'their order',
      contentOf({ commitments: [commitmentOf('a'), commitmentOf('b', { title: words('Möten') })] }),
      contentOf({ commitments: [commitmentOf('b', { title: words('Möten') }), commitmentOf('a')] }),
      ['promise | order | changed | Hastighetskontroller, Möten > Möten, Hastighetskontroller'],
    ],
    [
      'a goal that came',
      contentOf({ goals: [goal('Ett')] }),
      contentOf({ goals: [goal('Ett'), goal('Två')] }),
      ['goal | Två | whole | added |  > Två'],
    ],
  ];
  it.each(rows)('%s', (_, before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });

  it('and word by word within a text', () => {
    expect(wordRuns('Minst 70 kontroller.', 'Minst 80 kontroller.')).toEqual([
      { text: 'Minst ', mark: 'same' },
      { text: '70', mark: 'removed' },
      { text: '80', mark: 'added' },
      { text: ' kontroller.', mark: 'same' },
    ]);
  });
});
