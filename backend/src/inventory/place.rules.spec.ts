import type { PlaceSort } from '@lofteskartan/shared/inventory';
import { PLACE_REFERENCE_PATTERN } from '@lofteskartan/shared/inventory';
import {
  changedFields,
  inTurn,
  makePlaceReference,
  type MeasureFacts,
  measureState,
  nextOn,
  placeFields,
  placeState,
  sorted,
} from './place.rules.js';

const today = '2026-11-20';
const work = (plannedOn: string | null, doneOn: string | null = null): MeasureFacts => ({
  kind: 'cut-back',
  plannedOn,
  doneOn,
});
const decision = (plannedOn: string): MeasureFacts => ({ kind: 'none', plannedOn, doneOn: null });

describe('how far a measure has come', () => {
  it.each([
    ['planned for no day in particular', work(null), 'planned'],
    ['planned for today', work(today), 'planned'],
    ['planned for yesterday and not done', work('2026-11-19'), 'overdue'],
    ['done late', work('2026-11-01', '2026-11-19'), 'done'],
    ['a decision that nothing is done', decision('2026-11-01'), 'decided'],
    [
      'sent on to somebody else',
      { kind: 'referred', plannedOn: '2026-11-01', doneOn: null } as const,
      'decided',
    ],
  ] as const)('%s', (_, measure, state) => {
    expect(measureState(measure, today)).toBe(state);
  });
});

describe('how far a place has come', () => {
  it.each([
    ['nothing is known of what to do', [], 'new', null],
    [
      'something is late, something is planned',
      [work('2027-01-01'), work('2026-11-01')],
      'overdue',
      '2026-11-01',
    ],
    [
      'something was done, more is planned',
      [work(null, '2026-10-01'), work('2027-01-01')],
      'planned',
      '2027-01-01',
    ],
    ['it was done', [work(null, '2026-10-01')], 'done', null],
    [
      'it was done, then decided that it is enough',
      [work(null, '2026-10-01'), decision('2026-10-05')],
      'decided',
      null,
    ],
    [
      'it was decided against, and done after all',
      [decision('2026-09-01'), work(null, '2026-10-01')],
      'done',
      null,
    ],
    ['planned for no day', [work(null)], 'planned', null],
  ] as const)('%s', (_, measures, state, next) => {
    expect([placeState(measures, today), nextOn(measures, today)]).toEqual([state, next]);
  });

  it('lists what is open by its day, then what has ended, the latest first', () => {
    const all = [
      work(null, '2026-09-01'),
      work(null),
      decision('2026-10-01'),
      work('2027-05-01'),
      work('2026-01-01'),
    ];
    expect(inTurn(all, today)).toEqual([all[4], all[3], all[1], all[2], all[0]]);
  });
});

describe('a place as it is kept', () => {
  const given = {
    name: '  Gångtunneln  ',
    position: [12.05, 57.9] as [number, number],
    causes: ['underpass' as const],
    when: [],
    seasons: [],
    isPublic: false,
    lampNumbers: ['A1 ', 'A1'],
    description: '   ',
  };

  it('has no blanks, no lamp twice, and nothing that was left out', () => {
    expect(placeFields(given)).toEqual({
      ...given,
      name: 'Gångtunneln',
      outline: null,
      bodyId: null,
      lampNumbers: ['A1'],
      description: null,
      note: null,
    });
  });

  it('says which fields are others than before', () => {
    const before = placeFields(given);
    expect(changedFields(before, before)).toEqual([]);
    const after = placeFields({ ...given, name: 'Tunneln', isPublic: true });
    expect(changedFields(before, after)).toEqual(['name', 'isPublic']);
  });

  it('has a reference of its own kind', () => {
    let next = 0;
    const reference = makePlaceReference((below) => (next += 7) % below);
    expect(reference).toMatch(PLACE_REFERENCE_PATTERN);
  });
});

describe('the order of places', () => {
  const place = (
    name: string,
    people: number,
    next: string | null,
    updatedAt: string,
    mean: number | null,
  ) => ({
    name,
    people,
    nextOn: next,
    updatedAt,
    ratings: { before: mean === null ? null : { mean }, after: null },
  });
  const places = [
    place('Ödegärdet', 3, null, '2026-01-03', 2.5),
    place('Algutsgården', 9, '2027-01-01', '2026-01-01', null),
    place('Äsperöd', 1, '2026-01-01', '2026-01-02', 1.5),
  ];
  it.each([
    ['name', 'Algutsgården Äsperöd Ödegärdet'],
    ['most-wanted', 'Algutsgården Ödegärdet Äsperöd'],
    ['least-safe', 'Äsperöd Ödegärdet Algutsgården'],
    ['next-measure', 'Äsperöd Algutsgården Ödegärdet'],
    ['changed', 'Ödegärdet Äsperöd Algutsgården'],
  ] satisfies [PlaceSort, string][])('%s', (by, names) => {
    expect(
      sorted(places, by)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(names);
  });
});
