import { describe, expect, it } from '@jest/globals';
import type { Position } from '@lofteskartan/shared/position';
import type { ReadPlace } from './place-file.rules.js';
import { planOf, type StoredPlace } from './place-plan.rules.js';

const localities = [
  { slug: 'nol', name: 'Nol' },
  { slug: 'alvangen', name: 'Älvängen' },
];
const here: Position = [12.05, 57.9];
const stored = (
  id: string,
  name: string,
  locality: string | null,
  more: Partial<StoredPlace> = {},
): StoredPlace => ({
  id,
  type: 'road',
  name,
  locality,
  position: here,
  course: null,
  ...more,
});
const read = (line: number, name: string, locality = '', more: Partial<ReadPlace> = {}): ReadPlace => ({
  line,
  type: 'road',
  name,
  locality,
  localityColumn: 'ort',
  position: here,
  course: null,
  faults: [],
  ...more,
});
const outcome = (reads: ReadPlace[], list: StoredPlace[]) => {
  const { lines, others } = planOf(reads, list, localities);
  return {
    lines: lines.map(({ state, storedId, faults }) => faults[0]?.code ?? `${state} ${storedId ?? ''}`.trim()),
    others: others.map(({ id }) => id),
  };
};

describe('a line', () => {
  const course: Position[] = [here, [12.06, 57.9]];
  it.each([
    ['is new when nothing has its name', [read(1, 'Ny')], [stored('a', 'Alevägen', null)], ['added'], ['a']],
    [
      'is the same, whatever its capitals',
      [read(1, 'Alevägen')],
      [stored('a', 'Alevägen', null)],
      ['same a'],
      [],
    ],
    ['changes the spelling', [read(1, 'alevägen')], [stored('a', 'Alevägen', null)], ['changed a'], []],
    [
      'of another type is another place',
      [read(1, 'Nol', '', { type: 'station' })],
      [stored('a', 'Nol', null)],
      ['added'],
      ['a'],
    ],
    [
      'leaves a locality that it does not say',
      [read(1, 'Alevägen')],
      [stored('a', 'Alevägen', 'nol')],
      ['same a'],
      [],
    ],
    [
      'moves to another locality',
      [read(1, 'Alevägen', 'Älvängen')],
      [stored('a', 'Alevägen', 'nol')],
      ['changed a'],
      [],
    ],
    [
      'keeps a course that it does not say',
      [read(1, 'E45')],
      [stored('a', 'E45', null, { course })],
      ['same a'],
      [],
    ],
    ['draws a course', [read(1, 'E45', '', { course })], [stored('a', 'E45', null)], ['changed a'], []],
    ['names a locality that is not there', [read(1, 'E45', 'Lödöse')], [], ['unknown-locality'], []],
  ])('%s', (_what, reads, list, lines, others) => {
    expect(outcome(reads, list)).toEqual({ lines, others });
  });
});

describe('two roads of one name', () => {
  const both = [stored('a', 'E45', 'nol'), stored('b', 'E45', 'alvangen')];
  it('are told apart by their localities', () => {
    expect(outcome([read(1, 'E45', 'Nol'), read(2, 'e45', 'alvangen')], both)).toEqual({
      lines: ['same a', 'changed b'],
      others: [],
    });
  });
  it('are not guessed between', () => {
    expect(outcome([read(1, 'E45')], both)).toEqual({ lines: ['ambiguous'], others: ['a', 'b'] });
  });
  it('may both come in one file, but not twice', () => {
    const reads = [read(1, 'E6', 'nol'), read(2, 'E6', 'alvangen'), read(3, 'E6', 'Nol')];
    expect(outcome(reads, []).lines).toEqual(['added', 'added', 'repeated']);
  });
});
