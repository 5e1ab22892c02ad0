import type { Language } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../dates.js';

/** `12 november 2026`, `12 November 2026`. */
export function dateWords(date: IsoDate, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
