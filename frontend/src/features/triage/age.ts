import { useTranslation } from 'react-i18next';

const DAY_MS = 24 * 60 * 60 * 1000;
const MONTH_DAYS = 30.44;

/** How long something has waited, in few words: "3 dagar". */
export function useAge(): (since: string, now?: Date) => string {
  const { t } = useTranslation('work-queue');
  return (since, now = new Date()) => {
    const days = Math.floor((now.getTime() - new Date(since).getTime()) / DAY_MS);
    if (days < 1) return t('age.new');
    if (days < 60) return t('age.days', { count: days });
    return t('age.months', { count: Math.round(days / MONTH_DAYS) });
  };
}
