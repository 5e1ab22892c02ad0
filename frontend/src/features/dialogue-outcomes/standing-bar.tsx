import type { StandingCount } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/status-mark.js';
import { STANDING_LOOKS } from './outcome-looks.js';
import styles from './outcomes.module.css';

/** How many points stand how: a band for the eye, and the same in words. */
export function StandingBar({ standings }: { standings: readonly StandingCount[] }) {
  const { t } = useTranslation('dialogue-outcomes');
  const told = standings.filter(({ points }) => points > 0);
  return (
    <div className={styles.stack}>
      {told.length > 1 && (
        <div className={styles.bar} aria-hidden="true">
          {told.map(({ standing, points }) => (
            <span
              key={standing}
              className={`${styles.piece ?? ''} ${styles[standing] ?? ''}`}
              style={{ flexGrow: points }}
            />
          ))}
        </div>
      )}
      <ul className={styles.counts} aria-label={t('standings')}>
        {standings.map(({ standing, points }) => (
          <li key={standing}>
            <StatusMark {...STANDING_LOOKS[standing]}>
              <strong>{points}</strong> {t(`standingCount.${standing}`, { count: points })}
            </StatusMark>
          </li>
        ))}
      </ul>
    </div>
  );
}
