import { beginsLike, inSwedishOrder } from './places.rules.js';

describe('a place search', () => {
  const cases: [name: string, typed: string, found: boolean][] = [
    ['Älvängen', 'äl', true],
    ['Älvängen', 'ÄL', true],
    ['Älvängen', 'al', false],
    ['Älvängen', 'vängen', false],
    ['Starrkärr, Kilanda och Ryd', 'kil', true],
    ['Starrkärr, Kilanda och Ryd', 'och r', true],
    ['Nödinge station', 'station', true],
    ['Kungälv-Ale', 'ale', true],
    ['E45', 'e4', true],
    ['Nol', ' nol ', true],
    ['Nol', '', true],
    ['Nol', 'nolby', false],
  ];
  it.each(cases)('%s, typed “%s”: %s', (name, typed, found) => {
    expect(beginsLike(name, typed)).toBe(found);
  });

  it('takes composed and decomposed letters as the same', () => {
    expect(beginsLike('Älvängen', 'A\u0308l')).toBe(true);
  });
});

it('å, ä and ö come last, and numbers count', () => {
  expect(inSwedishOrder(['Örbo', 'Väg 10', 'Ale', 'Åsen', 'Väg 9', 'Älvängen'], (name) => [name])).toEqual([
    'Ale',
    'Väg 9',
    'Väg 10',
    'Åsen',
    'Älvängen',
    'Örbo',
  ]);
});

it('a shorter name comes before those that go on, and a tie is decided by the next name', () => {
  const places = [
    ['Surte station', 'surte'],
    ['Surte', 'surte'],
    ['E45', 'surte'],
    ['E45', 'bohus'],
  ];
  expect(inSwedishOrder(places, (names) => names)).toEqual([
    ['E45', 'bohus'],
    ['E45', 'surte'],
    ['Surte', 'surte'],
    ['Surte station', 'surte'],
  ]);
});
