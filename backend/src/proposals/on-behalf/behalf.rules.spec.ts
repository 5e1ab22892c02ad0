import { describe, expect, it } from '@jest/globals';
import { behalfContactFault, normalPhone } from './behalf.rules.js';

describe('a telephone number', () => {
  it.each([
    ['as it is said', '070-123 45 67', '0701234567'],
    ['with the country', '+46 70 123 45 67', '0701234567'],
    ['with the country and a zero', '+46 (0)70-123 45 67', '0701234567'],
    ['with two zeros', '0046 70 123 45 67', '0701234567'],
    ['of another country', '+47 22 12 34 56', '004722123456'],
    ['of the town', '(0303) 33 03 70', '0303330370'],
  ])('%s', (_name, written, digits) => {
    expect(normalPhone(written)).toBe(digits);
  });
});

describe('how a resident is reached', () => {
  it.each([
    ['not at all', undefined, false],
    ['by telephone', { phone: '070-123 45 67' }, false],
    ['by mail', { email: 'namn@example.se' }, false],
    ['a name alone reaches nobody', { name: 'Kim' }, true],
  ])('%s', (_name, contact, isWrong) => {
    expect(behalfContactFault(contact) !== null).toBe(isWrong);
  });
});
