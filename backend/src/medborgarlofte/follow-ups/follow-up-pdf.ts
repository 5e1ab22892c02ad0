import PDFDocument from 'pdfkit';
import type { FollowUp, FollowUpItem } from '@lofteskartan/shared/contracts/follow-ups';
import { type LampState, lampStates, layoutPath } from '@lofteskartan/shared/lamp-layout';
import { bytesOf, fontFile } from '../../platform/pdf/house-pdf.js';
import { dayInWords, expectedInWords, figureInWords, paceInWords } from '../progress-words.rules.js';

/** Points. */
const margin = { top: 64, bottom: 72, left: 64, right: 64 };
const ink = '#14213d';
const soft = '#4b5672';
const line = '#7d7765';
const road = '#e4ddcc';
const lit = '#f2ae1c';

type Doc = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** What stands over a part of a commitment. */
const parts = {
  promise: 'Löfte',
  result: 'Resultat',
  deviation: 'Avvikelse',
  nextStep: 'Nästa steg',
} as const;

/** A follow-up as a tagged PDF in Swedish: löfte → resultat → avvikelse → nästa steg, A4, with page numbers. */
export async function drawFollowUp(followUp: FollowUp): Promise<Buffer> {
  const title = `Uppföljning av medborgarlöftet i ${followUp.municipalityName}, ${dayInWords(followUp.asOf, 'sv')}`;
  const doc = new PDFDocument({
    size: 'A4',
    margins: margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Author: followUp.municipalityName,
      CreationDate: new Date(followUp.publishedAt),
      ModDate: new Date(followUp.publishedAt),
    },
  });
  const ended = bytesOf(doc);
  doc.registerFont('text', fontFile(400));
  doc.registerFont('bold', fontFile(700));
  const whole = doc.struct('Document');
  doc.addStructure(whole);
  drawHead(doc, whole, followUp);
  for (const item of followUp.items) drawItem(doc, whole, item, followUp);
  const general = followUp.corrections.filter(({ commitmentId }) => commitmentId === null);
  if (general.length > 0) {
    const section = within(doc, whole, 'Sect');
    roomFor(doc, 90);
    write(doc, section, 'H2', 'Rättelser', { font: 'bold', size: 16, above: 22, below: 4 });
    drawCorrections(doc, section, general);
    section.end();
  }
  whole.end();
  numberPages(doc, title);
  doc.end();
  return ended;
}

function within(doc: Doc, parent: Part, type: string): Part {
  const part = doc.struct(type);
  parent.add(part);
  return part;
}

interface Look {
  readonly font: 'text' | 'bold';
  readonly size: number;
  readonly color?: string;
  readonly above?: number;
  readonly below?: number;
}

/** Begins a new page when less than this is left. */
function roomFor(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin.bottom) doc.addPage();
}

function write(doc: Doc, parent: Part, type: string, text: string, look: Look): void {
  const { font, size, color = ink, above = 0, below = 0 } = look;
  doc.y += above;
  parent.add(
    doc.struct(type, {}, () => {
      doc
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(text, margin.left, doc.y, { lineGap: size * 0.28 });
    }),
  );
  doc.y += below;
}

function drawHead(doc: Doc, whole: Part, followUp: FollowUp): void {
  const { municipalityName, title, from, to, asOf, publishedAt } = followUp;
  const period = to
    ? `Löftet gäller från ${dayInWords(from, 'sv')} till och med ${dayInWords(to, 'sv')}.`
    : `Löftet gäller från ${dayInWords(from, 'sv')} och tills vidare.`;
  write(doc, whole, 'P', municipalityName, { font: 'bold', size: 11, color: soft });
  write(doc, whole, 'H1', `Uppföljning ${dayInWords(asOf, 'sv')}`, { font: 'bold', size: 26, below: 4 });
  write(doc, whole, 'P', title, { font: 'bold', size: 14, below: 6 });
  write(doc, whole, 'P', period, { font: 'text', size: 11 });
  const published = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
  const frozen = `Publicerad ${published.format(new Date(publishedAt))}. Siffrorna står kvar som de var då. Rättelser läggs till och räknas upp.`;
  write(doc, whole, 'P', frozen, { font: 'text', size: 11, color: soft, below: 6 });
}

