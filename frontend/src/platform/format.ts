import { useMemo } from 'react';
import { makeFormats, type Formats } from './formats.js';
import { useLanguage } from './i18n.js';

/** The formats of the chosen language. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => makeFormats(language), [language]);
}
