import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { PACES } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './glance.module.css';
import { PACE_LOOKS } from './pace-looks.js';
import { monthsPassed } from './months-passed.js';

/** How much of the time has passed, and how the commitments go, counted. */
export function PromiseGlance({ promise }: { promise: Medborgarlofte }) {
  const { t } = useTranslation(['promise', 'words']);
  const { number, moment } = useFormats();
  const { from, to, commitments, updatedAt } = promise;
  const time = to ? monthsPassed({ from, to }, new Date()) : null;
  const ongoing = commitments.filter(({ progress }) => progress.type === 'ongoing');
  const stale = ongoing.filter(({ progress }) => progress.type === 'ongoing' && progress.stale).length;
  const paced = PACES.map((pace) => ({
    pace,
    count: commitments.filter(({ progress }) => progress.type !== 'ongoing' && progress.pace === pace).length,
  })).filter(({ count }) => count > 0);
  return (
    <aside className={styles.glance} aria-labelledby="glance">
      <h2 id="glance">{t('promise:page.glance')}</h2>
      {time && (
        <div>
          <div className={styles.time} aria-hidden="true">
            <span
              className={styles.passed}
              style={{ width: `${String((100 * time.passed) / time.months)}%` }}
            />
          </div>
          <p>{t('promise:page.passed', { passed: number(time.passed), months: number(time.months) })}</p>
        </div>
      )}
      <ul className={styles.states}>
        {paced.map(({ pace, count }) => (
          <li key={pace}>
            <StatusMark {...PACE_LOOKS[pace]}>{t(`words:pace.${pace}`)}</StatusMark>
            <span>{number(count)}</span>
          </li>
        ))}
        {ongoing.length > stale && (
          <li>
            <StatusMark fill="dotted" tone="plain">
              {t('promise:page.ongoing')}
            </StatusMark>
            <span>{number(ongoing.length - stale)}</span>
          </li>
        )}
        {stale > 0 && (
          <li>
            <StatusMark fill="outline" tone="wait">
              {t('promise:stale')}
            </StatusMark>
            <span>{number(stale)}</span>
          </li>
        )}
      </ul>
      <p className={styles.soft}>{t('promise:updated', { moment: moment(updatedAt) })}</p>
    </aside>
  );
}
