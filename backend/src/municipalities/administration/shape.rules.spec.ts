import { readOutline, readSketch } from './shape.rules.js';

const ring = [
  [11.9, 57.8],
  [12.1, 57.8],
  [12.1, 57.95],
  [11.9, 57.8],
];
const polygon = (coordinates: unknown): string => JSON.stringify({ type: 'Polygon', coordinates });
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (geometry: object, properties: object = {}): object => ({
  type: 'Feature',
  properties,
  geometry,
});
const sweref = [
  [319000, 6414000],
  [330000, 6414000],
  [330000, 6430000],
  [319000, 6414000],
];

describe('an outline in a file', () => {
  const refused: [name: string, text: string, fault: string][] = [
    ['an empty file', ' ', 'empty'],
    ['half a file, told by its line', '{\n"type":\n"Polygon', 'not-json line 3'],
    ['JSON that is no map', '{"hej":1}', 'not-geojson'],
    ['a line', JSON.stringify({ type: 'LineString', coordinates: ring }), 'no-polygon: LineString'],
    [
      'two polygons',
      collection(
        feature({ type: 'Polygon', coordinates: [ring] }),
        feature({ type: 'Polygon', coordinates: [ring] }),
      ),
      'several-polygons: 2',
    ],
    ['islands', JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }), 'several-parts: 2'],
    ['latitude first', polygon([ring.map(([lng, lat]) => [lat, lng])]), 'swapped: 57.8, 11.9'],
    ['SWEREF 99 TM, easting first', polygon([sweref]), 'sweref: 319000, 6414000'],
    ['SWEREF 99 TM, northing first', polygon([sweref.map(([e, n]) => [n, e])]), 'sweref: 6414000, 319000'],
    [
      'a place in Norway',
      polygon([[[5.3, 60.4], ...ring.slice(1, 3), [5.3, 60.4]]]),
      'outside-sweden: 5.3, 60.4',
    ],
    ['a word among numbers', polygon([[['x', 1], ...ring]]), 'not-positions: ["x",1]'],
    ['a ring that does not close', polygon([ring.slice(0, 3)]), 'not-closed'],
    ['a ring of two points', polygon([[ring[0], ring[1], ring[0]]]), 'too-few-points: 3'],
  ];
  it.each(refused)('%s is refused', (_name, text, fault) => {
    const read = readOutline(text);
    const told = 'faults' in read ? read.faults : [];
    expect(
      told.map(
        ({ code, found, line }) => `${code}${line ? ` line ${line}` : ''}${found ? `: ${found}` : ''}`,
      ),
    ).toEqual([fault]);
  });

  const taken: [name: string, text: string][] = [
    ['a polygon alone', polygon([ring])],
    ['with a byte order mark', `\uFEFF${polygon([ring])}`],
    ['a feature', JSON.stringify(feature({ type: 'Polygon', coordinates: [ring] }))],
    [
      'among points',
      collection(
        feature({ type: 'Point', coordinates: ring[0] }),
        feature({ type: 'Polygon', coordinates: [ring] }),
      ),
    ],
    ['a multipolygon of one part', JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] })],
    ['with heights', polygon([ring.map((each) => [...each, 40])])],
  ];
  it.each(taken)('%s is taken', (_name, text) => {
    expect(readOutline(text)).toMatchObject({ points: 4, rings: [ring] });
  });
});

describe('a sketch in a file', () => {
  const road = { type: 'LineString', coordinates: ring.slice(0, 2) };
  it('keeps type, name and size, and nothing else', () => {
    const text = collection(feature(road, { type: 'road', name: ' Storgatan ', size: 1, owner: 'x' }));
    expect(readSketch(text)).toMatchObject({
      points: 2,
      features: [{ properties: { type: 'road', name: 'Storgatan', size: 1 } }],
    });
    expect(JSON.stringify(readSketch(text))).not.toContain('owner');
  });

  const refused: [name: string, text: string, faults: string[]][] = [
    ['a feature without a type', collection(feature(road)), ['1 no-type']],
    ['a type that is not drawn', collection(feature(road, { type: 'constructor' })), ['1 no-type']],
    [
      'a road as a point',
      collection(feature({ type: 'Point', coordinates: ring[0] }, { type: 'road' })),
      ['1 wrong-geometry'],
    ],
    [
      'a road of one point',
      collection(feature({ ...road, coordinates: [ring[0]] }, { type: 'road' })),
      ['1 too-few-points'],
    ],
    [
      'two faults, each by its feature',
      collection(
        feature(road, { type: 'road' }),
        feature(road),
        feature({ ...road, coordinates: [[57.8, 11.9]] }, { type: 'road' }),
      ),
      ['2 no-type', '3 swapped'],
    ],
  ];
  it.each(refused)('%s is refused', (_name, text, faults) => {
    const read = readSketch(text);
    expect('faults' in read ? read.faults.map(({ feature: at, code }) => `${at} ${code}`) : []).toEqual(
      faults,
    );
  });
});
