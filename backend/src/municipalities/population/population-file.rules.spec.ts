import { figureOf, readPopulation } from './population-file.rules.js';

const heads = 'år;grupp;antal;källa';

describe('a file of populations', () => {
  it.each([
    ['empty', '', 'missingColumns'],
    ['with heads alone', heads, 'required'],
    ['without the source', 'år;grupp;antal\n2025;män;4', 'missingColumns'],
    ['with another column', `${heads};ort\n2025;män;4;SCB;Nol`, 'unknownColumns'],
    ['with an open quote', `${heads}\n"2025;män;4;SCB`, 'notCsv'],
  ])('%s', (_, file, code) => {
    const read = readPopulation(file);
    expect('fault' in read && read.fault.code).toBe(code);
  });

  it('has lines, empty ones left out', () => {
    const read = readPopulation(`\uFEFFÅr;Grupp;Antal;Källa\r\n2025;män;16 560;SCB\r\n;;;\r\n`);
    expect('rows' in read && read.rows.map(({ line }) => line)).toEqual([2]);
  });
});

describe('a line', () => {
  const line = (år: string, grupp: string, antal: string, källa = 'SCB') =>
    figureOf({ line: 2, cells: { år, grupp, antal, källa } });

  it.each([
    ['kvinnor', 'women'],
    ['Män', 'men'],
    ['under 18 år', 'under-18'],
    ['0–17', 'under-18'],
    ['18 – 29 år', '18-29'],
    ['30-64', '30-64'],
    ['65+', '65-more'],
    ['65 år och äldre', '65-more'],
  ])('about %s', (grupp, band) => {
    expect(line('2025', grupp, '16 560')).toEqual({
      figure: { year: 2025, band, people: 16_560, source: 'SCB' },
    });
  });

  it.each([
    ['no year', ['i år', 'män', '4'], [['år', 'notAnInteger']]],
    ['a year long ago', ['1925', 'män', '4'], [['år', 'tooSmall']]],
    ['another group', ['2025', '20-24', '4'], [['grupp', 'notOneOf']]],
    ['no whole number', ['2025', 'män', '4,5'], [['antal', 'notAnInteger']]],
    ['less than nobody', ['2025', 'män', '-4'], [['antal', 'notAnInteger']]],
    ['no source', ['2025', 'män', '4', ''], [['källa', 'required']]],
    [
      'several',
      ['', '', '', ''],
      [
        ['år', 'notAnInteger'],
        ['grupp', 'notOneOf'],
        ['antal', 'notAnInteger'],
        ['källa', 'required'],
      ],
    ],
  ] as const)('with %s', (_, cells, faults) => {
    const [år, grupp, antal, källa] = cells;
    const result = line(år, grupp, antal, källa);
    expect('faults' in result && result.faults.map(({ field, code }) => [field, code])).toEqual(faults);
  });
});
