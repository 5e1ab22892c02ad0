import { expect, it } from '@jest/globals';
import type { TownPlace } from '@lofteskartan/shared/contracts/place-list';
import { placesLike } from './place-search.js';

const place = (type: TownPlace['type'], name: string): TownPlace => ({
  id: name,
  type,
  name,
  locality: null,
  position: [12, 57.9],
  hasCourse: false,
  outside: false,
});
const places = [
  place('road', 'Alevägen'),
  place('school', 'Aroseniusskolan'),
  place('school', 'Älvängenskolan'),
];

it.each([
  ['nothing', '', null, ['Alevägen', 'Aroseniusskolan', 'Älvängenskolan']],
  ['a type', '', 'school', ['Aroseniusskolan', 'Älvängenskolan']],
  ['a part of a name, in capitals', ' SKOLAN', null, ['Aroseniusskolan', 'Älvängenskolan']],
  ['a word and a type', 'ä', 'road', ['Alevägen']],
  ['what is not there', 'Kungälv', null, []],
] as const)('places by %s', (_what, words, type, names) => {
  expect(placesLike(places, words, type).map(({ name }) => name)).toEqual(names);
});
