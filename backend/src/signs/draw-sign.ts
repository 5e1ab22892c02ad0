import type { PlaceSign } from '@lofteskartan/shared/contracts/place-signs';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { bytesOf, fontFile } from '../platform/pdf/house-pdf.js';

type Doc = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** Points; 72 of them are 25.4 mm. */
const margin = 40;
const qrSide = 170;
const gap = 18;
const ink = '#14213d';
const soft = '#4b5672';
const lit = '#f2ae1c';
/** The quiet zone that scanners ask for, in modules. */
const quiet = 4;

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

/** A sign on one A5 page, upright: tagged, black on white, and read from a metre away. */
export async function drawSign(sign: PlaceSign, printedAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A5',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: sign.language === 'sv' ? 'sv-SE' : 'en-GB',
    displayTitle: true,
    info: { Title: sign.heading, Author: sign.municipality, CreationDate: printedAt, ModDate: printedAt },
  });
  const ended = bytesOf(doc);
  doc.registerFont('text', fontFile(400));
  doc.registerFont('bold', fontFile(700));
  // Nothing here goes on to a second page, however long a name is.
  doc.page.margins.bottom = 0;
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  drawHead(doc, whole, sign);
  write(doc, whole, 'H1', sign.heading, { font: 'bold', sizes: [34, 30, 26, 22], height: 126, below: 8 });
  if (sign.place !== null)
    write(doc, whole, 'P', sign.place, { font: 'bold', sizes: [17, 15, 13], height: 44, below: 6 });
  for (const line of sign.lines)
    write(doc, whole, 'P', line, { font: 'text', sizes: [16, 14, 12], height: 42, below: 2 });
  drawCode(doc, whole, sign);
  drawFoot(doc, whole, sign);
  whole.end();
  doc.end();
  return ended;
}

/** Whose sign it is, and the lamp that is lit for a promise kept. */
function drawHead(doc: Doc, whole: Part, { municipality, promise }: PlaceSign): void {
  const width = doc.page.width - 2 * margin - 44;
  write(doc, whole, 'P', municipality, { font: 'bold', sizes: [14, 12], height: 18, width, below: 1 });
  if (promise !== null)
    write(doc, whole, 'P', promise, { font: 'text', sizes: [10.5, 9.5], height: 28, width, color: soft });
  const [x, y] = [doc.page.width - margin - 15, margin + 13];
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(2.4).lineCap('round').strokeColor(ink);
  doc
    .moveTo(x, y + 9)
    .lineTo(x, y + 31)
    .moveTo(x - 8, y + 31)
    .lineTo(x + 8, y + 31)
    .stroke();
  doc.circle(x, y, 9).fillAndStroke(lit, ink);
  const rule = margin + 58;
  doc
    .moveTo(margin, rule)
    .lineTo(doc.page.width - margin, rule)
    .lineWidth(1.2)
    .stroke();
  doc.endMarkedContent();
  doc.y = rule + 18;
}

/** The code, what to do with it beside it, and an address to type below it. */
function drawCode(doc: Doc, whole: Part, { ask, how, link, address }: PlaceSign): void {
  const top = doc.page.height - margin - 66 - qrSide;
  const { size, data } = encode(link, { ecc: 'M', border: 0 });
  const module = qrSide / (size + 2 * quiet);
  whole.add(
    doc.struct('Figure', { alt: link }, () => {
      doc.save().fillColor('#000000');
      data.forEach((row, y) => {
        for (const [from, length] of darkRuns(row))
          doc.rect(
            margin + (from + quiet) * module,
            top + (y + quiet) * module,
            length * module,
            // A hair over, so that no printer leaves a white line between rows.
            module * 1.02,
          );
      });
      doc.fill().restore();
      doc.rect(margin, top, qrSide, qrSide).lineWidth(1.2).strokeColor(ink).stroke();
    }),
  );
  const x = margin + qrSide + gap;
  const width = doc.page.width - margin - x;
  doc.y = top + 4;
  write(doc, whole, 'P', ask, { font: 'bold', sizes: [18, 16, 14], height: 96, x, width, below: 8 });
  write(doc, whole, 'P', how, { font: 'text', sizes: [11.5, 10.5, 9.5], height: 66, x, width });
  doc.y = top + qrSide + 9;
  write(doc, whole, 'P', address.replace(/^https?:\/\//, ''), {
    font: 'bold',
    sizes: [11, 10, 9, 8],
    height: 26,
  });
}

function drawFoot(doc: Doc, whole: Part, { foot }: PlaceSign): void {
  doc.y = doc.page.height - margin - 12;
  write(doc, whole, 'P', foot, { font: 'text', sizes: [9, 8], height: 14, color: soft });
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
function write(doc: Doc, parent: Part, type: string, text: string, look: Look): void {
  const { font, sizes, height, color = ink, x = margin, below = 0 } = look;
  const width = look.width ?? doc.page.width - 2 * margin;
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
  doc.x = margin;
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
