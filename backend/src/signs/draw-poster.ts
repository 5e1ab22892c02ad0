import PDFDocument from 'pdfkit';
import { bytesOf, fontFile } from '../platform/pdf/house-pdf.js';
import {
  type Doc,
  drawLamp,
  drawQrCode,
  ink,
  lit,
  type Part,
  soft,
  write,
} from '../platform/pdf/printed-parts.js';
import type { PosterWords } from './poster-words.rules.js';

/** Points; 72 of them are 25.4 mm. */
const margin = 54;
const qrSide = 168;
const gap = 22;

/** The sizes of a title, as large as it may be; the smaller ones leave room for what one needs to know to come. */
const titles = [
  { sizes: [46, 40, 34, 28, 24], height: 150 },
  { sizes: [34, 30, 26, 22], height: 84 },
] as const;

/** A poster on one A4 page, upright: tagged, black on white, its day read from three metres. */
export async function drawPoster(poster: PosterWords, printedAt: Date): Promise<Buffer> {
  const [large, small] = [await drawn(poster, printedAt, titles[0]), titles[1]];
  // How to get there matters more than a large title.
  return large.left === 0 ? large.bytes : (await drawn(poster, printedAt, small)).bytes;
}

/** The page, and how many of its practical lines had no room. */
async function drawn(
  poster: PosterWords,
  printedAt: Date,
  title: (typeof titles)[number],
): Promise<{ readonly bytes: Buffer; readonly left: number }> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: poster.language === 'sv' ? 'sv-SE' : 'en-GB',
    displayTitle: true,
    info: { Title: poster.title, Author: poster.municipality, CreationDate: printedAt, ModDate: printedAt },
  });
  const ended = bytesOf(doc);
  doc.registerFont('text', fontFile(400));
  doc.registerFont('bold', fontFile(700));
  // Nothing here goes on to a second page, however much was written.
  doc.page.margins.bottom = 0;
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  drawHead(doc, whole, poster);
  write(doc, whole, 'H1', poster.title, {
    font: 'bold',
    ...title,
    below: 12,
  });
  drawWhen(doc, whole, poster);
  write(doc, whole, 'P', poster.purpose, { font: 'text', sizes: [16, 14, 12.5], height: 92, below: 10 });
  drawLevel(doc, whole, poster);
  const left = drawPractical(doc, whole, poster);
  drawCode(doc, whole, poster);
  whole.end();
  doc.end();
  return { bytes: await ended, left };
}

/** Whose meeting it is, and the lamp that is lit for a promise kept. */
function drawHead(doc: Doc, whole: Part, { municipality, eyebrow }: PosterWords): void {
  const width = doc.page.width - 2 * margin - 60;
  write(doc, whole, 'P', municipality, { font: 'bold', sizes: [16], height: 22, width, below: 2 });
  write(doc, whole, 'P', eyebrow, { font: 'text', sizes: [16], height: 22, width, color: soft });
  doc.markContent('Artifact', { type: 'Layout' });
  drawLamp(doc, [doc.page.width - margin - 20, margin + 14], 1.3);
  rule(doc, margin + 66);
  doc.endMarkedContent();
  doc.y = margin + 84;
}

/** The day, the hour and the place: what is read first from afar. */
function drawWhen(doc: Doc, whole: Part, { day, time, where }: PosterWords): void {
  const top = doc.y;
  const x = margin + 16;
  const width = doc.page.width - margin - x;
  write(doc, whole, 'P', day, { font: 'bold', sizes: [26, 22, 19], height: 32, x, width, below: 1 });
  write(doc, whole, 'P', time, {
    font: 'bold',
    sizes: [22, 19],
    height: 28,
    x,
    width,
    below: 3,
  });
  for (const line of where)
    write(doc, whole, 'P', line, { font: 'bold', sizes: [18, 16, 14], height: 46, x, width, below: 1 });
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(margin, top, 6, doc.y - top).fill(lit);
  doc.endMarkedContent();
  doc.y += 12;
}

function drawLevel(doc: Doc, whole: Part, { influence, levelMeaning }: PosterWords): void {
  write(doc, whole, 'H2', influence, { font: 'bold', sizes: [15], height: 20, below: 2 });
  write(doc, whole, 'P', levelMeaning, { font: 'text', sizes: [15, 13.5, 12], height: 62, below: 8 });
}

/** Each practical line as long as there is room above the code. @returns how many there was none for */
function drawPractical(doc: Doc, whole: Part, { practical }: PosterWords): number {
  const end = codeTop(doc) - 24;
  for (const [index, { name, text }] of practical.entries()) {
    const height = Math.min(44, end - doc.y);
    if (height < 16) return practical.length - index;
    write(doc, whole, 'P', `${name}: ${text}`, { font: 'text', sizes: [12.5, 11.5], height, below: 4 });
  }
  return 0;
}

const codeTop = (doc: Doc): number => doc.page.height - margin - 30 - qrSide;

/** The code, what to do with it beside it, and its address below it. */
function drawCode(doc: Doc, whole: Part, { ask, how, link }: PosterWords): void {
  const top = codeTop(doc);
  doc.markContent('Artifact', { type: 'Layout' });
  rule(doc, top - 14);
  doc.endMarkedContent();
  whole.add(
    doc.struct('Figure', { alt: link }, () => {
      drawQrCode(doc, link, { x: margin, y: top, side: qrSide });
    }),
  );
  const x = margin + qrSide + gap;
  const width = doc.page.width - margin - x;
  doc.y = top + 14;
  write(doc, whole, 'P', ask, { font: 'bold', sizes: [27, 24, 21], height: 108, x, width, below: 10 });
  write(doc, whole, 'P', how, { font: 'text', sizes: [14, 12.5], height: 60, x, width });
  doc.y = top + qrSide + 10;
  write(doc, whole, 'P', link.replace(/^https?:\/\//, ''), {
    font: 'bold',
    sizes: [13, 11.5, 10],
    height: 18,
  });
}

function rule(doc: Doc, y: number): void {
  doc
    .moveTo(margin, y)
    .lineTo(doc.page.width - margin, y)
    .lineWidth(1.2)
    .strokeColor(ink)
    .stroke();
}
