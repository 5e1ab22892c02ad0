import { describe, expect, test } from '@jest/globals';
import { GLYPH_FILLS, GLYPH_SHAPES, glyphParts } from './glyph-shapes.js';

describe.each(GLYPH_SHAPES)('%s', (shape) => {
  test('no two fills look the same', () => {
    const drawn = GLYPH_FILLS.map((fill) => JSON.stringify(glyphParts(shape, fill)));
    expect(new Set(drawn).size).toBe(GLYPH_FILLS.length);
  });

  test.each(GLYPH_FILLS)('%s has an outline, so that it is seen on any ground', (fill) => {
    expect(glyphParts(shape, fill).some(({ paint }) => paint === 'line' || paint === 'dotted')).toBe(true);
  });
});
