import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import styles from './month-chart.module.css';
import { monthGeometry, type Span } from './month-geometry.js';
import { useWidth } from './use-width.js';

interface MonthChartProps {
  progress: CountProgress;
  /** First and last day of the promise. */
  span: Span;
}

function Drawing({ progress, span, width }: MonthChartProps & { width: number }) {
  const { t } = useTranslation('promise');
  const { number } = useFormats();
  const drawn = monthGeometry(progress, span, width);
  const { height, ground, left, right, now } = drawn;
  const label = span.to
    ? t('chart.label', { done: number(progress.done), expected: number(progress.expectedToday) })
    : t('chart.labelOpen', { done: number(progress.done) });
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label={label}
    >
      {drawn.ticks.map(({ value, y }) => (
        <g key={value}>
          <path
            className={value === 0 ? styles.ground : styles.axis}
            d={`M${String(left)} ${String(y)}H${String(right)}`}
          />
          <text className={styles.label} x={left - 7} y={y + 4.5} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {drawn.years.map(({ year, x }) => (
        <g key={year}>
          <path className={styles.ground} d={`M${String(x)} ${String(ground)}v6`} />
          <text className={styles.label} x={x + 2} y={height - 4}>
            {year}
          </text>
        </g>
      ))}
      {drawn.bars.map(({ key, x, y, width: thick }) => (
        <rect key={key} className={styles.bar} x={x} y={y} width={thick} height={Math.max(0, ground - y)} />
      ))}
      <path className={styles.even} d={drawn.even} />
      <path className={styles.before} d={drawn.before} />
      <path className={styles.total} d={drawn.total} />
      {now && (
        <>
          <circle className={styles.now} cx={now.x} cy={now.y} r="5.5" />
          <text
            className={styles.figure}
            x={now.x > right - 40 ? now.x - 10 : now.x + 10}
            y={now.y + 14}
            textAnchor={now.x > right - 40 ? 'end' : 'start'}
          >
            {number(progress.done)}
          </text>
        </>
      )}
    </svg>
  );
}

/** A piece of a line as the diagram draws it. */
const LINE = 'M1 6H23';

/** What was counted each month, the total, and an even pace beside it; with a table that says the same. */
export function MonthChart({ progress, span }: MonthChartProps) {
  const { t } = useTranslation('promise');
  const { month, number } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const lines = [
    { look: styles.total, words: t('chart.total'), shown: true },
    { look: styles.before, words: t('chart.before'), shown: progress.opening !== null },
    { look: styles.even, words: t('chart.even'), shown: span.to !== null },
  ];
  return (
    <div className={styles.box}>
      <div ref={box} className={styles.chart}>
        {width > 0 && <Drawing progress={progress} span={span} width={width} />}
      </div>
      <ul className={styles.legend}>
        {lines
          .filter(({ shown }) => shown)
          .map(({ look, words }) => (
            <li key={words}>
              <svg width="24" height="12" aria-hidden="true">
                <path className={look} d={LINE} />
              </svg>
              {words}
            </li>
          ))}
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={styles.bar} x="1" y="1" width="10" height="10" />
          </svg>
          {t('chart.month')}
        </li>
      </ul>
      <details className={styles.table}>
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
