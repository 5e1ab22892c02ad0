import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import styles from './page-title.module.css';

const Site = createContext('');

/** Tells the titles below which site they stand on. */
export function SiteName({ value, children }: { value: string; children: ReactNode }) {
  return <Site value={value}>{children}</Site>;
}

/** Sets the title of the window: "Karta – Löfteskartan Ale". Pages without a visible heading of this kind use it alone. */
export function useDocumentTitle(title: string): void {
  const site = use(Site);
  useEffect(() => {
    document.title = title && site ? `${title} – ${site}` : title || site;
  }, [title, site]);
}

export interface PageTitleProps {
  title: string;
  /** What the window's title says, when the heading is too long for it. */
  short?: string;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  className?: string;
}

/**
 * The one h1 of a page. It names the window and takes the focus when the page was reached from another page, so that a
 * screen reader starts here; a change of filters in the address moves nothing.
 */
export function PageTitle({ title, short, lead, className }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname, hash } = useLocation();
  const isFirst = key === 'default';
  const arrived = useRef<string | null>(null);
  useDocumentTitle(short ?? title);

  useEffect(() => {
    if (arrived.current === pathname) return;
    arrived.current = pathname;
    // A place on the page that the address names comes first; what else stands behind `#` names none.
    const leadsElsewhere = hash !== '' && document.getElementById(hash.slice(1)) !== null;
    if (!isFirst && !leadsElsewhere) heading.current?.focus({ preventScroll: true });
  }, [pathname, isFirst, hash]);

  const h1 = (
    <h1 ref={heading} tabIndex={-1} className={lead ? undefined : className}>
      {title}
    </h1>
  );
  return lead ? (
    <div className={`${styles.head} ${className ?? ''}`}>
      {h1}
      <p className={styles.lead}>{lead}</p>
    </div>
  ) : (
    h1
  );
}
