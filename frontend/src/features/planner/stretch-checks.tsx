import type { StretchCheck } from '@lofteskartan/shared/contracts/stretches';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import { CheckChart } from './check-chart.js';
import styles from './planner.module.css';

/** The checks that were made on a stretch. */
export function StretchChecks({ checks }: { checks: readonly StretchCheck[] }) {
  const { t } = useTranslation(['work-planner', 'work-car']);
  const { date } = useFormats();
  return (
    <section className={styles.section}>
      <h2>{t('checks.title')}</h2>
      {checks.length === 0 && <p>{t('checks.none')}</p>}
      {checks.length > 0 && <CheckChart checks={checks} />}
      <ul className={styles.items}>
        {checks.map(
          ({ id, occurredOn, publicText, durationMinutes, measured, reported, method, released }) => (
            <li key={id}>
              <div className={styles.head}>
                <strong>{date(occurredOn)}</strong>
                {!released && <Tag>{t('checks.unreleased')}</Tag>}
              </div>
              <p>{publicText}</p>
              <div className={styles.facts}>
                {durationMinutes !== null && <span>{t('checks.minutes', { count: durationMinutes })}</span>}
                {method !== null && <span>{t(`method.${method}`, { ns: 'work-car' })}</span>}
                {measured !== null && <span>{t('checks.measured', { count: measured })}</span>}
                {reported !== null && <span>{t('checks.reported', { count: reported })}</span>}
              </div>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
