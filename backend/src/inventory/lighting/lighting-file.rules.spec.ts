import { lightOf, readLighting, saysTheSame, type LightingRow } from './lighting-file.rules.js';

const heads = 'typ;nummer;namn;latitud;longitud;tider;datum;text';
const rows = (file: string): LightingRow[] => {
  const read = readLighting(file);
  if ('fault' in read) throw new Error(read.fault.code);
  return read.rows;
};
const first = (line: string) => {
  const [row] = rows(`${heads}\n${line}`);
  if (!row) throw new Error('No line');
  return lightOf(row);
};

describe('a file of lamps', () => {
  it.each([
    ['a column that nobody knows', 'typ;nummer;latitud;longitud;färg\n', 'unknownColumns'],
    ['a column that is missing', 'typ;nummer;latitud\n', 'missingColumns'],
    ['no lines', `${heads}\n\n`, 'required'],
    ['a quote that never ends', `${heads}\nsläckt;"1`, 'notCsv'],
    ['GeoJSON that is none', '{"type":"Point"}', 'notGeoJson'],
    ['GeoJSON that is cut off', '{"type":', 'notGeoJson'],
    ['too many lines', `${heads}\n${'släckt;1;;57;12;;;\n'.repeat(2001)}`, 'tooManyLines'],
  ])('with %s is not read', (_, file, code) => {
    const read = readLighting(file);
    expect('fault' in read && read.fault.code).toBe(code);
  });

  it('has a line that is wrong wherever GeoJSON has no feature, and the others keep their numbers', () => {
    const lamp = {
      geometry: { type: 'Point', coordinates: [12, 57] },
      properties: { typ: 'släckt', nummer: 1 },
    };
    const read = rows(JSON.stringify({ type: 'FeatureCollection', features: [null, 7, [], {}, lamp] }));
    expect(read.map((row) => [row.line, 'faults' in lightOf(row)])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
    ]);
  });

  it('is read alike from CSV and from GeoJSON', () => {
    const csv = rows(`${heads}\nsläckt;A1;Gångvägen;57,9;12,05;00-05;;Sparar el`);
    const json = rows(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [12.05, 57.9] },
            properties: { typ: 'släckt', nummer: 'A1', namn: 'Gångvägen', tider: '00-05', text: 'Sparar el' },
          },
        ],
      }),
    );
    const [one, other] = [csv, json].map(([row]) => row && lightOf(row));
    expect(one).toEqual(other);
    expect(one).toEqual({
      light: {
        kind: 'dimmed',
        number: 'A1',
        name: 'Gångvägen',
        position: [12.05, 57.9],
        hours: '00-05',
        plannedOn: null,
        text: 'Sparar el',
      },
    });
  });

  it.each([
    ['another type', 'trasig;1;;57;12;;;', 'typ notOneOf'],
    ['no number', 'släckt;;;57;12;;;', 'nummer required'],
    ['no latitude', 'släckt;1;;;12;;;', 'latitud notANumber'],
    ['a latitude that is no number', 'släckt;1;;norr;12;;;', 'latitud notANumber'],
    ['hours that are none', 'släckt;1;;57;12;natt;;', 'tider malformed'],
    ['a day that the calendar lacks', 'planerad;1;;57;12;;2027-02-30;', 'datum notADate'],
    ['a name without end', `släckt;1;${'a'.repeat(121)};57;12;;;`, 'namn tooLong'],
  ])('tells of a line with %s', (_, line, fault) => {
    const read = first(line);
    expect('faults' in read && read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
  });

  it('knows what is as it was', () => {
    const [one, same, other] = ['57', '57.0000001', '57.01'].map((lat) => first(`släckt;1;;${lat};12;;;`));
    if (!one || !same || !other || 'faults' in one || 'faults' in same || 'faults' in other)
      throw new Error('Faults');
    expect([saysTheSame(one.light, same.light), saysTheSame(one.light, other.light)]).toEqual([true, false]);
  });
});
