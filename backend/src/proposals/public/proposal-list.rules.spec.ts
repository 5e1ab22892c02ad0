import { LISTED_STATUSES, PROPOSAL_SORTS } from '@lofteskartan/shared/vocabulary';
import { LIST_ORDERS, readingPlan, searchOf } from './proposal-list.rules.js';

describe('what somebody looks for', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['only spaces', '   ', undefined],
    ['a number', 'ALE-7K3F9', { reference: 'ALE-7K3F9' }],
    ['a number in small letters and with spaces around', ' ale-7k3f9 ', { reference: 'ALE-7K3F9' }],
    ['one word, perhaps not finished', 'skol', { words: 'skol', unfinished: { before: '', last: 'skol' } }],
    [
      'two words',
      'mörk gångtunnel',
      { words: 'mörk gångtunnel', unfinished: { before: 'mörk ', last: 'gångtunnel' } },
    ],
    ['a phrase', '"mörk gångtunnel"', { words: '"mörk gångtunnel"' }],
    ['an exclusion', 'skola -förskola', { words: 'skola -förskola' }],
    ['one letter is not the beginning of a word', 'E', { words: 'E' }],
    ['a road number', 'väg 45', { words: 'väg 45', unfinished: { before: 'väg ', last: '45' } }],
    ['a sign at the end', 'skola!', { words: 'skola!' }],
  ])('%s', (_, typed, search) => {
    expect(searchOf(typed)).toEqual(search);
  });
});

describe('how a page is read', () => {
  const towns = Array.from({ length: 30 }, (_, number) => `town-${number}`);
  it.each([
    ['all municipalities by time: one walk', {}, 'newest', false, { branches: 1, each: false, covers: [] }],
    [
      'all municipalities by supporters: each by itself',
      {},
      'most-supported',
      false,
      { branches: 1, each: true, covers: [] },
    ],
    [
      'a municipality',
      { municipality: ['ale'] },
      'newest',
      false,
      { branches: 1, each: false, covers: ['municipality'] },
    ],
    [
      'two municipalities',
      { municipality: ['ale', 'lerum'] },
      'oldest',
      false,
      { branches: 2, each: false, covers: ['municipality'] },
    ],
    [
      'thirty municipalities',
      { municipality: towns },
      'newest',
      false,
      { branches: 1, each: true, covers: [] },
    ],
    [
      'a kind in a municipality: each of its statuses',
      { municipality: ['ale'], kind: ['idea'] },
      'newest',
      false,
      { branches: 8, each: false, covers: ['municipality', 'kind', 'status'] },
    ],
    [
      'a status in all municipalities',
      { status: ['done'] },
      'latest-answer',
      false,
      { branches: 3, each: true, covers: ['kind', 'status'] },
    ],
    [
      'a kind and a status in four municipalities',
      { municipality: towns.slice(0, 4), kind: ['idea'], status: ['done', 'answered'] },
      'newest',
      false,
      { branches: 8, each: false, covers: ['municipality', 'kind', 'status'] },
    ],
    [
      'a kind in four municipalities is too much to name',
      { municipality: towns.slice(0, 4), kind: ['idea'] },
      'newest',
      false,
      { branches: 8, each: true, covers: ['kind', 'status'] },
    ],
    [
      'localities',
      { municipality: ['ale'], locality: ['nol', 'surte'], kind: ['idea'] },
      'newest',
      false,
      { branches: 2, each: false, covers: ['municipality', 'locality'] },
    ],
    [
      'a locality by supporters',
      { municipality: ['ale'], locality: ['nol'] },
      'most-supported',
      false,
      { branches: 1, each: false, covers: ['municipality'] },
    ],
    [
      'a commitment',
      { commitment: ['a'], kind: ['idea'] },
      'newest',
      false,
      { branches: 1, each: false, covers: ['commitment'] },
    ],
    [
      'words or a box',
      { municipality: ['ale'], kind: ['idea'] },
      'newest',
      true,
      { branches: 1, each: false, covers: [] },
    ],
  ] as const)('%s', (_, filters, sort, found, { branches, each, covers }) => {
    const plan = readingPlan(filters, sort, found);
    expect([plan.branches.length, plan.eachMunicipality, plan.covers]).toEqual([branches, each, covers]);
  });

  it('has a branch for each kind with each status', () => {
    const { branches } = readingPlan({ municipality: ['ale'], kind: ['idea'] }, 'newest', false);
    expect(branches).toEqual(
      LISTED_STATUSES.map((status) => ({ municipality: 'ale', kind: 'idea', status })),
    );
  });

  it.each(PROPOSAL_SORTS)('the order %s ends in something unique', (sort) => {
    expect(LIST_ORDERS[sort].by.at(-1)?.type).toBe('uuid');
  });
});
