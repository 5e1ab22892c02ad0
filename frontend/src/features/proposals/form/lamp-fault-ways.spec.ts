import { describe, expect, it } from '@jest/globals';
import { lampFaultWays } from './lamp-fault-ways.js';

const own = 'https://ale.example/felanmalan';
const theirs = 'https://bolaget.example/fel';
const body = (web: string | null, phone: string | null) => ({ name: 'Bolaget', web, phone });

describe('where a broken lamp is reported', () => {
  it.each([
    ['nowhere, when nobody takes reports', null, [], []],
    ['on the municipality’s page', own, [], [own]],
    ['on a body’s page too', own, [body(theirs, '0303-1')], [own, theirs]],
    ['at a body alone, where the municipality has no page', null, [body(theirs, null)], [theirs]],
    ['by telephone, where a body has no page', null, [body(null, '+46 303-70 30 00')], ['tel:+46303703000']],
    ['by telephone, where its page is the municipality’s', own, [body(own, '0303-1')], [own, 'tel:03031']],
    ['once, where its page is the municipality’s and it has no number', own, [body(own, null)], [own]],
    ['not at a body that told neither', own, [body(null, null)], [own]],
  ])('%s', (_, faultReports, bodies, hrefs) => {
    const ways = lampFaultWays({ name: 'Ale', faultReports }, bodies);
    expect(ways.map(({ href }) => href)).toEqual(hrefs);
  });
});
