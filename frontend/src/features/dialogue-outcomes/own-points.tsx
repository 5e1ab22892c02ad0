import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { ownPointsQuery } from './outcome-work.queries.js';
import styles from './outcomes.module.css';

/** What of public dialogues waits for oneself: points that need another outcome, outcomes that are late, and follow-ups that are due. Nothing where nothing does. */
export function OwnPoints() {
  const { t } = useTranslation('dialogue-outcomes');
  const { date } = useFormats();
  const { data } = useQuery(ownPointsQuery);
  if (!data || data.takenBack.length + data.late.length + data.followUps.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="own-points">
      <h2 id="own-points">{t('own.title')}</h2>
      <ul className={styles.points}>
        {data.takenBack.map(({ reference, title, number, text, organisation, isMine }) => (
          <li key={`${reference}-${String(number)}`} className={styles.point}>
            <Link to={`/arbete/dialoger/${reference}/punkter#punkt-${String(number)}`}>
              {t('point.numbered', { number, text })}
            </Link>
            <span>{t('own.takenBack')}</span>
            <span className={styles.soft}>
              {title} ·{' '}
              {isMine
                ? t('own.mine')
                : organisation === null
                  ? t('own.nobody')
                  : t('point.owner', { owner: organisation })}
            </span>
          </li>
        ))}
        {data.late.map(({ reference, title, number, text, dueOn, isMine }) => (
          <li key={`${reference}-${String(number)}`} className={styles.point}>
            <Link to={`/arbete/dialoger/${reference}/punkter#punkt-${String(number)}`}>
              {t('point.numbered', { number, text })}
            </Link>
            <span>{t('own.late', { date: date(dueOn) })}</span>
            <span className={styles.soft}>
              {title} · {t(isMine ? 'own.mine' : 'own.organisation')}
            </span>
          </li>
        ))}
        {data.followUps.map(({ reference, title, months, dueOn }) => (
          <li key={`${reference}-follow-up-${String(months)}`} className={styles.point}>
            <Link to={`/arbete/dialoger/${reference}/uppfoljning`}>
              {t('own.followUp', { count: months })}
            </Link>
            <span>{t('own.due', { date: date(dueOn) })}</span>
            <span className={styles.soft}>{title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
