/**
 * The marks on maps and in lists as plain geometry in a box of 24 × 24, so that both React and a map's markers can draw
 * them. The shapes are told apart in greyscale and without colour: a round sign with a needle, a lantern, a speech bubble;
 * the bare ring is for states of anything. A fill says how far something has come.
 */
export const GLYPH_SHAPES = ['disc', 'lantern', 'bubble'] as const;
export type GlyphShape = (typeof GLYPH_SHAPES)[number];

export const GLYPH_FILLS = ['outline', 'dotted', 'half', 'most', 'full', 'check', 'bar', 'arrow'] as const;
export type GlyphFill = (typeof GLYPH_FILLS)[number];

/**
 * How a part is painted: `body` is the shape's ground, `ink` a filled part, `line` the outline, `detail` a thin line,
 * `knock` a line in the colour of the ground on a filled shape, `mark` a line of ink on an unfilled one.
 */
export interface GlyphPart {
  d: string;
  paint: 'body' | 'ink' | 'line' | 'dotted' | 'detail' | 'knock' | 'mark';
}

interface Shape {
  outline: string;
  /** The lower half, and the lower three quarters. */
  half: string;
  most: string;
  /** Lines that belong to the shape whatever its fill, in ink or knocked out. */
  details: string[];
  /** The middle of the largest free place, for marks. */
  middle: readonly [x: number, y: number];
}

const SHAPES: Record<GlyphShape, Shape> = {
  disc: {
    outline: 'M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z',
    half: 'M2.5 12a9.5 9.5 0 0 0 19 0z',
    most: 'M3.8 7.2a9.5 9.5 0 1 0 16.4 0z',
    details: ['M12 13L16.4 8.6'],
    middle: [12, 12],
  },
  lantern: {
    outline: 'M12 1.5L20 8L17 19.5H14.6V22.5H9.4V19.5H7L4 8z',
    half: 'M5.6 14H18.4L17 19.5H14.6V22.5H9.4V19.5H7z',
    most: 'M4.8 11H19.2L17 19.5H14.6V22.5H9.4V19.5H7z',
    details: ['M4 8H20'],
    middle: [12, 13.6],
  },
  bubble: {
    outline:
      'M4 3H20A1.5 1.5 0 0 1 21.5 4.5V15.5A1.5 1.5 0 0 1 20 17H12.5L7 22V17H4A1.5 1.5 0 0 1 2.5 15.5V4.5A1.5 1.5 0 0 1 4 3z',
    half: 'M2.5 10.5H21.5V15.5A1.5 1.5 0 0 1 20 17H12.5L7 22V17H4A1.5 1.5 0 0 1 2.5 15.5z',
    most: 'M2.5 7H21.5V15.5A1.5 1.5 0 0 1 20 17H12.5L7 22V17H4A1.5 1.5 0 0 1 2.5 15.5z',
    details: [],
    middle: [12, 10],
  },
};

const RING: Shape = { ...SHAPES.disc, details: [] };

const MARKS: Partial<Record<GlyphFill, (x: number, y: number) => string>> = {
  check: (x, y) => `M${String(x - 4)} ${String(y + 0.2)}l2.8 2.9l5.3-5.8`,
  bar: (x, y) => `M${String(x - 4)} ${String(y)}h8`,
  arrow: (x, y) => `M${String(x - 4)} ${String(y)}h7.4m-3-3.2l3.2 3.2l-3.2 3.2`,
};

/** The parts of a glyph, from the ground up. */
export function glyphParts(shape: GlyphShape | 'ring', fill: GlyphFill): GlyphPart[] {
  const { outline, half, most, details, middle } = shape === 'ring' ? RING : SHAPES[shape];
  const isFilled = fill === 'full' || fill === 'check';
  const mark = MARKS[fill]?.(...middle);
  const parts: GlyphPart[] = [{ d: outline, paint: isFilled ? 'ink' : 'body' }];
  if (fill === 'half') parts.push({ d: half, paint: 'ink' });
  if (fill === 'most') parts.push({ d: most, paint: 'ink' });
  parts.push({ d: outline, paint: fill === 'dotted' ? 'dotted' : 'line' });
  // A needle would cross the mark, and drown in a disc that is mostly filled.
  const isBare = shape === 'disc' && (mark !== undefined || fill === 'most');
  if (!isBare) for (const d of details) parts.push({ d, paint: isFilled ? 'knock' : 'detail' });
  if (mark) parts.push({ d: mark, paint: isFilled ? 'knock' : 'mark' });
  return parts;
}
