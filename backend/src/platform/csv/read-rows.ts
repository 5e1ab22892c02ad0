import { CsvError, parse } from 'csv-parse/sync';

/** The rows of a file as Excel in Sweden writes it: with or without BOM, `;`, `,` or tabs, texts in quotes. Null when it cannot be read. */
export function readRows(csv: string): string[][] | null {
  try {
    return parse(csv, {
      bom: true,
      delimiter: dividerOf(csv.replace(/^\uFEFF/, '')),
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Which character divides the columns: the one that the first line has more of. */
export function dividerOf(csv: string): ';' | ',' | '\t' {
  const [first = ''] = csv.split(/\r?\n/, 1);
  const count = (divider: string): number => first.split(divider).length;
  if (count('\t') > Math.max(count(';'), count(','))) return '\t';
  return count(';') >= count(',') ? ';' : ',';
}
