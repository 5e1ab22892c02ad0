import type { PublicWalkItem } from '@lofteskartan/shared/contracts/walk-protocols';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import styles from './walks.module.css';

/** Published walks, the latest first. */
export function WalkRows({ walks }: { walks: readonly PublicWalkItem[] }) {
  const { t } = useTranslation('walks');
  const { date } = useFormats();
  return (
    <ul className={styles.rows} aria-label={t('list.all')}>
      {walks.map(({ reference, municipality, title, purpose, startsAt, participants, stopCount }) => (
        <li key={reference} className={styles.row}>
          <Link to={`/${municipality}/vandringar/${reference}`}>{title}</Link>
          <span>{purpose}</span>
          <span className={styles.soft}>
            {date(startsAt)} · {t('list.stops', { count: stopCount })} ·{' '}
            {participants === null ? t('people.few') : t('people.count', { count: participants })}
          </span>
        </li>
      ))}
    </ul>
  );
}
