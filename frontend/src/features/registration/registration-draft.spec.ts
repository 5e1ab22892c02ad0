import { describe, expect, it } from '@jest/globals';
import { contactOf, emptyRegistration, missingIn, registrationOf, spelled } from './registration-draft.js';

const empty = emptyRegistration('ale');

describe('what staff write down for a resident', () => {
  it.each([
    ['a dark place needs a place', {}, ['placeName']],
    ['in words', { placeName: 'Tunneln' }, []],
    ['or on the map', { position: [12, 57] as [number, number] }, []],
    ['an idea needs words', { kind: 'idea' as const }, ['description']],
  ])('%s', (_name, part, missing) => {
    expect(missingIn({ ...empty, ...part })).toEqual(missing);
  });

  it('is sent with what was filled in alone', () => {
    const body = registrationOf({ ...empty, placeName: ' Tunneln ', phone: '070-123 45 67' });
    expect(JSON.parse(JSON.stringify(body))).toEqual({
      source: 'phone',
      kind: 'dark-place',
      municipality: 'ale',
      placeName: 'Tunneln',
      details: { causes: [], when: [] },
      contact: { phone: '070-123 45 67' },
    });
  });

  it('an idea about drugs takes no place', () => {
    const body = registrationOf({ ...empty, kind: 'idea', topic: 'drugs', placeName: 'Torget' });
    expect(body.placeName).toBeUndefined();
  });

  it('somebody who wants no answer leaves no contact', () => {
    expect(contactOf(empty)).toBeUndefined();
  });

  it('the number is spelled as on the telephone', () => {
    expect(spelled('ALE-7K3')).toBe('Adam Ludvig Erik – sju Kalle tre');
  });
});
