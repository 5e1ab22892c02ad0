import type { MapGround } from '../../municipalities/map-ground.rules.js';
import { drawQrCode, ink, type Part, soft } from '../../platform/pdf/printed-parts.js';
import { drawSheetMap, spotMark, tones } from './draw-sheet-map.js';
import { margin, type SheetHead, SheetPaper } from './sheet-paper.js';
import { mapsOf, type SheetMap, type SheetStatement } from './table-sheet.rules.js';
import type { SheetWords } from './table-sheet-words.rules.js';

/** What the sheets of a dialogue are drawn of. */
export interface TableSheet extends SheetHead {
  readonly words: SheetWords;
  /** The day, and the place. */
  readonly when: string;
  readonly code: string;
  readonly link: string;
  readonly statements: readonly SheetStatement[];
  readonly ground: MapGround;
  /** Slugs. */
  readonly localities: readonly string[];
}

/** Points. */
const qrSide = 96;
const boxSide = 19;
const boxColumn = 66;
const answers = ['agree', 'disagree', 'pass'] as const;

/** The sheets for the tables of a dialogue: statements to tick, room for own words, and maps to draw on. */
export function drawTableSheet(sheet: TableSheet, now: Date): Promise<Buffer> {
  const paper = new SheetPaper(sheet.words, sheet, now);
  drawFirst(paper, sheet);
  if (sheet.statements.length > 0) drawStatements(paper, sheet);
  drawQuestions(paper, sheet.words, sheet.statements.length === 0);
  for (const map of mapsOf(sheet.ground, sheet.localities)) drawMap(paper, sheet, map);
  return paper.finish();
}

