import { describe, expect, it } from '@jest/globals';
import { freeSlug, slugOf, withSettledAreas } from './promise-slugs.rules.js';
import { commitmentOf, contentOf, words } from './promise.fixture.js';

describe('a name for addresses', () => {
  it.each([
    ['Hastighetskontroller på Göteborgsvägen', 'hastighetskontroller-pa-goteborgsvagen'],
    ['  PAR – i skolan!  ', 'par-i-skolan'],
    ['…', ''],
    ['å'.repeat(80), 'a'.repeat(50)],
  ])('of %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  it('is nobody else’s', () => {
    expect(freeSlug('Möten', new Set(['moten', 'moten-2']), 'atagande')).toBe('moten-3');
    expect(freeSlug('…', new Set(), 'atagande')).toBe('atagande');
  });
});

describe('focus areas', () => {
  const areas = [
    { slug: 'trafik', name: words('Trafiken i Ale'), heading: words('') },
    { slug: 'ny-1', name: words('Trafik'), heading: words('') },
  ];
  const content = contentOf({
    focusAreas: areas,
    commitments: [commitmentOf('a', { focusArea: 'ny-1' }), commitmentOf('b', { focusArea: 'trafik' })],
  });

  it('keep their names when they are renamed; new ones get one of their own', () => {
    const settled = withSettledAreas(content, ['trafik']);
    expect(settled.focusAreas.map(({ slug }) => slug)).toEqual(['trafik', 'trafik-2']);
    expect(settled.commitments.map(({ focusArea }) => focusArea)).toEqual(['trafik-2', 'trafik']);
  });
});
