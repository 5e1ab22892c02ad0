import { isIsoDate } from '../../platform/dates.js';

/** What is read of a cell: a value, nothing, or that it cannot be read. */
export type Read<T> = { readonly value: T | null } | { readonly fault: 'notADate' | 'notANumber' };

const number = (text: string): number => Number(text.replace(',', '.'));

/** A date as people write it: 2026-11-03, 3.11.2026, 03/11 2026 20261103, or 3-11-2026. Always the day before the month. */
export function readDate(text: string): Read<string> {
  const cell = text.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(cell);
  const spoken = /^(\d{1,2})[./-](\d{1,2})[./ -](\d{4})$/.exec(cell);
  const parts = iso ? iso.slice(1) : spoken ? spoken.slice(1).reverse() : null;
  if (!parts) return { fault: 'notADate' };
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? { value: date } : { fault: 'notADate' };
}

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
