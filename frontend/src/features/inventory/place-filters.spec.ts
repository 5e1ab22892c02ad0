import { describe, expect, it } from '@jest/globals';
import { filterQuery, isNarrowed, readPlaceFilters } from './place-filters.js';

const read = (text: string) => readPlaceFilters(new URLSearchParams(text));

describe('the filters of the places', () => {
  it.each([
    ['a plain address', '', {}],
    ['a state', 'state=overdue', { state: 'overdue' }],
    ['a body', 'body=00000000-0000-4000-8000-00000000000a', { body: '00000000-0000-4000-8000-00000000000a' }],
    ['no body', 'body=kommunen', {}],
    ['an order', 'sort=least-safe', { sort: 'least-safe' }],
    ['the usual order', 'sort=name', {}],
    ['what nobody knows', 'state=lost&cause=ghosts&sort=luck', {}],
    [
      'several',
      'group=lighting&when=night&locality=nol&q=tunnel',
      { group: 'lighting', when: 'night', locality: 'nol', q: 'tunnel' },
    ],
  ])('%s', (_, text, query) => {
    expect(filterQuery(read(text))).toEqual(query);
  });

  it('narrow the list, where the order alone does not', () => {
    expect([isNarrowed(read('sort=changed')), isNarrowed(read('q=a'))]).toEqual([false, true]);
  });
});
