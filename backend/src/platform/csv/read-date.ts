import { isIsoDate, type IsoDate } from '../dates.js';

/** A date as people and devices write it: 2026-11-03, 2026/11/03, 20261103, 3.11.2026, 03/11 2026 or 3-11-2026. Always the day before the month. */
export function readDate(text: string): IsoDate | null {
  const cell = text.trim();
  const iso = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/.exec(cell);
  const spoken = /^(\d{1,2})[./-](\d{1,2})[./ -](\d{4})$/.exec(cell);
  const parts = iso ? [iso[1], iso[3], iso[4]] : spoken ? spoken.slice(1).reverse() : null;
  if (!parts) return null;
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}
