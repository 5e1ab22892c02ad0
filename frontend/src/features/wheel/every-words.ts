import { useTranslation } from 'react-i18next';

/** "Varje år", "Vartannat år", "Vart 3:e år". */
export function useEvery(): (years: number) => string {
  const { t } = useTranslation('work-wheel');
  return (years) => (years === 2 ? t('row.everyOther') : t('row.every', { count: years }));
}
