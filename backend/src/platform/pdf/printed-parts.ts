import { encode } from 'uqr';

export type Doc = PDFKit.PDFDocument;
export type Part = PDFKit.PDFStructureElement;

/** The house's colours on white paper. */
export const ink = '#14213d';
export const soft = '#4b5672';
export const lit = '#f2ae1c';
/** The quiet zone that scanners ask for, in modules. */
const quiet = 4;

/** How a text is written. */
interface Look {
  readonly font: 'text' | 'bold';
  /** The sizes to try, the largest first. */
  readonly sizes: readonly number[];
  readonly color?: string;
  /** What is over is cut with three dots. */
  readonly height: number;
  readonly width?: number;
  readonly x?: number;
  readonly below?: number;
}

/** The lamp that is lit for a promise kept, its middle at a point. @param scale 1 is a lamp of 40 points */
export function drawLamp(doc: Doc, [x, y]: readonly [number, number], scale = 1): void {
  doc.save().translate(x, y).scale(scale);
  doc.lineWidth(2.4).lineCap('round').strokeColor(ink);
  doc.moveTo(0, 9).lineTo(0, 31).moveTo(-8, 31).lineTo(8, 31).stroke();
  doc.circle(0, 0, 9).fillAndStroke(lit, ink);
  doc.restore();
}

/** A code that a phone reads, in a frame with its quiet zone. */
export function drawQrCode(
  doc: Doc,
  link: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { size, data } = encode(link, { ecc: 'M', border: 0 });
  const module = side / (size + 2 * quiet);
  doc.save().fillColor('#000000');
  data.forEach((row, down) => {
    for (const [from, length] of darkRuns(row))
      doc.rect(
        x + (from + quiet) * module,
        y + (down + quiet) * module,
        length * module,
        // A hair over, so that no printer leaves a white line between rows.
        module * 1.02,
      );
  });
  doc.fill().restore();
  doc.rect(x, y, side, side).lineWidth(1.2).strokeColor(ink).stroke();
}

/** The dark modules of a row as beginnings and lengths. */
function darkRuns(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

/** Writes at the place where the document stands, in the largest size that fits. */
export function write(doc: Doc, parent: Part, type: string, text: string, look: Look): void {
  const { font, sizes, height, color = ink, x = doc.page.margins.left, below = 0 } = look;
  const width = look.width ?? doc.page.width - 2 * doc.page.margins.left;
  doc.font(font);
  const fitting = sizes.find((each) => fits(doc, text, each, { width, height }));
  const size = fitting ?? sizes.at(-1) ?? 10;
  const lines = { width, lineGap: gapOf(size) };
  const options = fitting === undefined ? { ...lines, height, ellipsis: true } : lines;
  const { y } = doc;
  const needed = Math.min(height, doc.fontSize(size).heightOfString(text, lines));
  parent.add(
    doc.struct(type, {}, () => {
      doc.font(font).fontSize(size).fillColor(color).text(text, x, y, options);
    }),
  );
  doc.x = doc.page.margins.left;
  doc.y = y + needed + below;
}

/** Large letters need less air between their lines than small ones. */
const gapOf = (size: number): number => size * (size > 20 ? -0.12 : 0.12);

/** Whether a text fits in a size, no word of it cut in two. */
function fits(
  doc: Doc,
  text: string,
  size: number,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  doc.fontSize(size);
  if (text.split(/\s/).some((word) => doc.widthOfString(word) > width)) return false;
  return doc.heightOfString(text, { width, lineGap: gapOf(size) }) <= height;
}
