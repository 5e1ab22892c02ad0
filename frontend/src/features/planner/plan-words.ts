import type { PlanTarget } from '@lofteskartan/shared/contracts/planned-checks';
import { WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';

interface When {
  plannedOn: string;
  fromHour: number;
  toHour: number;
}

/** "Fredag 27 nov kl. 15–17" */
export function useWhenWords(): (when: When) => string {
  const { t } = useTranslation(['work-planner', 'words']);
  const { shortDate } = useFormats();
  return ({ plannedOn, fromHour, toHour }) => {
    const weekday = WEEKDAYS[(new Date(`${plannedOn}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
    const day = t(`weekday.${weekday}`, { ns: 'words' });
    const hours = t('plan.hours', { from: fromHour, to: toHour });
    return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${shortDate(plannedOn)} ${hours}`;
  };
}

/** "29 kvar, 9 månader: 3,2 i månaden" */
export function useTargetWords(): (target: PlanTarget) => string {
  const { t } = useTranslation('work-planner');
  const { number, date } = useFormats();
  return ({ target, left, months, perMonth, until }) => {
    if (left === 0) return t('plan.reached', { target });
    if (until === null) return t('plan.leftOpen', { left, target });
    if (perMonth === null) return t('plan.over', { left });
    // A pace by the month says nothing of some days.
    if (months === 0) return t('plan.leftSoon', { left, date: date(until) });
    return t('plan.left', {
      left,
      months: t('plan.monthsLeft', { count: months ?? 0 }),
      perMonth: number(perMonth, 1),
    });
  };
}
