import { useMemo } from 'react';
import { useLanguage } from '../../platform/i18n.js';

/** The names of the months, short and long: `long[0]` is January. */
export function useMonthWords(): { readonly short: readonly string[]; readonly long: readonly string[] } {
  const language = useLanguage();
  return useMemo(() => {
    const names = (month: 'short' | 'long') => {
      const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
        month,
        timeZone: 'UTC',
      });
      return Array.from({ length: 12 }, (_, index) => format.format(new Date(Date.UTC(2026, index, 15))));
    };
    return { short: names('short').map((name) => name.replace('.', '')), long: names('long') };
  }, [language]);
}

/** With a capital, as a heading begins. */
export const asHeading = (word: string): string => word.charAt(0).toLocaleUpperCase('sv') + word.slice(1);
