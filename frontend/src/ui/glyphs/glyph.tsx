import styles from './glyph.module.css';
import { glyphParts, type GlyphFill, type GlyphShape } from './glyph-shapes.js';

export interface GlyphProps {
  shape: GlyphShape | 'ring';
  fill?: GlyphFill;
  /** Pixels; recognisable from 16. */
  size?: number;
}

/**
 * A mark of a kind of thing in a state, in the colour of the text around it. Always beside its word, so it is silent.
 * `--glyph-ground` fills an open shape and `--glyph-knock` draws on a filled one.
 */
export function Glyph({ shape, fill = 'outline', size = 24 }: GlyphProps) {
  return (
    <svg
      className={styles.glyph}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {glyphParts(shape, fill).map((part, index) => (
        <path key={index} d={part.d} className={styles[part.paint]} />
      ))}
    </svg>
  );
}

/** The same as a text of SVG, for a map's markers, which are not React's. Style `.ink`, `.line` … by `classes`. */
export function glyphMarkup(shape: GlyphShape, fill: GlyphFill, size = 24): string {
  const paths = glyphParts(shape, fill).map(
    (part) => `<path class="${styles[part.paint] ?? ''}" d="${part.d}"/>`,
  );
  return `<svg class="${styles.glyph ?? ''}" width="${String(size)}" height="${String(size)}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths.join('')}</svg>`;
}
