import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { ButtonLink } from '../../ui/button.js';
import styles from './planner.module.css';
import { daysAfter, weekNumber } from './times.rules.js';

/** Which week, and the ways to others. */
export function WeekHead({
  monday,
  search,
  hasSheet,
}: {
  monday: string;
  search: string;
  hasSheet: boolean;
}) {
  const { t } = useTranslation('work-planner');
  const { shortDate } = useFormats();
  const to = (week: string) => `/arbete/planering/vecka/${week}${search}`;
  return (
    <div className={styles.section}>
      <h2>
        {t('plan.week', { week: weekNumber(monday) })}{' '}
        <span className={styles.soft}>
          {t('plan.days', { from: shortDate(monday), to: shortDate(daysAfter(monday, 6)) })}
        </span>
      </h2>
      <div className={styles.acts}>
        <ButtonLink
          to={to(daysAfter(monday, -7))}
          look="quiet"
          icon={<ChevronLeft size={18} aria-hidden="true" />}
        >
          {t('plan.previous')}
        </ButtonLink>
        <ButtonLink to={`/arbete/planering/vecka${search}`} look="quiet">
          {t('plan.thisWeek')}
        </ButtonLink>
        <ButtonLink
          to={to(daysAfter(monday, 7))}
          look="quiet"
          icon={<ChevronRight size={18} aria-hidden="true" />}
        >
          {t('plan.next')}
        </ButtonLink>
        {hasSheet && (
          <ButtonLink
            to={`/arbete/planering/vecka/${monday}/blad${search}`}
            icon={<Printer size={18} aria-hidden="true" />}
          >
            {t('plan.sheet')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
