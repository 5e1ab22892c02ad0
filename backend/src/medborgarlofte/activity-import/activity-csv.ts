import { IMPORT_COLUMNS, type ImportColumn } from '@lofteskartan/shared/contracts/activity-import';
import { readRows } from '../../platform/csv/read-rows.js';

/** A line of the file by its columns; what is not there is empty. */
export interface CsvLine {
  /** Its number; the heads are line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<ImportColumn, string>>;
}

/** A file that was read, or why it could not be. */
export type CsvFile =
  | { readonly lines: CsvLine[] }
  | { readonly unreadable: true }
  | { readonly missing: ImportColumn[] }
  | { readonly unknown: string[] };

const needed: readonly ImportColumn[] = ['datum', 'åtagande', 'text'];

/** What Excel and people call the columns besides their names. */
const otherNames: Readonly<Record<string, ImportColumn>> = {
  date: 'datum',
  atagande: 'åtagande',
  beskrivning: 'text',
  kalla: 'källa',
  lat: 'latitud',
  lng: 'longitud',
  long: 'longitud',
  forslag: 'förslag',
  önskemål: 'förslag',
  matta: 'mätta',
  korkort: 'körkort',
  galler: 'gäller',
};

/** Reads a file as Excel in Sweden writes it: with or without BOM, `;`, `,` or tabs, texts in quotes. */
export function readCsv(csv: string): CsvFile {
  const rows = readRows(csv);
  if (!rows) return { unreadable: true };
  const heads = (rows[0] ?? []).map((head) => head.toLowerCase().trim());
  const columns = heads.map((head) => IMPORT_COLUMNS.find((name) => name === head) ?? otherNames[head]);
  const unknown = heads.filter((head, index) => head !== '' && head !== 'varför inte' && !columns[index]);
  if (unknown.length > 0) return { unknown };
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { missing };
  const lines = rows.slice(1).map((row, index) => ({ line: index + 2, cells: cellsOf(row, columns) }));
  return { lines: lines.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) };
}

function cellsOf(
  row: readonly string[],
  columns: readonly (ImportColumn | undefined)[],
): Record<ImportColumn, string> {
  return Object.fromEntries(
    IMPORT_COLUMNS.map((name) => [name, unguarded(row[columns.indexOf(name)] ?? '')]),
  ) as Record<ImportColumn, string>;
}

/** A refused line comes back corrected: the mark that kept its text from being a formula is none of its words. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t])/, '');
}

/** Lines as a file that Excel in Sweden opens, with the reasons in a last column. */
export function writeCsv(lines: readonly (CsvLine & { readonly why: string })[]): string {
  if (lines.length === 0) return '';
  const heads = [...IMPORT_COLUMNS, 'varför inte'];
  const rows = lines.map(({ cells, why }) => [...IMPORT_COLUMNS.map((name) => cells[name]), why]);
  return `\uFEFF${[heads, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
