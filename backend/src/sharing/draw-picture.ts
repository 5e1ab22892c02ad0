import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LampState } from '@lofteskartan/shared/lamp-layout';
import satori from 'satori';
import sharp from 'sharp';
import { lampScene, night } from './lamp-scene.js';

/** What a picture says: all of it is public. */
export interface PictureWords {
  /** Over the title: the municipality and what it is. */
  readonly eyebrow: string;
  readonly title: string;
  /** The large figure, such as "41 av 70"; null where there is none. */
  readonly figure: string | null;
  /** A line beside or under the figure. */
  readonly note: string;
  readonly lamps: readonly LampState[];
  /** Where the path should be today; null where nothing is expected. */
  readonly expected: number | null;
}

/** `wide` is 1200 × 630, for links that are shared; `square` is 1080 × 1080, for Instagram and Facebook. */
export type PictureShape = 'wide' | 'square';

const shapes = {
  wide: { width: 1200, height: 630, padding: 64, title: 52, figure: 88, note: 32, scene: 220, unit: 110 },
  square: { width: 1080, height: 1080, padding: 76, title: 66, figure: 150, note: 40, scene: 420, unit: 200 },
} as const;

const require = createRequire(import.meta.url);
const face = (subset: 'latin' | 'latin-ext', weight: 400 | 700) => ({
  name: 'Atkinson',
  weight,
  data: readFileSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${String(weight)}-normal.woff`,
    ),
  ),
});
/** Read once, at the first picture. */
let faces: ReturnType<typeof face>[] | null = null;

type Node = { type: string; props: { style?: object; children?: Node[] | string } };
const box = (style: object, children: Node[] | string): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** Draws a picture as PNG: words as paths over the night, and the path of lamps below them. */
export async function drawPicture(words: PictureWords, shape: PictureShape): Promise<Buffer> {
  const size = shapes[shape];
  const { width, height, padding } = size;
  faces ??= [face('latin', 400), face('latin', 700), face('latin-ext', 400), face('latin-ext', 700)];
  const text = await satori(wordsOf(words, size) as Parameters<typeof satori>[0], {
    width,
    height,
    fonts: faces,
  });
  const inner = width - 2 * padding;
  const { svg, layout } = lampScene(
    { states: words.lamps, expected: words.expected },
    { width: inner, height: size.scene, mostUnit: size.unit },
  );
  const top = height - padding * 0.7 - layout.height;
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">` +
    `<defs><linearGradient id="night" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${night.ground}"/><stop offset="1" stop-color="${night.low}"/></linearGradient></defs>` +
    `<rect width="${String(width)}" height="${String(height)}" fill="url(#night)"/>` +
    `<g transform="translate(${String(padding)} ${String(top)})">${svg}</g>${text}</svg>`;
  return sharp(Buffer.from(picture)).png({ compressionLevel: 9, palette: true, quality: 90 }).toBuffer();
}

function wordsOf(words: PictureWords, size: (typeof shapes)[PictureShape]): Node {
  const { padding, title, note, figure } = size;
  return box(
    {
      flexDirection: 'column',
      width: '100%',
      height: '100%',
      boxSizing: 'border-box',
      padding,
      color: night.ink,
      fontFamily: 'Atkinson',
    },
    [
      box({ justifyContent: 'space-between', fontSize: note * 0.86, color: night.soft }, [
        box({}, words.eyebrow),
        box({ fontWeight: 700, color: night.ink }, 'Löfteskartan'),
      ]),
      box(
        {
          display: 'block',
          lineClamp: words.figure === null ? 3 : 2,
          marginTop: padding * 0.25,
          fontSize: title,
          fontWeight: 700,
          lineHeight: 1.15,
        },
        words.title,
      ),
      box({ alignItems: 'baseline', marginTop: padding * 0.15, columnGap: note }, [
        ...(words.figure === null
          ? []
          : [
              box(
                {
                  fontSize: words.figure.length > 12 ? figure * 0.55 : figure,
                  fontWeight: 700,
                  color: night.lamp,
                },
                words.figure,
              ),
            ]),
        box({ display: 'block', flex: 1, lineClamp: 2, fontSize: note, color: night.soft }, words.note),
      ]),
    ],
  );
}
