import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './format.js';

/** A warning when a text that everyone will read seems to hold personal data: "Texten ser ut att innehålla telefonnummer …". */
export function usePublicTextWarning(text: string): string | undefined {
  const { t } = useTranslation(['work', 'words']);
  const { list } = useFormats();
  const rested = useDeferredValue(text);
  const types = useMemo(() => [...new Set(findPersonalData(rested).map(({ type }) => type))], [rested]);
  if (types.length === 0) return undefined;
  return t('publicText', { what: list(types.map((type) => t(`personalData.${type}`, { ns: 'words' }))) });
}
