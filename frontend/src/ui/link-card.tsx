import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './link-card.module.css';

export interface LinkCardProps extends Omit<LinkProps, 'title'> {
  /** What happens when it is chosen, verb first. */
  title: string;
  note?: ReactNode;
  /** A glyph or an icon of 28 px. */
  glyph?: ReactNode;
  /** The one that most people come for: amber. At most one on a screen. */
  first?: boolean;
}

/** A whole row that leads somewhere: the large actions of a start page, rows of a chooser. */
export function LinkCard({ title, note, glyph, first = false, ...rest }: LinkCardProps) {
  return (
    <Link {...rest} className={first ? `${styles.card} ${styles.first}` : styles.card}>
      {glyph && (
        <span className={styles.glyph} aria-hidden="true">
          {glyph}
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
      <ChevronRight className={styles.arrow} size={20} aria-hidden="true" />
    </Link>
  );
}
