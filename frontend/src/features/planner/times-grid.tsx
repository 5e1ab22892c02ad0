import type { StretchTimes } from '@lofteskartan/shared/contracts/stretches';
import { WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { busiest, levelOf, twoHours } from './times.rules.js';
import styles from './times-grid.module.css';

/** When those who ask see it: a square for each hour of the week, darker the more they are; the same as a table. */
export function TimesGrid({ times }: { times: StretchTimes }) {
  const { t } = useTranslation(['work-planner', 'words']);
  const { number } = useFormats();
  const [isTable, setTable] = useState(false);
  const peak = busiest(times.counts);
  if (!peak) return <p>{t('times.none')}</p>;
  const levels = [
    styles.cell,
    `${styles.cell} ${styles.level1}`,
    `${styles.cell} ${styles.level2}`,
    `${styles.cell} ${styles.level3}`,
  ];
  const dayOf = (index: number) => t(`weekday.${WEEKDAYS[index] ?? 'mon'}`, { ns: 'words' });
  return (
    <div className={styles.box}>
      <p>
        {t('times.peak', {
          weekday: dayOf(peak.day),
          hour: t('times.hours', { from: number(peak.hour), to: number(peak.hour + 1) }),
          count: peak.count,
        })}
      </p>
      {isTable ? (
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{t('times.caption')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('times.hour')}</th>
              {WEEKDAYS.map((day, index) => (
                <th key={day} scope="col">
                  <span aria-hidden="true">{dayOf(index).slice(0, 2)}</span>
                  <VisuallyHidden>{dayOf(index)}</VisuallyHidden>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {twoHours(times.counts).map(({ from, counts }) => (
              <tr key={from}>
                <th scope="row">{t('times.hours', { from, to: from + 2 })}</th>
                {counts.map((count, day) => (
                  <td key={WEEKDAYS[day]}>{number(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className={styles.grid} aria-hidden="true">
          {times.counts.map((hours, day) => [
            <span key={`day${String(day)}`} className={styles.day}>
              {dayOf(day).slice(0, 3)}
            </span>,
            ...hours.map((count, hour) => (
              <span key={`${String(day)} ${String(hour)}`} className={levels[levelOf(count, peak.count)]} />
            )),
          ])}
          <span />
          {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
            <span key={hour} className={styles.hour}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
      )}
      <div>
        <Button
          look="quiet"
          aria-pressed={isTable}
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {isTable ? t('times.chart') : t('times.table')}
        </Button>
      </div>
    </div>
  );
}
