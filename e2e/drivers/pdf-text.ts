import { inflateSync } from 'node:zlib';

/** One run of text in a PDF, as it is drawn. */
const SHOWN = /\[((?:<[0-9a-f]+>|[-\d. ])+)\] TJ|\/(F\d+) [\d.]+ Tf/g;

/**
 * The text of a PDF that pdfkit made with fonts of its own, run by run in the order in which it was drawn. Glyphs are numbers; each font says
 * which letters they are.
 */
export function textOfPdf(bytes: Buffer): string[] {
  const raw = bytes.toString('latin1');
  const objects = new Map<string, { head: string; stream: Buffer | null }>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, number = '', body = ''] = match;
    const begin = body.indexOf('stream\n');
    const head = begin < 0 ? body : body.slice(0, begin);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const stream = begin < 0 ? null : Buffer.from(body.slice(begin + 7, begin + 7 + length), 'latin1');
    objects.set(number, { head, stream });
  }
  const inflated = (number: string): string => {
    const { head = '', stream = null } = objects.get(number) ?? {};
    if (!stream) return '';
    return (head.includes('FlateDecode') ? inflateSync(stream) : stream).toString('latin1');
  };
  const fonts = new Map<string, readonly string[]>();
  for (const { head } of objects.values())
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1];
      if (unicode) fonts.set(name, lettersOf(inflated(unicode)));
    }
  const runs: string[] = [];
  for (const { head } of objects.values()) {
    const content =
      /\/Type \/Page\b[\s\S]*?\/Contents (\d+) 0 R|\/Contents (\d+) 0 R[\s\S]*?\/Type \/Page\b/.exec(head);
    if (!content) continue;
    let letters: readonly string[] = [];
    for (const [, glyphs, font] of inflated(content[1] ?? content[2] ?? '').matchAll(SHOWN)) {
      if (font) letters = fonts.get(font) ?? [];
      else
        runs.push(
          [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((glyph) => letters[parseInt(glyph, 16)] ?? '')
            .join(''),
        );
    }
  }
  return runs;
}

/** The letters of a font by the number of their glyph. */
function lettersOf(map: string): string[] {
  const letters: string[] = [];
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f]+)>/g)].forEach(([, hex = ''], index) => {
      const units = hex.match(/.{4}/g) ?? [];
      letters[parseInt(first, 16) + index] = units
        .map((unit) => String.fromCharCode(parseInt(unit, 16)))
        .join('');
    });
  return letters;
}
