import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './scroll-area.module.css';

/** Something wider than the page, such as a diagram. The keyboard can scroll it, so it has a name. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    // A region that scrolls must take the focus, or the arrow keys cannot reach what is outside of it (WCAG 2.1.1).
    <section className={styles.area} aria-label={t('scroll', { label })} tabIndex={0}>
      {children}
    </section>
  );
}