/** What it is, and how to answer by phone instead. */
function drawFirst(paper: SheetPaper, { title, when, words, link, code }: TableSheet): void {
  const { doc, whole } = paper;
  paper.page();
  const top = doc.y + 4;
  const width = paper.width - qrSide - 210;
  doc.y = top;
  paper.write(whole, 'H1', title, { bold: true, size: 19, width, below: 5 });
  paper.write(whole, 'P', when, { bold: true, size: 11.5, width });
  const end = doc.y;
  const x = doc.page.width - margin - qrSide - 190;
  doc.y = top;
  const beside = { x, width: 180 };
  paper.write(whole, 'P', words.phone, { bold: true, size: 12, ...beside });
  paper.write(whole, 'P', words.phoneHow, { size: 9.5, ...beside, below: 4 });
  paper.write(whole, 'P', words.code(code), { bold: true, size: 13, ...beside, below: 1 });
  paper.write(whole, 'P', link.replace(/^https?:\/\//, ''), { size: 9.5, ...beside });
  const box = { x: doc.page.width - margin - qrSide, y: top, side: qrSide };
  whole.add(
    doc.struct('Figure', { alt: link }, () => {
      drawQrCode(doc, link, box);
    }),
  );
  doc.y = Math.max(end, doc.y, top + qrSide) + 10;
  paper.write(whole, 'P', words.noNames, { bold: true, size: 11.5, below: 8 });
}

/** The statements with their boxes; a row never breaks, and the heads stand on every page. */
function drawStatements(paper: SheetPaper, { statements, words }: TableSheet): void {
  const { doc, whole } = paper;
  const part = doc.struct('Sect');
  whole.add(part);
  paper.write(part, 'H2', words.statements, { bold: true, size: 16, below: 1 });
  paper.write(part, 'P', words.statementsHow, { below: 6 });
  const table = doc.struct('Table');
  part.add(table);
  drawHeads(paper, words, table);
  for (const statement of statements) {
    const height = Math.max(
      boxSide + 14,
      paper.heightOf(statementText(statement), statementLook(paper)) + 16,
    );
    if (paper.left < height) {
      paper.page();
      drawHeads(paper, words, null);
    }
    drawStatement(paper, words, { table, statement, height });
  }
  table.end();
  if (paper.left < 110) return;
  doc.y += 16;
  paper.write(part, 'H3', words.ownStatement, { bold: true, size: 12.5, below: 0 });
  paper.write(part, 'P', words.ownStatementHow, { size: 10.5, color: soft, below: 0 });
  paper.rules(2);
}

const statementText = ({ number, text }: SheetStatement): string => `${String(number)}. ${text}`;
const statementLook = (paper: SheetPaper) => ({ size: 13, width: paper.width - 3 * boxColumn - 14 });
const columnOf = (paper: SheetPaper, index: number): number =>
  margin + paper.width - (answers.length - index) * boxColumn;

/** @param table null where the heads are repeated for the eye alone */
function drawHeads(paper: SheetPaper, words: SheetWords, table: Part | null): void {
  const { doc } = paper;
  const width = boxColumn - 6;
  const heads = answers.map((answer) => words[answer]);
  const height = Math.max(...heads.map((text) => paper.heightOf(text, { bold: true, size: 9.5, width })));
  const top = doc.y;
  const draw = (text: string, x: number, wide: number, align: 'left' | 'center'): void => {
    const y = top + height - paper.heightOf(text, { bold: true, size: 9.5, width: wide });
    doc.font('bold').fontSize(9.5).fillColor(soft);
    doc.text(text, x, y, { width: wide, align, lineGap: 9.5 * 0.2 });
  };
  const cells = [
    () => draw(words.statement, margin, paper.width - 3 * boxColumn - 14, 'left'),
    ...heads.map((text, index) => () => draw(text, columnOf(paper, index) + 3, width, 'center')),
  ];
  if (table) {
    const row = doc.struct('TR');
    table.add(row);
    for (const cell of cells) row.add(doc.struct('TH', {}, cell));
    row.end();
  } else
    paper.artifact(() => {
      for (const cell of cells) cell();
    });
  doc.y = top + height + 3;
  paper.rule(doc.y);
}

function drawStatement(
  paper: SheetPaper,
  words: SheetWords,
  {
    table,
    statement,
    height,
  }: { readonly table: Part; readonly statement: SheetStatement; readonly height: number },
): void {
  const { doc } = paper;
  const top = doc.y;
  const row = doc.struct('TR');
  table.add(row);
  doc.y = top + 8;
  paper.write(row, 'TH', statementText(statement), statementLook(paper));
  answers.forEach((_, index) => {
    const x = columnOf(paper, index) + (boxColumn - boxSide) / 2;
    row.add(
      doc.struct('TD', { alt: words.box }, () => {
        doc.rect(x, top + (height - boxSide) / 2, boxSide, boxSide);
        doc.lineWidth(1.4).strokeColor(ink).stroke();
      }),
    );
  });
  row.end();
  doc.y = top + height;
  paper.rule(doc.y);
}

/** Room for questions and subjects: as many as go on the page. */
function drawQuestions(paper: SheetPaper, words: SheetWords, isFirst: boolean): void {
  const { doc, whole } = paper;
  if (!isFirst) paper.page();
  const part = doc.struct('Sect');
  whole.add(part);
  paper.write(part, 'H2', words.questions, { bold: true, size: 16, below: 1 });
  paper.write(part, 'P', words.questionsHow, { below: 2 });
  if (!isFirst) paper.write(part, 'P', words.noNames, { bold: true, below: 2 });
  while (paper.left > 122) {
    doc.y += 12;
    const top = doc.y;
    let x = margin;
    for (const text of [words.question, words.subject]) {
      const at = x;
      paper.artifact(() => {
        doc.rect(at, top, 14, 14).lineWidth(1.2).strokeColor(ink).stroke();
      });
      doc.y = top;
      doc.font('text').fontSize(11);
      const width = doc.widthOfString(text) + 6;
      paper.write(part, 'P', text, { x: x + 21, width });
      x += 21 + width + 18;
    }
    doc.y = top + 12;
    paper.rules(3);
  }
}

/** A page with a map of a part of the municipality, what to draw on it, and room to say why. */
function drawMap(paper: SheetPaper, { words, ground, municipality }: TableSheet, map: SheetMap): void {
  const { doc, whole } = paper;
  paper.page();
  const part = doc.struct('Sect');
  whole.add(part);
  const where = map.name ?? municipality;
  paper.write(part, 'H2', words.map(where), { bold: true, size: 16, below: 1 });
  paper.write(part, 'P', words.mapHow, { below: 4 });
  drawMarks(paper, words, part);
  const height = Math.min(480, paper.left - 130);
  const frame = { left: margin, top: doc.y + 4, width: paper.width, height };
  part.add(
    doc.struct('Figure', { alt: words.alt(where) }, () => {
      drawSheetMap(doc, frame, ground, map, words.north);
    }),
  );
  doc.y = frame.top + frame.height + 6;
  drawLegend(paper, words, part);
  paper.write(part, 'P', words.why, { bold: true, size: 10.5, below: 0 });
  paper.rules(Math.floor((paper.left + 6) / 27));
}

/** What to draw: a cross, a ring, an arrow. */
function drawMarks(paper: SheetPaper, { marks }: SheetWords, part: Part): void {
  const { doc } = paper;
  const top = doc.y;
  const column = paper.width / 3;
  let end = top;
  (['cross', 'ring', 'arrow'] as const).forEach((mark, index) => {
    const x = margin + index * column;
    paper.artifact(() => {
      doc.lineWidth(2).lineCap('round').strokeColor(ink);
      if (mark === 'cross')
        doc
          .moveTo(x + 2, top + 2)
          .lineTo(x + 14, top + 14)
          .moveTo(x + 14, top + 2)
          .lineTo(x + 2, top + 14);
      else if (mark === 'ring') doc.circle(x + 8, top + 8, 7);
      else
        doc
          .moveTo(x, top + 8)
          .lineTo(x + 16, top + 8)
          .moveTo(x + 10, top + 2)
          .lineTo(x + 16, top + 8)
          .lineTo(x + 10, top + 14);
      doc.stroke();
    });
    doc.y = top;
    paper.write(part, 'P', marks[mark], { size: 10.5, x: x + 23, width: column - 32 });
    end = Math.max(end, doc.y);
  });
  doc.y = Math.max(end, top + 18);
}

/** What the map's tones and marks stand for. */
function drawLegend(paper: SheetPaper, { legend }: SheetWords, part: Part): void {
  const { doc } = paper;
  const top = doc.y;
  let x = margin;
  for (const name of ['builtUp', 'water', 'road', 'railway', 'station', 'school'] as const) {
    const at = x;
    paper.artifact(() => {
      if (name === 'station' || name === 'school') spotMark(doc, name, [at + 9, top + 6]);
      else if (name === 'road' || name === 'railway')
        doc
          .moveTo(at, top + 6)
          .lineTo(at + 18, top + 6)
          .lineWidth(name === 'road' ? 3 : 1)
          .strokeColor(tones[name])
          .stroke();
      else doc.rect(at, top, 18, 11).fill(tones[name]);
    });
    doc.font('text').fontSize(9.5);
    const width = doc.widthOfString(legend[name]) + 4;
    doc.y = top;
    paper.write(part, 'P', legend[name], { size: 9.5, x: x + 23, width, below: 0 });
    x += 23 + width + 14;
  }
  doc.y = top + 22;
}
