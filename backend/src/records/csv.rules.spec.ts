import { csvLine } from './csv.rules.js';

describe('a line for spreadsheets', () => {
  it.each<[name: string, cells: (string | number | null)[], line: string]>([
    ['words and numbers', ['Åsa', 12, null], 'Åsa;12;\r\n'],
    ['a decimal comma', [0.5], '0,5\r\n'],
    ['a semicolon', ['a;b'], '"a;b"\r\n'],
    ['quotes', ['en "lykta"'], '"en ""lykta"""\r\n'],
    ['a break', ['a\nb'], '"a\nb"\r\n'],
    [
      'what looks like a formula',
      ['=HYPERLINK("x")', '+46', '-1', '@a'],
      `"'=HYPERLINK(""x"")";'+46;'-1;'@a\r\n`,
    ],
  ])('%s', (_name, cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
