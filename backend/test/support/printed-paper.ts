import { inflateSync } from 'node:zlib';

/** A rectangle that is filled or drawn on a page, in points from its upper left corner. */
export interface PrintedRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a PDF that pdfkit wrote holds, read from its bytes alone. */
export interface PrintedPaper {
  readonly pages: number;
  readonly text: string;
  /** The words of each page. */
  readonly texts: readonly string[];
  readonly rectangles: readonly PrintedRectangle[];
}

/** Reads a PDF: its words through the character maps of its fonts, and the rectangles; `text` and `rectangles` are of its first page. */
export function readPaper(bytes: Buffer): PrintedPaper {
  const whole = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id ?? '', body ?? '');
  const content = [...objects.values()].filter((body) => body.includes('stream')).map(inflated);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const fonts = new Map<string, Map<string, string>>();
  for (const resources of [...objects.values()].filter((body) => body.includes('/Font <<')))
    for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '')?.[1];
      if (name && map) fonts.set(name, charactersOf(inflated(objects.get(map) ?? '')));
    }
  const written = content.filter((each) => each.includes(' Tf'));
  const drawn = written[0] ?? '';
  return {
    pages: pages.length,
    text: textOf(drawn, fonts),
    texts: written.map((each) => textOf(each, fonts)),
    rectangles: rectanglesOf(drawn),
  };
}

function inflated(object: string): string {
  const stream = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(object)?.[1] ?? '';
  const raw = Buffer.from(stream, 'latin1');
  return object.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : stream;
}

/** What each glyph of a font stands for. */
function charactersOf(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, first, list] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...(list ?? '').matchAll(/<(\w*)>/g)].forEach(([, codes], index) => {
      const glyph = (parseInt(first ?? '', 16) + index).toString(16).padStart(4, '0');
      characters.set(
        glyph,
        Buffer.from(codes ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
      );
    });
  return characters;
}

function textOf(drawn: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, name, pieces] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    const hex = [...(pieces ?? '').matchAll(/<(\w+)>/g)].map(([, each]) => each ?? '').join('');
    for (const glyph of hex.match(/\w{4}/g) ?? []) text += font.get(glyph.toLowerCase()) ?? '?';
    if (pieces) text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}

function rectanglesOf(drawn: string): PrintedRectangle[] {
  return [...drawn.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
    return { x, y, width, height };
  });
}
