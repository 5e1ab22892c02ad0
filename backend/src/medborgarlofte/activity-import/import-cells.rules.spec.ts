import { describe, expect, it } from '@jest/globals';
import { readDegrees, readReferences, readWhole } from './import-cells.rules.js';

describe('a number', () => {
  it.each([
    ['120', { value: 120 }],
    ['1 200', { value: 1200 }],
    ['', { value: null }],
    ['12,5', { fault: 'notANumber' }],
    ['-1', { fault: 'notANumber' }],
    ['tolv', { fault: 'notANumber' }],
  ])('%p', (text, read) => {
    expect(readWhole(text)).toEqual(read);
  });
  it.each([
    ['57,925', { value: 57.925 }],
    ['57.925', { value: 57.925 }],
    ['', { value: null }],
    ['57°55', { fault: 'notANumber' }],
    ['95', { fault: 'notANumber' }],
  ])('of degrees %p', (text, read) => {
    expect(readDegrees(text, 90)).toEqual(read);
  });
});

it('numbers of proposals may be divided by anything, and stand once', () => {
  expect(readReferences('ale-7k3f9, ALE-22222  ALE-7K3F9')).toEqual(['ALE-7K3F9', 'ALE-22222']);
  expect(readReferences(' ')).toEqual([]);
});
