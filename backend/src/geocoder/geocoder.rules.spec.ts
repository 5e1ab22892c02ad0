import { placesIn, reverseQuestion, searchQuestion } from './geocoder.rules.js';

const box = [12, 57.8, 12.4, 58.1] as const;
const feature = (properties: object, coordinates: unknown = [12.1, 57.9]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties,
});
const found = (...features: unknown[]) => placesIn({ type: 'FeatureCollection', features }, [...box]);

describe('what a geocoder answers', () => {
  const cases: [name: string, features: unknown[], told: string[]][] = [
    [
      'an address',
      [feature({ street: 'Ale torg', housenumber: '7', city: 'Nödinge' })],
      ['Ale torg 7, Nödinge'],
    ],
    [
      'a place with a name',
      [feature({ name: 'Nödinge kyrka', street: 'Kyrkvägen', city: 'Nödinge' })],
      ['Nödinge kyrka, Nödinge'],
    ],
    ['a town, whose name is not told twice', [feature({ name: 'Nol', city: 'Nol' })], ['Nol']],
    ['the same twice', [feature({ name: 'Nol' }), feature({ name: 'Nol' })], ['Nol']],
    ['outside the municipality', [feature({ name: 'Lund' }, [13.2, 55.7])], []],
    ['without a name', [feature({ city: 'Nol' })], []],
    ['without a position', [feature({ name: 'Nol' }, ['12', '57'])], []],
    ['nothing that is as expected', [null, 'Nol', { properties: {} }], []],
  ];
  it.each(cases)('%s', (_name, features, told) => {
    expect(found(...features).map(({ name, where }) => (where ? `${name}, ${where}` : name))).toEqual(told);
  });

  it('no list is no place', () => {
    expect([null, {}, { features: {} }].map((answer) => placesIn(answer, [...box]))).toEqual([[], [], []]);
  });

  it('at most six', () => {
    expect(found(...Array.from({ length: 20 }, (_, i) => feature({ name: `Väg ${i}` })))).toHaveLength(6);
  });
});

it('the same question is the same, however it is typed', () => {
  expect(searchQuestion('ale', '  Göteborgsvägen  12')).toBe(searchQuestion('ale', 'göteborgsvägen 12'));
  expect(searchQuestion('ale', 'Storgatan')).not.toBe(searchQuestion('kungalv', 'Storgatan'));
});

it('positions within about ten metres are asked about once', () => {
  expect(reverseQuestion('ale', [12.10001, 57.90001])).toBe(reverseQuestion('ale', [12.10002, 57.90003]));
  expect(reverseQuestion('ale', [12.10001, 57.90001])).not.toBe(
    reverseQuestion('kungalv', [12.10001, 57.90001]),
  );
});
