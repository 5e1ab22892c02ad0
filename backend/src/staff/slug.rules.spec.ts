import { freeSlug, slugOf } from './slug.rules.js';

describe('the name in addresses', () => {
  const cases: [name: string, slug: string][] = [
    ['Älvängen', 'alvangen'],
    ['Starrkärr, Kilanda och Ryd', 'starrkarr-kilanda-och-ryd'],
    ['LPO Kungälv-Ale', 'lpo-kungalv-ale'],
    ['  Bohus  ', 'bohus'],
    ['Ødegård', 'odegard'],
    ['!!!', 'namn'],
  ];
  it.each(cases)('%s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('the first that is free', () => {
    expect(freeSlug('nol', [])).toBe('nol');
    expect(freeSlug('nol', ['nol', 'nol-2'])).toBe('nol-3');
  });
});
