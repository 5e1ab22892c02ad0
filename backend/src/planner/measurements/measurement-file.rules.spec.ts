import { describe, expect, it } from '@jest/globals';
import { type MeasurementFile, readMeasurement } from './measurement-file.rules.js';

const context = { limit: 50, onlyDirection: null, now: new Date('2026-11-26T09:00:00Z') };
const read = (file: string, more: object = {}): MeasurementFile => {
  const result = readMeasurement(file, { ...context, ...more });
  if ('fault' in result) throw new Error(result.fault.code);
  return result;
};

describe('a file as devices write it', () => {
  it.each([
    [
      'a display, with BOM, `;` and decimal comma',
      '\uFEFFDatum;Tid;Hastighet (km/h)\r\n2026-11-03;07:15:02;46,0\r\n3.11.2026;07.16;54,0\r\n',
    ],
    [
      'a radar box, with `,` and a direction',
      'Timestamp,Speed,Direction,Length\n2026-11-03 07:15:02,46,1,4.2\n2026-11-03 07:16:40,54,1,12.1',
    ],
    ['tabs', 'Date\tTime\tSpeed\n03/11/2026\t07:15\t46\n03/11/2026\t07:16\t54'],
    [
      'under what the device says of itself',
      'Device;SR4\nSerial;1234\n\nDatum;Uhrzeit;Geschwindigkeit\n03.11.2026;07:15:02;46\n03.11.2026;07:16:00;54',
    ],
    ['old line ends and quotes', '"Date and time";"Speed"\r"2026-11-03 07:15";"46"\r"2026-11-03 07:16";"54"'],
  ])('%s', (_, file) => {
    const { form, accepted, refused, figures } = read(file);
    expect([form, accepted, refused, figures?.mean, figures?.overLimit]).toEqual(['passages', 2, 0, 50, 1]);
  });

  it.each([
    [
      'hours with Vavg and V85',
      'Date;Time;Count;Vavg;V85\n2026-11-03;07:00;30;40;46\n2026-11-03;08:00;10;60;66',
      40,
      45,
      'unknown',
    ],
    [
      'from and to in one cell each',
      'Från;Till;Antal;Medelhastighet\n2026-11-03 07:00;2026-11-03 08:00;30;40\n2026-11-03 08:00;2026-11-03 09:00;10;60',
      40,
      45,
      'unknown',
    ],
    [
      'a day, and times from and to',
      'Datum,Start,Slut,Antal fordon,Snitthastighet\n2026-11-03,07:00,08:00,30,40\n2026-11-03,08:00,09:00,10,60',
      40,
      45,
      'unknown',
    ],
    [
      'bands alone',
      'Datum;Tid;30-40;40-50;>50\n2026-11-03;07:00;10;10;0\n2026-11-03;08:00;;20;',
      40,
      42.5,
      'bands',
    ],
  ])('%s', (_, file, passages, mean, p85From) => {
    const { form, figures } = read(file);
    expect([form, figures?.passages, figures?.mean, figures?.p85From]).toEqual([
      'intervals',
      passages,
      mean,
      p85From,
    ]);
    expect((figures?.to ?? 0) - (figures?.from ?? 0)).toBe(2 * 3600);
  });

  it('an interval over midnight ends the day after', () => {
    const { figures } = read('Datum;Start;Slut;Antal;Medel\n2026-11-03;23:00;00:00;30;40');
    expect((figures?.to ?? 0) - (figures?.from ?? 0)).toBe(3600);
  });
});

describe('what is not understood is told line by line', () => {
  it.each([
    ['no time', ';;46', 'Datum', '', 'required'],
    ['words for a time', 'i tisdags;;46', 'Datum', 'i tisdags', 'notAWallTime'],
    ['a day that is not', '2026-02-30;07:15;46', 'Datum', '2026-02-30 07:15', 'notAWallTime'],
    ['a day to come', '2026-12-03;07:15;46', 'Datum', '2026-12-03 07:15', 'inTheFuture'],
    ['words for a speed', '2026-11-03;07:15;fort', 'Hastighet', 'fort', 'notANumber'],
    ['no speed', '2026-11-03;07:15;', 'Hastighet', '', 'required'],
  ])('%s', (_, line, column, value, code) => {
    const { faults, accepted, refused } = read(`Datum;Tid;Hastighet\n2026-11-03;07:14;40\n${line}`);
    expect([accepted, refused, faults]).toEqual([1, 1, [{ line: 3, column, value, code }]]);
  });

  it.each([
    ['no number', '2026-11-03;07:00;många;40', 'Antal', 'notANumber'],
    ['no mean', '2026-11-03;07:00;12;', 'Medel', 'required'],
    ['words for a mean', '2026-11-03;07:00;12;fort', 'Medel', 'notANumber'],
  ])('an interval with %s', (_, line, column, code) => {
    const { faults } = read(`Datum;Tid;Antal;Medel\n${line}`);
    expect(faults.map((fault) => [fault.column, fault.code])).toEqual([[column, code]]);
  });

  it('an interval whose bands do not hold all, without a mean', () => {
    const file = 'Datum;Tid;Antal;0-50;>50\n2026-11-03;07:00;12;4;4\n2026-11-03;08:00;12;8;4';
    const { accepted, faults } = read(file);
    expect([accepted, faults.map(({ line, code }) => [line, code])]).toEqual([1, [[2, 'required']]]);
  });

  it('with the number of the line in the file, whatever stands above the heads', () => {
    const { faults } = read('Serial;1\n\nDatum;Tid;Hastighet\n2026-11-03;07:15;46\n\n2026-11-03;07:15;x');
    expect(faults.map(({ line }) => line)).toEqual([6]);
  });

  it('up to a hundred; the rest are counted', () => {
    const { faults, refused } = read(`Datum;Tid;Hastighet\n${'2026-11-03;07:15;x\n'.repeat(120)}`);
    expect([faults.length, refused]).toEqual([100, 120]);
  });
});

