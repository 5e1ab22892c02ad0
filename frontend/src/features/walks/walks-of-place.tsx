import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { walksOfPlaceQuery } from './protocols.queries.js';
import styles from './walks.module.css';

/** The published walks that stopped at a place; nothing where there are none. */
export function WalksOfPlace({ reference }: { reference: string }) {
  const { t } = useTranslation('walks');
  const { date } = useFormats();
  const { data } = useQuery(walksOfPlaceQuery(reference));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="walks-here">
      <h2 id="walks-here">{t('atPlace.title')}</h2>
      <ul className={styles.rows}>
        {data.items.map(({ reference: walk, municipality, title, startsAt }) => (
          <li key={walk} className={styles.row}>
            <Link to={`/${municipality}/vandringar/${walk}`}>
              {t('atPlace.row', { title, date: date(startsAt) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
