import {
  POPULATION_COLUMNS,
  POPULATION_GROUP_WORDS,
  POPULATION_LIMITS,
  type PopulationBand,
  type PopulationColumn,
} from '@lofteskartan/shared/population';
import { readRows } from '../../platform/csv/read-rows.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';

/** A line of the file by its columns. */
export interface PopulationRow {
  readonly line: number;
  readonly cells: Readonly<Record<PopulationColumn, string>>;
}

/** A figure of a line. */
export interface PopulationFigure {
  readonly year: number;
  readonly band: PopulationBand;
  readonly people: number;
  readonly source: string;
}

/** The words of the file, and how statistics name the same. */
const bands: Readonly<Record<string, PopulationBand>> = {
  kvinnor: 'women',
  män: 'men',
  'under 18': 'under-18',
  '0-17': 'under-18',
  '18-29': '18-29',
  '30-64': '30-64',
  '65+': '65-more',
  '65 och äldre': '65-more',
};

/** The lines of a file, or why it cannot be read. */
export function readPopulation(
  file: string,
): { readonly rows: PopulationRow[] } | { readonly fault: FieldFault } {
  const rows = readRows(file);
  if (!rows) return { fault: { field: 'file', code: 'notCsv' } };
  const heads = (rows[0] ?? []).map((head) => head.normalize('NFC').toLowerCase().trim());
  const known: readonly string[] = POPULATION_COLUMNS;
  const unknown = heads.filter((head) => head !== '' && !known.includes(head));
  if (unknown.length > 0)
    return { fault: { field: 'file', code: 'unknownColumns', params: { columns: unknown.join(', ') } } };
  const missing = POPULATION_COLUMNS.filter((name) => !heads.includes(name));
  if (missing.length > 0)
    return { fault: { field: 'file', code: 'missingColumns', params: { columns: missing.join(', ') } } };
  const lines = rows
    .slice(1)
    .map((row, index) => ({ line: index + 2, cells: cellsOf((name) => row[heads.indexOf(name)] ?? '') }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  if (lines.length === 0) return { fault: { field: 'file', code: 'required' } };
  const { lines: max } = POPULATION_LIMITS;
  return lines.length > max
    ? { fault: { field: 'file', code: 'tooManyLines', params: { max } } }
    : { rows: lines };
}

const cellsOf = (of: (name: PopulationColumn) => string): Record<PopulationColumn, string> =>
  Object.fromEntries(POPULATION_COLUMNS.map((name) => [name, of(name).normalize('NFC').trim()])) as Record<
    PopulationColumn,
    string
  >;

/** A whole number as spreadsheets write it, with spaces between the thousands; null for anything else. */
const wholeNumber = (text: string): number | null => {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
};

/** `18–29 år` and `18-29` are one group. */
const bandOf = (text: string): PopulationBand | undefined =>
  bands[
    text
      .toLowerCase()
      .replace(/[–—]/g, '-')
      .replace(/\s*-\s*/g, '-')
      .replace(/\s*år$/, '')
      .replace(/ år /, ' ')
  ];

/** The figure of a line, or what is wrong with it. */
export function figureOf({
  cells,
}: PopulationRow): { readonly figure: PopulationFigure } | { readonly faults: readonly FieldFault[] } {
  const { firstYear, lastYear, people: most, sourceCharacters } = POPULATION_LIMITS;
  const faults: FieldFault[] = [];
  const [year, band, people, source] = [
    wholeNumber(cells.år),
    bandOf(cells.grupp),
    wholeNumber(cells.antal),
    cells.källa,
  ];
  if (year === null) faults.push({ field: 'år', code: 'notAnInteger' });
  else if (year < firstYear) faults.push({ field: 'år', code: 'tooSmall', params: { min: firstYear } });
  else if (year > lastYear) faults.push({ field: 'år', code: 'tooLarge', params: { max: lastYear } });
  if (!band) faults.push({ field: 'grupp', code: 'notOneOf', params: { allowed: POPULATION_GROUP_WORDS } });
  if (people === null) faults.push({ field: 'antal', code: 'notAnInteger' });
  else if (people > most) faults.push({ field: 'antal', code: 'tooLarge', params: { max: most } });
  if (source === '') faults.push({ field: 'källa', code: 'required' });
  if (source.length > sourceCharacters)
    faults.push({ field: 'källa', code: 'tooLong', params: { max: sourceCharacters } });
  if (faults.length > 0 || year === null || !band || people === null) return { faults };
  return { figure: { year, band, people, source } };
}
