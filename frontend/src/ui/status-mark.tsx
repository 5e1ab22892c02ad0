import type { ReactNode } from 'react';
import { Glyph } from './glyphs/glyph.js';
import type { GlyphFill, GlyphShape } from './glyphs/glyph-shapes.js';
import styles from './status-mark.module.css';

export type Tone = 'done' | 'no' | 'wait' | 'plain';

export interface StatusMarkProps {
  fill: GlyphFill;
  tone: Tone;
  shape?: GlyphShape | 'ring';
  /** The word of the state. */
  children: ReactNode;
}

/** A state by shape, word and colour: any two of the three suffice. */
export function StatusMark({ fill, tone, shape = 'ring', children }: StatusMarkProps) {
  return (
    <span className={`${styles.mark} ${styles[tone] ?? ''}`}>
      <Glyph shape={shape} fill={fill} size={18} />
      <span>{children}</span>
    </span>
  );
}

/** A small word with a frame: a kind, a place, a count. */
export function Tag({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.tag}>
      {icon}
      {children}
    </span>
  );
}
