import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/page-title.js';
import styles from './info-page.module.css';

export interface InfoSection {
  /** Its place on the page, as in `#cookies`. */
  id: string;
  heading: string;
  children: ReactNode;
}

export interface InfoPageProps {
  title: string;
  short?: string;
  lead: string;
  sections: readonly InfoSection[];
}

/** A page to read: what it holds, then each part under its heading, which an address can lead to. */
export function InfoPage({ title, short, lead, sections }: InfoPageProps) {
  const { t } = useTranslation('info');
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={title} short={short} lead={lead} />
      <div className={styles.body}>
        <nav className={styles.contents} aria-labelledby="contents">
          <h2 id="contents">{t('contents')}</h2>
          <ol>
            {sections.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.sections}>
          {sections.map(({ id, heading, children }) => (
            <section key={id} id={id} className={`prose ${styles.section}`} aria-labelledby={`${id}-heading`}>
              <h2 id={`${id}-heading`}>{heading}</h2>
              {children}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
