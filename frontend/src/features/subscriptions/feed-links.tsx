import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { CalendarDays, Rss } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './subscriptions.module.css';

/** The same without an address: feeds for each locality and for all, and a calendar. */
export function FeedLinks({ municipality, language }: { municipality: Municipality; language: Language }) {
  const { t } = useTranslation('watch');
  const { compare } = useFormats();
  const { slug, shortName } = municipality;
  const query = language === 'sv' ? '' : `?language=${language}`;
  const localities = [...municipality.localities].sort((a, b) => compare(a.name, b.name));
  return (
    <section className={styles.section} aria-labelledby="feeds">
      <h2 id="feeds">{t('feeds.title')}</h2>
      <p>{t('feeds.how')}</p>
      <ul className={styles.links}>
        <li>
          <a className={styles.link} href={`/${slug}/flode.atom${query}`} type="application/atom+xml">
            <Rss size={18} aria-hidden="true" />
            {t('feeds.all', { name: shortName })}
          </a>
        </li>
        <li>
          <a className={styles.link} href={`/${slug}/kalender.ics${query}`} type="text/calendar">
            <CalendarDays size={18} aria-hidden="true" />
            {t('feeds.calendar')}
          </a>
        </li>
      </ul>
      <details className={styles.details}>
        <summary>{t('feeds.localities')}</summary>
        <ul className={styles.columns}>
          {localities.map((locality) => (
            <li key={locality.slug}>
              <a
                className={styles.link}
                href={`/${slug}/orter/${encodeURIComponent(locality.slug)}/flode.atom${query}`}
                type="application/atom+xml"
              >
                <Rss size={18} aria-hidden="true" />
                {locality.name}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <p className={styles.soft}>{t('feeds.commitments')}</p>
    </section>
  );
}
