import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './scroll-area.module.css';

/** Something wider than the page, such as a diagram. While it scrolls, the keyboard can scroll it too. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [scrolls, setScrolls] = useState(false);
  const watch = (area: HTMLElement | null) => {
    if (!area) return undefined;
    const observer = new ResizeObserver(() => {
      setScrolls(area.scrollWidth > area.clientWidth);
    });
    observer.observe(area);
    return () => {
      observer.disconnect();
    };
  };
  // A region that scrolls takes the focus, or the arrow keys cannot reach what is outside of it (WCAG 2.1.1).
  const tabStop = scrolls ? 0 : undefined;
  return (
    <section
      ref={watch}
      className={styles.area}
      aria-label={scrolls ? t('scroll', { label }) : label}
      tabIndex={tabStop}
    >
      {children}
    </section>
  );
}
