/** A cell of a table for spreadsheets: quoted, and never taken for a formula. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  // A text that begins like a formula would be worked out by the program that opens the file.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line, as Swedish spreadsheets read it: semicolons between, CRLF after. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(';')}\r\n`;

/** What stands first in the file, so that å, ä and ö are read right. */
export const byteOrderMark = '\uFEFF';
