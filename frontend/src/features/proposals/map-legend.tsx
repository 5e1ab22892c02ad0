import { LISTED_STATUSES, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import styles from './map-legend.module.css';

/** What the marks on the map mean: shapes are kinds, fills are states, rings are many. */
export function MapLegend({ children }: { children?: ReactNode }) {
  const { t } = useTranslation(['proposals', 'words']);
  // On a phone it scrolls: the keyboard must reach what is outside of it (WCAG 2.1.1).
  const tabStop = 0;
  return (
    <details className={styles.legend}>
      <summary className={styles.summary}>
        <Info size={18} aria-hidden="true" />
        <span className={styles.title}>{t('proposals:legend.title')}</span>
      </summary>
      <section className={styles.body} aria-label={t('proposals:legend.title')} tabIndex={tabStop}>
        <ul className={styles.kinds}>
          {PROPOSAL_KINDS.map((kind) => (
            <li key={kind}>
              <Glyph shape={KIND_SHAPES[kind]} size={22} />
              {t(`words:kinds.${kind}`)}
              <span className={`${styles.part} ${styles[KIND_SHAPES[kind]] ?? ''}`} aria-hidden="true" />
            </li>
          ))}
        </ul>
        <p className={styles.note}>{t('proposals:legend.clusters')}</p>
        <ul className={styles.statuses}>
          {LISTED_STATUSES.map((status) => (
            <li key={status} className={styles[STATUS_LOOKS[status].tone]}>
              <Glyph shape="disc" fill={STATUS_LOOKS[status].fill} size={20} />
              {t(`words:status.${status}`)}
            </li>
          ))}
        </ul>
        {children}
        <p className={styles.note}>{t('proposals:legend.grid')}</p>
      </section>
    </details>
  );
}
