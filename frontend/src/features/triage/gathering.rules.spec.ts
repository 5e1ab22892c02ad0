import { describe, expect, it } from '@jest/globals';
import { gatherBody, mayLead, viewOf } from './gathering.rules.js';

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

describe('the view of a case', () => {
  it.each<[name: string, metresNorth: number, zoom: number]>([
    ['one spot', 0, 18],
    ['across the street', 20, 18],
    ['along the street', 80, 17],
    ['at both ends of a village', 1000, 13],
  ])('%s', (_name, metres, zoom) => {
    const view = viewOf([
      [12, 58],
      [12, 58 + metres / 111_320],
    ]);
    expect(view?.zoom).toBe(zoom);
    expect(view?.center[1]).toBeCloseTo(58 + metres / 222_640, 6);
  });

  it('is none without positions', () => {
    expect(viewOf([])).toBeNull();
  });
});
