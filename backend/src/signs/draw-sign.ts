import type { PlaceSign } from '@lofteskartan/shared/contracts/place-signs';
import PDFDocument from 'pdfkit';
import { bytesOf, fontFile } from '../platform/pdf/house-pdf.js';
import {
  type Doc,
  drawLamp,
  drawQrCode,
  ink,
  type Part,
  soft,
  write,
} from '../platform/pdf/printed-parts.js';

/** Points; 72 of them are 25.4 mm. */
const margin = 40;
const qrSide = 170;
const gap = 18;

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
  drawLamp(doc, [x, y]);
  const rule = margin + 58;
  doc
    .moveTo(margin, rule)
    .lineTo(doc.page.width - margin, rule)
    .lineWidth(1.2)
    .strokeColor(ink)
    .stroke();
  doc.endMarkedContent();
  doc.y = rule + 18;
}

/** The code, what to do with it beside it, and an address to type below it. */
function drawCode(doc: Doc, whole: Part, { ask, how, link, address }: PlaceSign): void {
  const top = doc.page.height - margin - 66 - qrSide;
  whole.add(
    doc.struct('Figure', { alt: link }, () => {
      drawQrCode(doc, link, { x: margin, y: top, side: qrSide });
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
