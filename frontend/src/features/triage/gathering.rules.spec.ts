import { describe, expect, it } from '@jest/globals';
import { gatherBody, mayLead } from './gathering.rules.js';

const open = (reference: string) => ({ reference, mayJoin: true });
const ended = (reference: string) => ({ reference, mayJoin: false });

describe('who may lead', () => {
  it.each([
    ['all that are open', open('A'), [open('B'), open('C')], ['A', 'B', 'C']],
    ['only the one that has ended', open('A'), [ended('B'), open('C')], ['B']],
    ['only the open page when it has ended', ended('A'), [open('B')], ['A']],
    ['nobody when two have ended', ended('A'), [ended('B')], []],
  ])('%s', (_name, current, chosen, leaders) => {
    expect(mayLead(current, chosen)).toEqual(leaders);
  });
});

describe('the call that gathers', () => {
  const all = [
    { reference: 'A', version: 3 },
    { reference: 'B', version: 1 },
    { reference: 'C', version: 2 },
  ];
  it('names the others with the versions that were read', () => {
    expect(gatherBody('B', all, ' Samma lampa ')).toEqual({
      version: 1,
      members: [
        { reference: 'A', version: 3 },
        { reference: 'C', version: 2 },
      ],
      note: 'Samma lampa',
    });
  });
  it('is none without a leader', () => {
    expect(gatherBody('D', all, '')).toBeNull();
  });
});
