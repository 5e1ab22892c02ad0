import { findPersonalData } from '@lofteskartan/shared/personal-data';
import type { PersonalDataType } from '@lofteskartan/shared/vocabulary';

type Row = [text: string, type: PersonalDataType, found: string];

const found: Row[] = [
  // Personnummer: with and without century, hyphen, space; over a hundred years old; samordningsnummer.
  ['Hon heter 850709-9805 i registret', 'personal-number', '850709-9805'],
  ['19850709-9805', 'personal-number', '19850709-9805'],
  ['198507099805', 'personal-number', '198507099805'],
  ['8507099805', 'personal-number', '8507099805'],
  ['850709 9805', 'personal-number', '850709 9805'],
  ['19850709 9805.', 'personal-number', '19850709 9805'],
  ['(121212+1212)', 'personal-number', '121212+1212'],
  ['191212121212', 'personal-number', '191212121212'],
  ['samordning 701063-2391', 'personal-number', '701063-2391'],
  ['mannen 850709–9805 bor där', 'personal-number', '850709–9805'],
  ['mistyped 850709-9806', 'personal-number', '850709-9806'],
  ['19900101-1234', 'personal-number', '19900101-1234'],
  ['född 000229-0005', 'personal-number', '000229-0005'],
  // Registration numbers.
  ['Bilen ABC 123 kör varje kväll', 'registration-number', 'ABC 123'],
  ['Bilen ABC123.', 'registration-number', 'ABC123'],
  ['abc123', 'registration-number', 'abc123'],
  ['ABC 12D', 'registration-number', 'ABC 12D'],
  ['abc12d', 'registration-number', 'abc12d'],
  ['ABC-123', 'registration-number', 'ABC-123'],
  ['Abc 123 kör varje kväll', 'registration-number', 'Abc 123'],
  ['bilen abc 12d', 'registration-number', 'abc 12d'],
  ['Reg.nr: KLM45A, röd', 'registration-number', 'KLM45A'],
  // Telephone.
  ['Ring mig på 070-123 45 67', 'phone', '070-123 45 67'],
  ['0701234567', 'phone', '0701234567'],
  ['070 123 45 67', 'phone', '070 123 45 67'],
  ['0701-23 45 67', 'phone', '0701-23 45 67'],
  ['070-123-45-67', 'phone', '070-123-45-67'],
  ['0303-12345', 'phone', '0303-12345'],
  ['0303-33 03 70 dagtid', 'phone', '0303-33 03 70'],
  ['031-700 00 00', 'phone', '031-700 00 00'],
  ['(031) 700 00 00', 'phone', '(031) 700 00 00'],
  ['010-565 44 56', 'phone', '010-565 44 56'],
  ['08-123 45 67', 'phone', '08-123 45 67'],
  ['08-12 34 56 78', 'phone', '08-12 34 56 78'],
  ['+46701234567', 'phone', '+46701234567'],
  ['+46 70 123 45 67', 'phone', '+46 70 123 45 67'],
  ['+46 (0)70-123 45 67', 'phone', '+46 (0)70-123 45 67'],
  ['(+46) 70 123 45 67', 'phone', '(+46) 70 123 45 67'],
  ['0046 70 123 45 67', 'phone', '0046 70 123 45 67'],
  ['+47 22 12 34 56', 'phone', '+47 22 12 34 56'],
  ['tel 073\u00a0123\u00a045\u00a067', 'phone', '073\u00a0123\u00a045\u00a067'],
  // E-mail.
  ['skriv till anna.andersson@exempel.se!', 'email', 'anna.andersson@exempel.se'],
  ['<åsa+väg@mejl.exempel.co.uk>', 'email', 'åsa+väg@mejl.exempel.co.uk'],
  ['A_B@EXEMPEL.NU.', 'email', 'A_B@EXEMPEL.NU'],
];

const nothing = [
  '',
  'E45',
  'E 45 norrut',
  'väg 190',
  'Väg 190 mot Nödinge',
  'VÄG 190',
  'kl 07-09',
  'kl. 07.00-09.30',
  '07-09 15-18',
  '08-12 15-18',
  'mellan 07-09, 15-18 och 21-24',
  'kl 0700-0900',
  '0700-0900 2 gånger',
  '2026-11-22',
  '2026-11-22 07-09',
  '2026-08-12 15 30',
  '20261122',
  '22/11 2026',
  'år 2025 och 2026',
  '112',
  'Ring 112',
  '114 14',
  'ring 114 14 eller 112',
  '70 km/h på 50-väg',
  'de kör i 100 km/h',
  'MAX 100',
  'OCH 200',
  'max 100 km/h',
  'med 120',
  'dag 123',
  'hus 12A',
  'linje 402',
  'buss 402',
  'kl 123',
  'LGH 1101',
  'SOS 112',
  'EPA 123',
  'Epa 100 meter bort',
  'att 100 bilar',
  'hus 112',
  'ALE-7K3F9',
  'ALE-23456',
  'ALE-23K45',
  'ABC 1234',
  'XABC123',
  'ABC123E',
  'IQV 123',
  '57.925, 12.0869',
  '12.0869123',
  '446 30 Älvängen',
  '1 000 000 kr',
  '850709 9804',
  '851309-9807',
  '850732-9806',
  '990229-1237',
  '010',
  'nr 01 23',
  '3,14159265',
  'vi ses @ torget',
  'a@b',
  '@kommunen.se',
  'kalle@',
  '30, 40, 50, 60, 70, 80, 90',
  'Göteborgsvägen 05-07 00-05 21-24',
  'lampa 12345678',
  'stolpe 2345-678',
  'kvarter 1:23',
  'tjugo 0-9',
];

describe('what looks like personal data in free text', () => {
  it.each(found)('%j holds a %s', (text, type, stretch) => {
    const start = text.indexOf(stretch);
    expect(findPersonalData(text)).toEqual([{ type, start, end: start + stretch.length }]);
  });

  it.each(nothing)('%j holds none', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('finds several, in order', () => {
    const text = 'ABC 123, ring 070-123 45 67 eller a@exempel.se, född 850709-9805';
    expect(findPersonalData(text).map(({ type }) => type)).toEqual([
      'registration-number',
      'phone',
      'email',
      'personal-number',
    ]);
  });

  it.each([
    ['digits', '0'.repeat(50_000)],
    ['spaced digits', '1 '.repeat(50_000)],
    ['phone beginnings', '070-'.repeat(20_000)],
    ['separators', `1${' -('.repeat(30_000)}1`],
    ['plus signs', '+'.repeat(50_000)],
    ['at signs', '@'.repeat(50_000)],
    ['one long local part', `${'a.'.repeat(50_000)}@`],
    ['many addresses', 'a@'.repeat(50_000)],
    ['one long domain', `a@${'a.'.repeat(50_000)}`],
    ['letters', 'ABC'.repeat(30_000)],
    ['plate beginnings', 'ABC 12'.repeat(20_000)],
  ])('reads 50,000 characters of %s once, not once for each of them', (_name, text) => {
    const looks = (length: number): number => {
      const before = performance.now();
      findPersonalData(text.slice(0, length));
      return performance.now() - before;
    };
    looks(5000);
    // Ten times the text takes about ten times as long; read over and over, it would take a hundred times.
    const ratios = Array.from({ length: 5 }, () => looks(50_000) / Math.max(looks(5000), 0.05));
    expect(Math.min(...ratios)).toBeLessThan(50);
  });
});
