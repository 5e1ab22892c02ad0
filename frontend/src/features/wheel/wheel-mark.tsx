import { OCCURRENCE_STATES, type OccurrenceState } from '@lofteskartan/shared/yearly-wheel';
import { useTranslation } from 'react-i18next';
import styles from './wheel.module.css';

/** A lamp: unlit while it is coming, lit when it is due, with a tick when it is done, a full dark one when it is late. */
export function WheelMark({ x, y, state }: { x: number; y: number; state: OccurrenceState }) {
  return (
    <g transform={`translate(${String(x)} ${String(y)})`} className={styles[state]}>
      <circle r={8.4} />
      {state === 'done' && <path d="M-3.4 0.2l2.4 2.6l4.4 -5" />}
      {state === 'overdue' && <path d="M0 -4v4.4M0 3.4v0.2" />}
    </g>
  );
}

/** What the marks of the wheel mean. */
export function WheelLegend() {
  const { t } = useTranslation('work-wheel');
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {OCCURRENCE_STATES.map((state) => (
        <li key={state}>
          <svg viewBox="-10 -10 20 20" width={20} height={20} aria-hidden="true">
            <WheelMark x={0} y={0} state={state} />
          </svg>
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