it('speeds that no road vehicle has are left out, and counted', () => {
  const { accepted, leftOut, figures } = read(
    'Tidpunkt;Fart\n2026-11-03 07:15;46\n2026-11-03 07:15;2\n2026-11-03 07:15;251\n2026-11-03 07:15;-46',
  );
  expect([accepted, leftOut, figures?.mean]).toEqual([1, 3, 46]);
});

it('what does not tell of speed is named, and nothing of it is kept', () => {
  const result = read('Tidpunkt;Fart;Regnr;Bild\n2026-11-03 07:15;46;ABC123;ABC123.jpg\nABC12;x;ABC123;');
  expect(result.ignoredColumns).toEqual(['Regnr', 'Bild']);
  expect(JSON.stringify(result)).not.toContain('ABC123');
});

describe('directions', () => {
  const file =
    'Tidpunkt;Fart;Riktning\n2026-11-03 07:15;46;Norrut\n2026-11-03 07:16;54;Norrut\n2026-11-03 07:17;30;Söderut';
  it('are told', () => {
    expect(read(file).directions).toEqual([
      { direction: 'Norrut', lines: 2 },
      { direction: 'Söderut', lines: 1 },
    ]);
  });
  it('can be taken one at a time', () => {
    const { accepted, otherDirection, figures } = read(file, { onlyDirection: 'Norrut' });
    expect([accepted, otherDirection, figures?.mean]).toEqual([2, 1, 50]);
  });
  it('are not told when there are too many to be directions', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `2026-11-03 07:15;46;ABC12${String(index)}`);
    expect(read(['Tidpunkt;Fart;Riktning', ...lines].join('\n')).directions).toEqual([]);
  });
});

/** The heads of so many bands, one after another. */
const bandsOf = (count: number): string =>
  Array.from({ length: count }, (_, from) => `${String(from)}-${String(from + 1)}`).join(';');

it.each([
  ['200 columns', `Datum;Tid;Hastighet${';x'.repeat(197)}\n2026-11-03;07:15;46`],
  ['60 bands', `Datum;Tid;${bandsOf(60)}\n2026-11-03;07:15;1`],
])('a file of %s is read', (_, file) => {
  expect(read(file).accepted).toBe(1);
});

it.each([
  ['without heads', '2026-11-03;07:15;46', 'noSpeedColumns'],
  ['of something else', 'Namn;Adress\nA;B', 'noSpeedColumns'],
  ['with heads alone', 'Datum;Tid;Hastighet\n\n', 'required'],
  ['with a quote that never ends', 'Datum;Tid;Hastighet\n"2026-11-03;07:15;46', 'notCsv'],
  [
    'with a clock that went wrong',
    'Datum;Tid;Hastighet\n2024-01-01;00:00;46\n2026-11-03;07:15;46',
    'periodTooLong',
  ],
  ['of 201 columns', `Datum;Tid;Hastighet${';x'.repeat(198)}\n2026-11-03;07:15;46`, 'tooManyColumns'],
  [
    'of bands without end',
    `Datum;Tid;${'1-2;'.repeat(170_000)}\n${'2026-11-03;7;1\n'.repeat(40_000)}`,
    'tooManyColumns',
  ],
  ['of 61 bands', `Datum;Tid;${bandsOf(61)}\n2026-11-03;07:15;1`, 'tooManyBands'],
  ['too long', `Datum;Tid;Hastighet\n${'2026-11-03;07:15;46\n'.repeat(60_001)}`, 'tooManyLines'],
])('a file %s is not read', (_, file, code) => {
  const result = readMeasurement(file, context);
  expect('fault' in result && [result.fault.field, result.fault.code]).toEqual(['file', code]);
});
