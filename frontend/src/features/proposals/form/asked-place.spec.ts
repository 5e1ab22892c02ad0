import { describe, expect, test } from '@jest/globals';
import { formAddress } from '@lofteskartan/shared/form-address';
import { askedPlace } from './asked-place.js';

const boundary = {
  type: 'Polygon',
  coordinates: [
    [
      [12, 57.8],
      [12.2, 57.8],
      [12.2, 58],
      [12, 58],
      [12, 57.8],
    ],
  ],
};
const asked = (search: string) => askedPlace(new URLSearchParams(search), boundary);

describe('the place of an address', () => {
  test('is the one that was put in', () => {
    const address = formAddress('ale', 'speed-check', [12.053214, 57.892123]);
    expect(address).toBe('/ale/ny/hastighetskontroll?plats=12.05321,57.89212');
    expect(asked(address.split('?')[1] ?? '')).toEqual([12.05321, 57.89212]);
    expect(formAddress('ale', 'dark-place')).toBe('/ale/ny/otrygg-plats');
  });

  test.each([
    ['nothing', ''],
    ['an empty place', 'plats='],
    ['words', 'plats=Nödinge'],
    ['a script', 'plats=<script>alert(1)</script>'],
    ['one number', 'plats=12.05'],
    ['three numbers', 'plats=12.05,57.89,3'],
    ['latitude first', 'plats=57.89212,12.05321'],
    ['a place beyond the world', 'plats=512.05,57.89'],
    ['not a number', 'plats=NaN,NaN'],
    ['another municipality', 'plats=18.07,59.33'],
    ['with an exponent', 'plats=1.2e1,5.7e1'],
  ])('is none for %s', (_case, search) => {
    expect(asked(search)).toBeNull();
  });

  test('may lie a little outside of the coarse outline', () => {
    expect(asked('plats=11.998,57.9')).toEqual([11.998, 57.9]);
    expect(asked('plats=11.98,57.9')).toBeNull();
  });
});
