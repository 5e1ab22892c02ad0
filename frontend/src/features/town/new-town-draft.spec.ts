import { describe, expect, it } from '@jest/globals';
import { emptyTown, shortFrom, slugFrom, townOf, wrongIn, type NewTownDraft } from './new-town-draft.js';

const kungalv: NewTownDraft = {
  ...emptyTown,
  name: 'Kungälvs kommun',
  shortName: 'Kungälv',
  code: '1482',
  slug: 'kungalv',
  referencePrefix: 'KGV',
  police: 'lpo-kungalv-ale',
  officeName: 'Kungälvs kommun',
  locality: 'Kungälv',
  position: '11,97 57,87',
};

describe('what is missing of a new municipality', () => {
  const cases: [name: string, changes: Partial<NewTownDraft>, wrong: string[]][] = [
    ['nothing', {}, []],
    ['a code of three digits', { code: '148' }, ['code']],
    ['an address with å', { slug: 'kungälv' }, ['slug']],
    ['a prefix in small letters', { referencePrefix: 'kgv' }, ['referencePrefix']],
    ['a police district that is neither chosen nor named', { police: '' }, ['policeName']],
    ['a box without size', { kilometres: '' }, ['kilometres']],
    ['a box without size, but a file', { kilometres: '', outline: '{}' }, []],
    ['half a contact', { contacts: [{ role: { sv: 'Polis', en: '' }, how: '114 14' }] }, ['contacts']],
  ];
  it.each(cases)('%s', (_name, changes, wrong) => {
    const draft = { ...kungalv, ...changes };
    expect([...wrongIn(draft)]).toEqual(wrong);
    expect(townOf(draft) === null).toBe(wrong.length > 0);
  });
});

it('a file goes before the box', () => {
  expect(townOf(kungalv)).toHaveProperty('box');
  expect(townOf({ ...kungalv, outline: '{}' })).toMatchObject({ outline: '{}' });
  expect(townOf({ ...kungalv, outline: '{}' })).not.toHaveProperty('box');
});

it('suggests the short name and the address', () => {
  expect(shortFrom('Kungälvs kommun')).toBe('Kungälv');
  expect(shortFrom('Ale kommun')).toBe('Ale');
  expect(slugFrom('Lilla Edet')).toBe('lilla-edet');
});
