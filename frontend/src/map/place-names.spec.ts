import { describe, expect, test } from '@jest/globals';
import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { surroundings } from './nearest-place.js';
import { matchPlaces, plain } from './place-match.js';

const place = (
  type: NamedPlace['type'],
  name: string,
  lng: number,
  lat: number,
  line: NamedPlace['line'] = null,
): NamedPlace => ({
  type,
  name,
  locality: null,
  position: [lng, lat],
  line,
});
const PLACES: NamedPlace[] = [
  place('locality', 'Nödinge', 12.049, 57.895),
  place('locality', 'Älvängen', 12.1188, 57.9577),
  place('locality', 'Alvhem', 12.137, 58.007),
  place('locality', 'Alafors', 12.084, 57.926),
  place('station', 'Älvängen station', 12.115, 57.958),
  place('school', 'Aroseniusskolan', 12.12, 57.96),
  place('road', 'Göteborgsvägen', 12.05, 57.9, [
    [12.05, 57.89],
    [12.05, 57.91],
  ]),
  place('road', 'Södra Nödingevägen', 12.06, 57.89),
];
const compare = new Intl.Collator('sv').compare;
const found = (written: string) => matchPlaces(PLACES, written, compare).map(({ name }) => name);

describe('the place search', () => {
  test.each<[string, string, string[]]>([
    ['with its dots', 'älv', ['Älvängen', 'Älvängen station', 'Alvhem']],
    ['without them: exact letters first', 'alv', ['Alvhem', 'Älvängen', 'Älvängen station']],
    ['in capitals and with blanks', ' GÖTE', ['Göteborgsvägen']],
    ['by a later word', 'nöd', ['Nödinge', 'Södra Nödingevägen']],
    ['by the middle of a word', 'skolan', ['Aroseniusskolan']],
    ['not by two letters in the middle', 'ng', []],
    ['nothing that is not there', 'kungälv', []],
    ['with nothing written: the localities, å ä ö last', '', ['Alafors', 'Alvhem', 'Nödinge', 'Älvängen']],
  ])('finds %s', (_case, written, names) => {
    expect(found(written)).toEqual(names);
  });

  test('takes the marks off letters', () => {
    expect(plain('ÅÄÖ é')).toBe('aao e');
  });
});

describe('what a position is called', () => {
  test.each<[string, [number, number], string | null, string | null, string | null]>([
    ['on a road', [12.0502, 57.9], 'Göteborgsvägen', null, 'Nödinge'],
    ['near a station', [12.1155, 57.9585], null, 'Älvängen station', 'Älvängen'],
    ['far from everything', [12.4, 58.1], null, null, null],
  ])('%s', (_case, position, road, landmark, locality) => {
    const around = surroundings(PLACES, position);
    expect([around.road?.name ?? null, around.landmark?.name ?? null, around.locality?.name ?? null]).toEqual(
      [road, landmark, locality],
    );
  });
});
