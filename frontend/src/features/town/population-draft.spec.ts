import { describe, expect, it } from '@jest/globals';
import { draftOf, figureOf, sentOf } from './population-draft.js';

describe('the population of a year as it is written', () => {
  const years = [{ year: 2025, source: 'SCB', bands: { women: 15886, men: 16560 } }];

  it.each([
    ['2025', 'SCB', '15886', ''],
    ['2024', '', '', ''],
  ])('begins from what is kept of %s', (year, source, women, young) => {
    const { figures, ...rest } = draftOf(years, year);
    expect([rest, figures.women, figures['under-18']]).toEqual([{ year, source }, women, young]);
  });

  it.each([
    ['15 886', 15886],
    ['15\u00a0886', 15886],
    ['0', 0],
    ['', null],
    [undefined, null],
    ['15,5', undefined],
    ['-4', undefined],
    ['många', undefined],
  ])('reads %s as %s', (text, figure) => {
    expect(figureOf(text)).toBe(figure);
  });

  it('sends what there is, and says which fields are wrong', () => {
    const draft = { year: '25', source: ' SCB ', figures: { women: '4', men: 'få', '18-29': '' } };
    expect(sentOf(draft)).toEqual({
      sent: { year: 25, source: 'SCB', bands: { women: 4 } },
      wrong: ['year', 'men'],
    });
  });
});
