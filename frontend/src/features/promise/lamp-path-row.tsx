import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { lampStates, layoutRow, type LampCounts, type LampState } from '@lofteskartan/shared/lamp-layout';
import styles from './lamp-path-row.module.css';
import { useWidth } from './use-width.js';

const LIGHT: Record<LampState, string | undefined> = {
  opening: styles.before,
  lit: styles.lit,
  awaiting: styles.awaiting,
  off: styles.off,
};

export interface LampRowProps extends LampCounts {
  /** What an even pace would have reached today. */
  expected?: number;
}

/**
 * The path on one line, on paper, for lists: lamps while there is room, then a string of lights, then one line of
 * light. Says the same in words to the ear; the list shows the figures beside it.
 */
export function LampRow({ target, done, opening, awaiting, expected }: LampRowProps) {
  const { t } = useTranslation('lamps');
  const { number } = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const states = useMemo(
    () => lampStates({ target, done, opening, awaiting }),
    [target, done, opening, awaiting],
  );
  const { unit, style, lights, height } = useMemo(
    () => layoutRow(states.length, Math.max(width, 1)),
    [states.length, width],
  );
  const text =
    expected === undefined
      ? t('text', { done: number(done), target: number(target) })
      : t('textExpected', { done: number(done), target: number(target), expected: number(expected) });
  const y = style === 'lamps' ? 8 : 7;
  const radius = Math.max(1.3, Math.min(5, unit * 0.36));
  const today = expected === undefined ? null : Math.min(expected, states.length) * unit;

  return (
    <div ref={box} className={styles.box}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={text}
          width={width}
          height={height}
          viewBox={`0 0 ${String(width)} ${String(height)}`}
        >
          {style === 'lamps' && (
            <path className={styles.ground} d={`M0 ${String(height - 2)}H${String(states.length * unit)}`} />
          )}
          {style === 'line' && (
            <>
              <path className={styles.line} d={`M3 ${String(y)}H${String(width - 3)}`} />
              {done > 0 && (
                <path
                  className={styles.lineLit}
                  d={`M3 ${String(y)}h${String((width - 6) * Math.min(1, done / states.length))}`}
                />
              )}
            </>
          )}
          {lights.map((x, index) => {
            const state = states[index] ?? 'off';
            return (
              <g key={x} className={LIGHT[state]}>
                {style === 'lamps' && (
                  <path
                    className={styles.post}
                    d={`M${String(x)} ${String(y + radius)}V${String(height - 2)}`}
                  />
                )}
                <circle className={styles.light} cx={x} cy={y} r={radius} />
                {state === 'opening' && unit >= 10 && (
                  <circle className={styles.ring} cx={x} cy={y} r={radius + 2} />
                )}
                {state === 'awaiting' && unit >= 10 && (
                  <circle className={styles.spark} cx={x} cy={y} r={radius * 0.4} />
                )}
              </g>
            );
          })}
          {today !== null && (
            <path
              className={styles.today}
              d={`M${String(today)} ${String(height)}V0l5 2.6L${String(today)} 5.2`}
            />
          )}
        </svg>
      )}
    </div>
  );
}

export interface LampStep {
  key: string;
  /** A year, a school, "jan–apr 2026". */
  name: string;
  state: 'lit' | 'half' | 'off' | 'missed';
  /** Evidence in the period: a number under the lamp. */
  count?: number;
  /** A second line under the name, such as a date. */
  note?: string;
}

const STEP: Record<LampStep['state'], string | undefined> = {
  lit: styles.lit,
  half: styles.half,
  off: styles.off,
  missed: styles.missed,
};

/** Lamps with names: the years of what recurs, the steps of what is built, the periods of what goes on. */
export function LampSteps({
  steps,
  stacked = false,
}: {
  steps: readonly LampStep[];
  /** One under the other, for long names. */
  stacked?: boolean;
}) {
  const { t } = useTranslation('lamps');
  return (
    <ol className={stacked ? `${styles.steps} ${styles.stacked}` : styles.steps}>
      {steps.map(({ key, name, state, count, note }) => (
        <li key={key} className={styles.step}>
          <svg
            className={STEP[state]}
            width="28"
            height="34"
            viewBox="0 0 28 34"
            aria-hidden="true"
            focusable="false"
          >
            <path className={styles.post} d="M14 15V31M9.5 31h9" />
            <circle className={styles.light} cx="14" cy="9" r="6" />
            {state === 'half' && <path className={styles.spark} d="M8 9a6 6 0 0 0 12 0z" />}
            {state === 'missed' && <path className={styles.cross} d="M9.8 4.8l8.4 8.4" />}
          </svg>
          <span className={styles.name}>
            {name}
            <span className={styles.note}>
              {count === undefined ? t(`state.${state}`) : t('evidence', { count })}
              {note ? ` · ${note}` : ''}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
