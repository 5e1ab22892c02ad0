import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import { monthGeometry } from './month-geometry.js';
import styles from './month-chart.module.css';

/** What was counted each month, the total, and an even pace beside it; with a table that says the same. */
export function MonthChart({
  progress,
  from,
  to,
}: {
  progress: CountProgress;
  from: string;
  to: string | null;
}) {
  const { t } = useTranslation('promise');
  const { month, number } = useFormats();
  const { width, height, bars, total, even, ticks, ground } = monthGeometry(progress, from, to);
  return (
    <div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={t('chart.label', {
          done: number(progress.done),
          expected: number(progress.expectedToday),
        })}
      >
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <path
              className={styles.axis}
              d={`M30 ${String(y)}H${String(width)}`}
              opacity={value === 0 ? 1 : 0.25}
            />
            <text className={styles.label} x={24} y={y + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {bars.map(({ key, x, y, width: thick }) => (
          <rect key={key} className={styles.bar} x={x} y={y} width={thick} height={ground - y} />
        ))}
        <path className={styles.even} d={even} />
        <path className={styles.total} d={total} />
      </svg>
      <ul className={styles.legend}>
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <path className={styles.total} d="M0 6H22" />
          </svg>
          {t('chart.total')}
        </li>
        <li>
          <svg width="22" height="12" aria-hidden="true">
            <path className={styles.even} d="M0 6H22" />
          </svg>
          {t('chart.even')}
        </li>
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={styles.bar} x="1" y="1" width="10" height="10" />
          </svg>
          {t('chart.month')}
        </li>
      </ul>
      <details>
        <summary>{t('chart.table')}</summary>
        <Table
          caption={t('chart.caption')}
          captionHidden
          narrow
          columns={[
            { key: 'month', head: t('chart.monthHead'), cell: (row) => month(row.month) },
            { key: 'done', head: t('chart.doneHead'), cell: (row) => number(row.done), numeric: true },
            { key: 'total', head: t('chart.totalHead'), cell: (row) => number(row.total), numeric: true },
          ]}
          rows={progress.series}
          rowKey={(row) => row.month}
        />
      </details>
    </div>
  );
}
