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

/**
 * Whether more working days have gone than the municipality has promised an answer within. Red days count as working
 * days here: the mark may come a day early around them, never late.
 */
export function isLate(since: string, withinWorkingDays: number | null, now: Date = new Date()): boolean {
  if (withinWorkingDays === null) return false;
  let gone = 0;
  for (let day = new Date(since).getTime() + DAY_MS; day < now.getTime(); day += DAY_MS) {
    const weekday = new Date(day).getDay();
    if (weekday !== 0 && weekday !== 6) gone += 1;
    if (gone > withinWorkingDays) return true;
  }
  return false;
}
