import type { MapGround } from '../../municipalities/map-ground.rules.js';
import { isWithin, mapsOf, scaleLength, statementsOnSheet } from './table-sheet.rules.js';

describe('the statements on the papers', () => {
  it.each([
    ['one that is voted on', 'open', 'staff', true],
    ['one of a resident that is voted on', 'open', 'resident', true],
    ['one that staff have written for later', 'waiting', 'staff', true],
    ['one of a resident that nobody has read', 'waiting', 'resident', false],
    ['one that was refused', 'refused', 'resident', false],
    ['one that is no longer voted on', 'closed', 'staff', false],
  ] as const)('%s', (_, status, source, isThere) => {
    const statement = { number: 7, text: 'Det är mörkt vid stationen.', status, source };
    const shown = [{ number: 7, text: 'Det är mörkt vid stationen.' }];
    expect(statementsOnSheet([statement])).toEqual(isThere ? shown : []);
  });
});

describe('the maps', () => {
  const locality = (slug: string, lng: number) => ({ slug, name: slug, position: [lng, 57.9] as const });
  const ground: MapGround = {
    outline: [
      [12, 57.8],
      [12.3, 57.8],
      [12.3, 58],
      [12, 58],
    ],
    water: [],
    builtUp: [
      [
        [12.04, 57.88],
        [12.06, 57.88],
        [12.06, 57.92],
        [12.04, 57.92],
      ],
    ],
    railways: [],
    mainRoads: [],
    roads: [],
    localities: [locality('nol', 12.05), locality('kilanda', 12.2)].map(({ position, ...each }) => ({
      ...each,
      position: [...position],
    })),
    spots: [],
  };
  it.each([
    ['a locality shows what is built up around it', ['nol'], [['nol', [12.04, 57.88, 12.06, 57.92]]]],
    ['one where nothing is drawn shows its middle', ['kilanda'], [['kilanda', [12.2, 57.9, 12.2, 57.9]]]],
    ['a dialogue of no locality shows all of the municipality', [], [[null, [12, 57.8, 12.3, 58]]]],
    ['so does one of a locality that is gone', ['ingenting'], [[null, [12, 57.8, 12.3, 58]]]],
  ])('%s', (_, localities, expected) => {
    expect(mapsOf(ground, localities).map(({ name, bounds }) => [name, bounds])).toEqual(expected);
  });

  it('are one of all, where a dialogue is of many localities', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      slug: String(index),
      name: String(index),
      position: [12.1, 57.9] as [number, number],
    }));
    const slugs = many.map(({ slug }) => slug);
    expect(mapsOf({ ...ground, localities: many }, slugs)).toHaveLength(1);
    expect(mapsOf({ ...ground, localities: many.slice(1) }, slugs)).toHaveLength(6);
  });

  it.each([
    ['in the middle', [0.5, 0.5], true],
    ['to the east', [1.5, 0.5], false],
    ['to the west', [-0.5, 0.5], false],
    ['to the north', [0.5, 1.5], false],
  ] as const)('tell what is built up %s of a square', (_, [lng, lat], expected) => {
    const square: [number, number][] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    expect(isWithin([lng, lat], square)).toBe(expected);
  });

  it.each([
    [0.2, 500],
    [0.1, 1000],
    [0.01, 10_000],
    [10, 50],
  ])('with %d points a metre have a scale of %d metres', (perMetre, metres) => {
    expect(scaleLength(perMetre, 130)).toBe(metres);
  });
});
