/** What is read of a cell: a value, nothing, or that it cannot be read. */
export type Read<T> = { readonly value: T | null } | { readonly fault: 'notANumber' };

const number = (text: string): number => Number(text.replace(',', '.'));

/** A whole number, or nothing. */
export function readWhole(text: string): Read<number> {
  const cell = text.trim().replace(/\s/g, '');
  if (cell === '') return { value: null };
  return /^\d{1,7}$/.test(cell) ? { value: Number(cell) } : { fault: 'notANumber' };
}

/** Degrees with a decimal comma or point, or nothing. */
export function readDegrees(text: string, most: number): Read<number> {
  const cell = text.trim();
  if (cell === '') return { value: null };
  if (!/^-?\d{1,3}([.,]\d{1,10})?$/.test(cell)) return { fault: 'notANumber' };
  const degrees = number(cell);
  return Math.abs(degrees) <= most ? { value: degrees } : { fault: 'notANumber' };
}

/** Numbers of proposals, with blanks or commas between them. */
export function readReferences(text: string): string[] {
  const found = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  return [...new Set(found)];
}

/** A name as it is compared: small letters, single blanks. */
export const alike = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
