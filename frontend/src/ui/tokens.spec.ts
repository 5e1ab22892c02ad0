import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

/** Contrasts of the tokens by WCAG 2.2 (1.4.3, 1.4.6, 1.4.11), computed from ui/tokens.css itself. */
const css = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'tokens.css'), 'utf8');

/** The colours of one `:root` block, by name without `--color-`. */
function coloursIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name, value]) => [name, value]),
  );
}

const [first = ''] = css.split('@media');
const dark = css.slice(css.indexOf('prefers-color-scheme: dark'), css.indexOf('@media (prefers-contrast'));
const modes = { light: coloursIn(first), dark: { ...coloursIn(first), ...coloursIn(dark) } };

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, shade = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (shade + 0.05);
}

const TEXT = 4.5;
const SHAPE = 3;
const PAPERS = ['ground', 'surface', 'sunken'];

/** [what is read or seen, what it stands on, the least contrast] */
const pairs: [string, string, number][] = [
  ...PAPERS.flatMap((paper): [string, string, number][] => [
    ['ink', paper, TEXT],
    ['ink-soft', paper, TEXT],
    ['link', paper, TEXT],
    ['done', paper, TEXT],
    ['no', paper, TEXT],
    ['wait', paper, TEXT],
    ['line-strong', paper, SHAPE],
    ['focus', paper, SHAPE],
    ['accent-line', paper, SHAPE],
    ['lamp-paper-line', paper, SHAPE],
    ['lamp-paper-off', paper, SHAPE],
  ]),
  ['accent-ink', 'accent', TEXT],
  ['accent-ink', 'accent-hover', TEXT],
  ['inverse-ink', 'inverse', TEXT],
  ['done', 'done-tint', TEXT],
  ['ink', 'done-tint', TEXT],
  ['no', 'no-tint', TEXT],
  ['ink', 'no-tint', TEXT],
  ['notice', 'notice-tint', TEXT],
  ['ink', 'notice-tint', TEXT],
  ...['night', 'night-low'].flatMap((night): [string, string, number][] => [
    ['night-ink', night, TEXT],
    ['night-soft', night, TEXT],
    ['lamp', night, TEXT],
    ['lamp-before', night, SHAPE],
    ['lamp-off', night, SHAPE],
  ]),
  ['night-ink', 'road', TEXT],
  ['night-soft', 'road', TEXT],
  ['night-ink', 'road-lit', TEXT],
  ['map-label', 'map-land', TEXT],
  ['map-label', 'map-built', TEXT],
  ['map-label', 'map-water', TEXT],
];

describe.each(Object.entries(modes))('%s', (_mode, colours) => {
  test.each(pairs)('%s on %s is at least %d:1', (seen, ground, least) => {
    const a = colours[seen];
    const b = colours[ground];
    if (a === undefined || b === undefined) throw new Error(`No such colour: ${seen} or ${ground}`);
    expect(Math.round(contrast(a, b) * 100) / 100).toBeGreaterThanOrEqual(least);
  });

  test('the parts of a ring are told apart in greyscale', () => {
    const series = ['series-1', 'series-2', 'series-3'].map((name) => colours[name] ?? '#000');
    expect(contrast(series[0] ?? '', series[1] ?? '')).toBeGreaterThanOrEqual(2);
    expect(contrast(series[1] ?? '', series[2] ?? '')).toBeGreaterThanOrEqual(2);
  });
});
