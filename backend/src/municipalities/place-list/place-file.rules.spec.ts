import { describe, expect, it } from '@jest/globals';
import { middleOf } from './course.rules.js';
import { readPlaces } from './place-file.rules.js';

const faultsOf = (text: string) => {
  const read = readPlaces(text);
  if ('faults' in read) return read.faults.map(({ code, found, line }) => [code, found, line]);
  return read.places.flatMap(({ line, faults }) =>
    faults.map(({ code, column, value }) => [line, code, column, value]),
  );
};
const feature = (properties: object, type = 'Point', coordinates: unknown = [12.05, 57.9]) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('a CSV file', () => {
  it('of Excel in Sweden: BOM, semicolons, decimal commas, empty lines', () => {
    const read = readPlaces(
      '\uFEFFTyp;Namn;Ort;Lng;Lat\r\nSkola;Aroseniusskolan;Älvängen;12,1197;57,9616\r\n;;;;\r\n',
    );
    expect(read).toEqual({
      places: [
        {
          line: 2,
          type: 'school',
          name: 'Aroseniusskolan',
          locality: 'Älvängen',
          localityColumn: 'Ort',
          position: [12.1197, 57.9616],
          course: null,
          faults: [],
        },
      ],
    });
  });
  it('with commas between, and other names of the columns', () => {
    expect(readPlaces('type,name,longitude,latitude\nroad,"Alevägen, norra",12.05,57.9')).toMatchObject({
      places: [{ type: 'road', name: 'Alevägen, norra', locality: '', position: [12.05, 57.9] }],
    });
  });
  it.each([
    ['no type', ';Skolan;;12;57,9', [[2, 'no-type', 'typ', '']]],
    ['a type that is none', 'kyrka;Starrkärr;;12;57,9', [[2, 'unknown-type', 'typ', 'kyrka']]],
    ['a locality', 'ort;Nol;;12,06;57,9', [[2, 'is-locality', 'typ', 'ort']]],
    ['no name', 'skola;;;12;57,9', [[2, 'no-name', 'namn', '']]],
    ['no position', 'skola;Skolan;;;57,9', [[2, 'no-position', 'lng', '']]],
    ['words for a position', 'skola;Skolan;;öster;57,9', [[2, 'not-a-number', 'lng', 'öster']]],
    ['latitude first', 'skola;Skolan;;57,9;12,05', [[2, 'swapped', 'lng, lat', '57.9, 12.05']]],
    ['SWEREF 99', 'skola;Skolan;;325000;6420000', [[2, 'sweref', 'lng, lat', '325000, 6420000']]],
    ['another country', 'skola;Skolan;;2,35;48,85', [[2, 'outside-sweden', 'lng, lat', '2.35, 48.85']]],
  ])('with %s', (_what, line, faults) => {
    expect(faultsOf(`typ;namn;ort;lng;lat\n${line}`)).toEqual(faults);
  });
  it.each([
    ['nothing', ' ', [['empty', '', null]]],
    ['heads alone', 'typ;namn;lng;lat', [['empty', '', null]]],
    ['columns missing', 'namn;lat\nSkolan;57', [['missing-columns', 'typ, lng', null]]],
    ['an open quote', 'typ;namn;lng;lat\nskola;"Sko', [['not-csv', '', null]]],
    ['JSON that breaks off', '{\n"type": ', [['not-json', '', 2]]],
    ['JSON of another kind', '{"a": 1}', [['not-geojson', '', null]]],
  ])('with %s cannot be read', (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe('a GeoJSON file', () => {
  it('gives points, and roads with their course, whose middle is their position', () => {
    const line = [
      [12, 57.9, 30],
      [12.1, 57.9, 31],
    ];
    const read = readPlaces(
      collection(
        feature({ type: 'station', name: 'Nol', locality: 'nol' }),
        feature({ typ: 'väg', namn: 'Alevägen' }, 'LineString', line),
      ),
    );
    expect(read).toMatchObject({
      places: [
        { line: 1, type: 'station', locality: 'nol', position: [12.05, 57.9], course: null, faults: [] },
        {
          line: 2,
          type: 'road',
          position: [12.05, 57.9],
          course: [
            [12, 57.9],
            [12.1, 57.9],
          ],
          faults: [],
        },
      ],
    });
  });
  it.each([
    ['latitude first', feature({ type: 'school', name: 'A' }, 'Point', [57.9, 12]), 'swapped'],
    ['a point that is none', feature({ type: 'school', name: 'A' }, 'Point', ['12', '57']), 'not-positions'],
    [
      'a school as a line',
      feature({ type: 'school', name: 'A' }, 'LineString', [
        [12, 57.9],
        [12, 58],
      ]),
      'wrong-geometry',
    ],
    ['a road as an area', feature({ type: 'road', name: 'A' }, 'Polygon', [[]]), 'wrong-geometry'],
    ['a road in parts', feature({ type: 'road', name: 'A' }, 'MultiLineString', [[], []]), 'several-parts'],
    [
      'a road of one point',
      feature({ type: 'road', name: 'A' }, 'LineString', [[12, 57.9]]),
      'too-few-points',
    ],
    [
      'a road in SWEREF 99',
      feature({ type: 'road', name: 'A' }, 'LineString', [[325000, 6420000]]),
      'sweref',
    ],
    ['no name', feature({ type: 'school' }), 'no-name'],
  ])('with %s', (_what, each, code) => {
    expect(faultsOf(collection(each)).map(([, found]) => found)).toEqual([code]);
  });
});

it('the middle of a course is halfway along it, not halfway through its points', () => {
  expect(
    middleOf([
      [12, 57],
      [12, 57.1],
      [12, 57.2],
      [12, 57.8],
    ]),
  ).toEqual([12, 57.4]);
});
