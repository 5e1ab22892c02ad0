import { expect, it } from '@jest/globals';
import { preferredLanguage } from './language.js';

it.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['*', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['en;q=0.8, sv;q=0.9', 'sv'],
  ['de, en;q=0.5', 'en'],
  ['fi', 'sv'],
  ['sv;q=0, en;q=0.1', 'en'],
  ['en;q=0', 'sv'],
  ['en,sv', 'sv'],
  ['EN', 'en'],
  ['english', 'sv'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