function drawItem(doc: Doc, whole: Part, item: FollowUpItem, followUp: FollowUp): void {
  const section = within(doc, whole, 'Sect');
  roomFor(doc, 190);
  doc.y += 18;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(margin.left, doc.y)
    .lineTo(doc.page.width - margin.right, doc.y)
    .lineWidth(1)
    .strokeColor(line)
    .stroke();
  doc.endMarkedContent();
  const area = `${item.focusArea} · Åtagande ${String(item.number)}`;
  write(doc, section, 'P', area, { font: 'text', size: 10, color: soft, above: 10 });
  write(doc, section, 'H2', item.title, { font: 'bold', size: 16, below: 2 });
  const figures = [
    figureInWords(item.progress, 'sv'),
    expectedInWords(item.progress, 'sv', 'day'),
    paceInWords(item.progress, 'sv'),
  ].filter((words) => words !== null);
  write(doc, section, 'P', figures.join(' · '), { font: 'bold', size: 12 });
  drawLamps(doc, section, item);
  drawPart(doc, section, parts.promise, item.text);
  drawPart(doc, section, parts.result, item.result);
  if (item.deviation !== null) drawPart(doc, section, parts.deviation, item.deviation);
  drawPart(doc, section, parts.nextStep, item.nextStep);
  const corrections = followUp.corrections.filter(({ commitmentId }) => commitmentId === item.commitmentId);
  if (corrections.length > 0) {
    roomFor(doc, 50);
    write(doc, section, 'H3', 'Rättelser', { font: 'bold', size: 11, above: 8 });
    drawCorrections(doc, section, corrections);
  }
  section.end();
}

function drawPart(doc: Doc, section: Part, heading: string, text: string): void {
  roomFor(doc, 44);
  write(doc, section, 'H3', heading, { font: 'bold', size: 11, color: soft, above: 8 });
  for (const paragraph of text.split(/\n+/).filter((each) => each.trim() !== ''))
    write(doc, section, 'P', paragraph.trim(), { font: 'text', size: 11, below: 2 });
}

function drawCorrections(doc: Doc, section: Part, corrections: FollowUp['corrections']): void {
  for (const { at, text, reason } of corrections) {
    const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
    const words = `${day.format(new Date(at))}: ${text} Orsak: ${reason}`;
    write(doc, section, 'P', words, { font: 'text', size: 11, below: 3 });
  }
}

/** The path of lamps, for a commitment with a number; on paper a lit lamp is filled. */
function drawLamps(doc: Doc, section: Part, { progress }: FollowUpItem): void {
  if (progress.type !== 'count') return;
  const { target, done, opening } = progress;
  const states = lampStates({ target, done, opening: opening?.count ?? 0 });
  const width = doc.page.width - margin.left - margin.right;
  const layout = layoutPath({ count: states.length, width, height: 110, mostUnit: 30, leastUnit: 9 });
  roomFor(doc, layout.height + 16);
  const top = doc.y + 6;
  const alt = [figureInWords(progress, 'sv'), expectedInWords(progress, 'sv', 'day')].join(', ');
  section.add(
    doc.struct('Figure', { alt }, () => {
      doc.save().translate(margin.left, top);
      const { unit } = layout;
      doc.lineCap('round').lineJoin('round');
      doc
        .path(layout.road)
        .lineWidth(unit * (layout.style === 'band' ? 0.95 : 0.42))
        .strokeColor(road)
        .stroke();
      layout.feet.forEach(({ x, y }, index) => {
        drawLamp(doc, states[index] ?? 'off', x, y, unit, layout.style === 'lamps');
      });
      drawFlag(doc, layout.after(progress.expectedToday), unit);
      doc.restore();
    }),
  );
  doc.x = margin.left;
  doc.y = top + layout.height + 4;
}

function drawLamp(doc: Doc, state: LampState, x: number, y: number, unit: number, onPost: boolean): void {
  const radius = onPost ? Math.max(2.2, unit * 0.2) : Math.max(1.6, unit * 0.3);
  const top = onPost ? y - unit * 0.98 : y;
  doc.lineWidth(Math.max(0.7, unit * 0.06)).strokeColor(ink);
  if (onPost)
    doc
      .moveTo(x, top + radius)
      .lineTo(x, y)
      .stroke();
  const isLit = state === 'lit' || state === 'opening';
  doc.circle(x, top, radius);
  if (isLit) doc.fillAndStroke(state === 'lit' ? lit : '#ead9ae', ink);
  else doc.fillAndStroke('#ffffff', ink);
  if (state === 'opening') doc.circle(x, top, radius * 0.4).fill(ink);
}

/** The pennant that stands where the promise should have been on the day. */
function drawFlag(doc: Doc, { x, y }: { x: number; y: number }, unit: number): void {
  const top = y - unit * 1.52;
  const cloth = Math.max(5, unit * 0.34);
  doc
    .moveTo(x, y)
    .lineTo(x, top)
    .lineWidth(Math.max(1, unit * 0.07))
    .strokeColor(ink)
    .stroke();
  doc
    .moveTo(x, top)
    .lineTo(x + cloth, top + cloth * 0.42)
    .lineTo(x, top + cloth * 0.84)
    .closePath()
    .fill(ink);
}

/** Title and number at the foot of every page; no screen reader repeats them. */
function numberPages(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const y = doc.page.height - margin.bottom + 28;
    const { bottom } = doc.page.margins;
    // The foot stands below the margin, where text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('text').fontSize(9).fillColor(soft);
    doc.text(title, margin.left, y, { lineBreak: false });
    const number = `Sida ${String(page - start + 1)} av ${String(count)}`;
    doc.text(number, doc.page.width - margin.right - doc.widthOfString(number), y, { lineBreak: false });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
