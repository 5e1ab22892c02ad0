import type { ReactNode } from 'react';
import { Glyph } from './glyphs/glyph.js';
import type { GlyphFill } from './glyphs/glyph-shapes.js';
import type { Tone } from './status-mark.js';
import styles from './timeline.module.css';

export interface TimelineEntry {
  key: string;
  title: ReactNode;
  /** When and who: "i dag 14.05 · Polisen". */
  meta?: ReactNode;
  children?: ReactNode;
  fill?: GlyphFill;
  tone?: Tone;
  /** Has not happened yet: the next step. */
  awaited?: boolean;
}

/** What happened, in order. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  return (
    <ol className={styles.list} aria-label={label}>
      {entries.map(({ key, title, meta, children, fill = 'outline', tone = 'plain', awaited = false }) => (
        <li key={key} className={awaited ? `${styles.entry} ${styles.awaited}` : styles.entry}>
          <span className={`${styles.mark} ${styles[tone] ?? ''}`}>
            <Glyph shape="ring" fill={awaited ? 'dotted' : fill} size={20} />
          </span>
          <div className={styles.words}>
            <p className={styles.title}>{title}</p>
            {meta && <p className={styles.meta}>{meta}</p>}
            {children && <div>{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
