import PDFDocument from 'pdfkit';
import { bytesOf, fontFile } from './house-pdf.js';

/** Points. */
const margin = { top: 56, bottom: 64, left: 56, right: 56 };
export const ink = '#14213d';
export const soft = '#4b5672';
export const line = '#7d7765';

type Doc = PDFKit.PDFDocument;
export type Part = PDFKit.PDFStructureElement;

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly above?: number;
  readonly below?: number;
}

/** A column of a table on paper. */
export interface PaperColumn<Row> {
  readonly head: string;
  /** Of the width of the page. */
  readonly share: number;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => string;
}

/** A tagged A4 document in Swedish on which one writes from top to bottom. */
export class Paper {
  readonly doc: Doc;
  private readonly whole: Part;
  private readonly ended: Promise<Buffer>;

  constructor(
    private readonly title: string,
    author: string,
    now: Date,
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: margin,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'sv-SE',
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Author: author, CreationDate: now, ModDate: now },
    });
    this.ended = bytesOf(this.doc);
    this.doc.registerFont('text', fontFile(400));
    this.doc.registerFont('bold', fontFile(700));
    this.whole = this.doc.struct('Document');
    this.doc.addStructure(this.whole);
  }

  /** The width that is written on. */
  get width(): number {
    return this.doc.page.width - margin.left - margin.right;
  }

  /** Begins a part under a heading. @param needs what stands on the same page as the heading, in points */
  section(heading: string, needs = 110): Part {
    const part = this.doc.struct('Sect');
    this.whole.add(part);
    this.roomFor(needs);
    this.write(part, 'H2', heading, { bold: true, size: 15, above: 16, below: 4 });
    return part;
  }

  /** What stands above all parts. */
  head(type: 'H1' | 'P', text: string, look: Look = {}): void {
    this.write(this.whole, type, text, look);
  }

  /** Begins a new page when less than this is left. */
  roomFor(height: number): void {
    if (this.left < height) this.doc.addPage();
  }

  /** What is left of the page to write on. Points. */
  get left(): number {
    return this.doc.page.height - margin.bottom - this.doc.y;
  }

  write(parent: Part, type: string, text: string, look: Look = {}): void {
    const { bold = false, size = 10.5, color = ink, above = 0, below = 3 } = look;
    this.doc.y += above;
    parent.add(
      this.doc.struct(type, {}, () => {
        this.doc
          .font(bold ? 'bold' : 'text')
          .fontSize(size)
          .fillColor(color)
          .text(text, margin.left, this.doc.y, { width: this.width, lineGap: size * 0.25 });
      }),
    );
    this.doc.y += below;
  }

  /** A picture, with what it shows in words. */
  figure(parent: Part, alt: string, height: number, draw: (left: number, top: number) => void): void {
    this.roomFor(height + 8);
    const top = this.doc.y + 4;
    parent.add(
      this.doc.struct('Figure', { alt }, () => {
        this.doc.save();
        draw(margin.left, top);
        this.doc.restore();
      }),
    );
    this.doc.x = margin.left;
    this.doc.y = top + height + 6;
  }

  /** A table with its heads; a row never breaks over two pages, and the heads are repeated for the eye. */
  table<Row>(parent: Part, columns: readonly PaperColumn<Row>[], rows: readonly Row[]): void {
    const table = this.doc.struct('Table');
    parent.add(table);
    const heads = columns.map(({ head }) => head);
    this.roomFor(this.heightOf(columns, heads, true) + 24);
    this.row(table, columns, heads, 'TH');
    for (const row of rows) {
      const cells = columns.map(({ cell }) => cell(row));
      const height = this.heightOf(columns, cells, false);
      this.roomFor(height);
      this.row(table, columns, cells, 'TD');
    }
    table.end();
    this.doc.x = margin.left;
    this.doc.y += 6;
  }

  private heightOf<Row>(
    columns: readonly PaperColumn<Row>[],
    cells: readonly string[],
    bold: boolean,
  ): number {
    const heights = columns.map(({ share }, index) =>
      this.doc
        .font(bold || index === 0 ? 'bold' : 'text')
        .fontSize(9.5)
        .heightOfString(cells[index] ?? '', { width: share * this.width - 8 }),
    );
    return Math.max(...heights) + 7;
  }

  private row<Row>(
    table: Part,
    columns: readonly PaperColumn<Row>[],
    cells: readonly string[],
    type: 'TH' | 'TD',
  ): void {
    const height = this.heightOf(columns, cells, type === 'TH');
    const top = this.doc.y;
    const row = this.doc.struct('TR');
    table.add(row);
    let left = margin.left;
    columns.forEach(({ share, numeric = false }, index) => {
      const isHead = type === 'TH' || index === 0;
      const x = left;
      const width = share * this.width - 8;
      row.add(
        this.doc.struct(isHead ? 'TH' : 'TD', {}, () => {
          this.doc
            .font(isHead ? 'bold' : 'text')
            .fontSize(9.5)
            .fillColor(type === 'TH' ? soft : ink)
            .text(cells[index] ?? '', x, top + 3, { width, align: numeric ? 'right' : 'left' });
        }),
      );
      left += share * this.width;
    });
    row.end();
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(margin.left, top + height)
      .lineTo(margin.left + this.width, top + height)
      .lineWidth(type === 'TH' ? 1 : 0.5)
      .strokeColor(line)
      .stroke();
    this.doc.endMarkedContent();
    this.doc.y = top + height;
  }

  /** Ends the document, with its title and the number at the foot of every page. */
  finish(): Promise<Buffer> {
    this.whole.end();
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      const y = doc.page.height - margin.bottom + 26;
      const { bottom } = doc.page.margins;
      // The foot stands below the margin, where text would begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      doc.font('text').fontSize(8.5).fillColor(soft);
      doc.text(this.title, margin.left, y, { lineBreak: false });
      const number = `Sida ${String(page - start + 1)} av ${String(count)}`;
      doc.text(number, doc.page.width - margin.right - doc.widthOfString(number), y, { lineBreak: false });
      doc.endMarkedContent();
      doc.page.margins.bottom = bottom;
    }
    doc.end();
    return this.ended;
  }
}
