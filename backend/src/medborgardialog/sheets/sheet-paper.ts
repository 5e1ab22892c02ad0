import PDFDocument from 'pdfkit';
import { bytesOf, fontFile } from '../../platform/pdf/house-pdf.js';
import { type Doc, ink, type Part, soft } from '../../platform/pdf/printed-parts.js';
import type { SheetWords } from './table-sheet-words.rules.js';

/** Points. */
export const margin = 46;
const foot = 40;

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly width?: number;
  readonly x?: number;
  readonly below?: number;
}

/** What stands on every page. */
export interface SheetHead {
  readonly title: string;
  readonly municipality: string;
}

/** A tagged A4 document to write on with a pen: every page says whose it is and has a line for the table. */
export class SheetPaper {
  readonly doc: Doc;
  readonly whole: Part;
  private readonly ended: Promise<Buffer>;

  constructor(
    private readonly words: SheetWords,
    private readonly head: SheetHead,
    now: Date,
  ) {
    const { language, name } = words;
    this.doc = new PDFDocument({
      size: 'A4',
      margin,
      pdfVersion: '1.7',
      tagged: true,
      lang: language === 'sv' ? 'sv-SE' : 'en-GB',
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: { Title: name(head.title), Author: head.municipality, CreationDate: now, ModDate: now },
    });
    this.ended = bytesOf(this.doc);
    this.doc.registerFont('text', fontFile(400));
    this.doc.registerFont('bold', fontFile(700));
    this.whole = this.doc.struct('Document');
    this.doc.addStructure(this.whole);
  }

  get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  /** How much room is left on the page. */
  get left(): number {
    return this.doc.page.height - foot - 12 - this.doc.y;
  }

  /** Begins a page: whose it is, and the line on which the table is written. */
  page(): void {
    const { doc } = this;
    doc.addPage();
    // Nothing here goes on to another page by itself.
    doc.page.margins.bottom = 0;
    const line = 150;
    doc.y = margin - 6;
    const about = `${this.words.eyebrow}, ${this.head.municipality}`;
    this.write(this.whole, 'P', about, { color: soft, size: 10.5, width: this.width - line - 60 });
    const { table } = this.words;
    const x = doc.page.width - margin - line;
    doc.y = margin - 8;
    doc.font('bold').fontSize(12);
    const wide = doc.widthOfString(table);
    this.write(this.whole, 'P', table, { bold: true, size: 12, x: x - wide - 6, width: wide + 4 });
    this.rule(margin + 8, { from: x });
    doc.y = margin + 18;
  }

  /** Writes from where the document stands. */
  write(parent: Part, type: string, text: string, look: Look = {}): void {
    const { bold = false, size = 11, color = ink, width = this.width, x = margin, below = 3 } = look;
    const { doc } = this;
    const lines = { width, lineGap: size * 0.2 };
    parent.add(
      doc.struct(type, {}, () => {
        doc
          .font(bold ? 'bold' : 'text')
          .fontSize(size)
          .fillColor(color)
          .text(text, x, doc.y, lines);
      }),
    );
    doc.x = margin;
    doc.y += below;
  }

  /** How high a text is. */
  heightOf(text: string, { bold = false, size = 11, width = this.width }: Look): number {
    this.doc.font(bold ? 'bold' : 'text').fontSize(size);
    return this.doc.heightOfString(text, { width, lineGap: size * 0.2 });
  }

  /** What is drawn for the eye alone. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** A line to write on. */
  rule(y: number, { from = margin, to = this.doc.page.width - margin } = {}): void {
    this.artifact(() => {
      this.doc.moveTo(from, y).lineTo(to, y).lineWidth(0.8).strokeColor(soft).stroke();
    });
  }

  /** Lines to write on, far enough apart for a pen. */
  rules(count: number): void {
    for (let each = 0; each < count; each += 1) {
      this.doc.y += 27;
      this.rule(this.doc.y);
    }
  }

  /** Ends the document, with its name and the number at the foot of every page. */
  finish(): Promise<Buffer> {
    const { doc, words, head } = this;
    this.whole.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      const y = doc.page.height - foot;
      const number = words.page(page - start + 1, count);
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      doc.font('text').fontSize(8.5).fillColor(soft);
      const wide = doc.widthOfString(number);
      const title = { lineBreak: false, width: this.width - wide - 16, height: 11, ellipsis: true } as const;
      doc.text(head.title, margin, y, title);
      doc.text(number, doc.page.width - margin - wide, y, { lineBreak: false });
      doc.endMarkedContent();
    }
    doc.end();
    return this.ended;
  }
}
