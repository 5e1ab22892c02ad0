import type { OccurrenceState } from '@lofteskartan/shared/yearly-wheel';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { asHeading, useMonthWords } from './month-words.js';
import {
  countStates,
  markPoints,
  MARKS_IN_A_MONTH,
  monthPath,
  namePoint,
  WHEEL_SIDE,
} from './wheel-geometry.js';
import { WheelMark } from './wheel-mark.js';
import styles from './wheel.module.css';

interface WheelRingProps {
  year: number;
  /** `YYYY-MM-DD` */
  today: string;
  /** In turn. */
  occurrences: readonly { readonly month: number; readonly state: OccurrenceState }[];
  /** A month was chosen: its part of the list comes into view. */
  onMonth: (month: number) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The year as a ring of twelve months, each occurrence a mark in its month; the present month is lit. */
export function WheelRing({ year, today, occurrences, onMonth }: WheelRingProps) {
  const { t } = useTranslation('work-wheel');
  const { list } = useFormats();
  const { short, long } = useMonthWords();
  const counts = countStates(occurrences);
  const present = today.startsWith(String(year)) ? Number(today.slice(5, 7)) : null;
  const label = (month: number): string => {
    const here = occurrences.filter((each) => each.month === month);
    const { overdue, done } = countStates(here);
    const words = [
      t('ring.occurrences', { count: here.length }),
      ...(overdue > 0 ? [t('ring.late', { count: overdue })] : []),
      ...(done > 0 ? [t('ring.done', { count: done })] : []),
    ];
    return `${asHeading(long[month - 1] ?? '')}: ${list(words)}`;
  };
  return (
    <svg
      className={styles.ring}
      viewBox={`0 0 ${String(WHEEL_SIDE)} ${String(WHEEL_SIDE)}`}
      role="group"
      aria-label={t('ring.label', { year })}
    >
      {MONTHS.map((month) => (
        <a
          key={month}
          href={`#manad-${String(month)}`}
          aria-label={label(month)}
          aria-current={month === present ? 'date' : undefined}
          className={month === present ? `${styles.month} ${styles.present}` : styles.month}
          onClick={(event) => {
            event.preventDefault();
            onMonth(month);
          }}
        >
          <path d={monthPath(month)} />
          <text {...namePoint(month)} className={styles.name} aria-hidden="true">
            {short[month - 1]}
          </text>
          <Marks month={month} states={occurrences.filter((each) => each.month === month)} />
        </a>
      ))}
      <g aria-hidden="true" className={styles.hub}>
        <text x={WHEEL_SIDE / 2} y={186} className={styles.year}>
          {year}
        </text>
        <text x={WHEEL_SIDE / 2} y={218}>
          {t('ring.of', { done: counts.done, all: occurrences.length })}
        </text>
        {counts.overdue > 0 && (
          <text x={WHEEL_SIDE / 2} y={240} className={styles.lateWords}>
            {t('ring.late', { count: counts.overdue })}
          </text>
        )}
      </g>
    </svg>
  );
}

function Marks({ month, states }: { month: number; states: readonly { readonly state: OccurrenceState }[] }) {
  const points = markPoints(month, states.length);
  const more = states.length - MARKS_IN_A_MONTH;
  return points.map(({ x, y }, index) =>
    more > 0 && index === points.length - 1 ? (
      <text key={index} x={x} y={y} className={styles.more}>
        +{more + 1}
      </text>
    ) : (
      <WheelMark key={index} x={x} y={y} state={states[index]?.state ?? 'coming'} />
    ),
  );
}
