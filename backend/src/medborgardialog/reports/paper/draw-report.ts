import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import type { DialogueReport, PublicPoint } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { Paper, type Part, soft } from '../../../platform/pdf/paper.js';
import { BANDS, LEVELS, OUTCOMES, STANDINGS, STATES, VERDICTS } from './paper-words.js';

const long = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
const percent = new Intl.NumberFormat('sv-SE', { style: 'percent' });
const dayOf = (date: string): string => long.format(new Date(`${date.slice(0, 10)}T12:00:00Z`));
const momentOf = (moment: string | Date): string => long.format(new Date(moment));

/** The report of a medborgardialog on A4 in Swedish, tagged: the words of its latest version, and how each point stands today. */
export async function drawReport(
  report: DialogueReport,
  { municipality, now }: { readonly municipality: string; readonly now: Date },
): Promise<Buffer> {
  const { title, startsAt, venue, levelMeaning, summary, points, tableNotes, versions, standings } = report;
  const paper = new Paper(`Rapport: ${title}`, municipality, now);
  paper.head('P', municipality, { bold: true, size: 11, color: soft });
  paper.head('H1', title, { bold: true, size: 24, below: 2 });
  paper.head('P', [`Medborgardialog ${momentOf(startsAt)}`, venue].filter(Boolean).join(', '), {
    bold: true,
    size: 12,
    below: 5,
  });
  paper.head('P', report.purpose);
  paper.head('P', `${LEVELS[report.level]}: ${levelMeaning}`);
  const version = versions[0];
  if (version)
    paper.head(
      'P',
      `Rapporten publicerades ${momentOf(version.publishedAt)}${version.reason ? `, rättad: ${version.reason}` : ''}. Hur det går med varje punkt är hämtat ${momentOf(now)}.`,
      { color: soft, size: 9.5 },
    );
  if (summary !== null) {
    const part = paper.section('Sammanfattning');
    for (const paragraph of summary.split(/\n+/)) paper.write(part, 'P', paragraph);
  }
  const counted = standings.filter(({ points: count }) => count > 0);
  const outcomes = paper.section(
    `Vad det blev av ${points.length === 1 ? 'punkten' : `de ${String(points.length)} punkterna`}`,
  );
  if (points.length === 0) paper.write(outcomes, 'P', 'Inga punkter togs upp.');
  if (counted.length > 0)
    paper.write(
      outcomes,
      'P',
      counted.map(({ standing, points: count }) => `${STANDINGS[standing]}: ${String(count)}`).join(' · '),
      { bold: true },
    );
  for (const point of points) drawPoint(paper, outcomes, point, { statements: report.statements });
  drawStatements(paper, report);
  drawPeople(paper, report);
  if (tableNotes.length > 0) {
    const part = paper.section('Det sades vid borden');
    for (const { table, text } of tableNotes) {
      paper.roomFor(44);
      paper.write(part, 'H3', table, { bold: true, above: 5, below: 0 });
      for (const paragraph of text.split(/\n+/)) paper.write(part, 'P', paragraph);
    }
  }
  return paper.finish();
}

function drawPoint(
  paper: Paper,
  part: Part,
  point: PublicPoint,
  { statements }: Pick<DialogueReport, 'statements'>,
): void {
  const { number, text, outcome, publicText, thing, outsideWho, owner, dueOn, doneOn, doneText } = point;
  paper.roomFor(92);
  paper.write(part, 'H3', `${String(number)}. ${text}`, { bold: true, size: 11, above: 9, below: 1 });
  if (point.supporters !== null)
    paper.write(part, 'P', `${String(point.supporters)} frågade eller stödde.`, { color: soft, size: 9.5 });
  if (point.statement !== null)
    paper.write(
      part,
      'P',
      statements.some((each) => each.text === text)
        ? `Från påstående ${String(point.statement)}. Hur de som var med röstade står under Påståenden.`
        : `Från påstående ${String(point.statement)}.`,
      { color: soft, size: 9.5 },
    );
  paper.write(part, 'P', `${OUTCOMES[outcome]} · ${STANDINGS[point.standing]}`, { bold: true });
  for (const paragraph of publicText.split(/\n+/)) paper.write(part, 'P', paragraph);
  if (outsideWho !== null) paper.write(part, 'P', `Bestämmer: ${outsideWho}`);
  if (thing?.name && thing.state)
    paper.write(
      part,
      'P',
      `${thing.name}: ${STATES[thing.state]}${thing.day ? `, ${dayOf(thing.day)}` : ''}.`,
    );
  if (point.standing === 'withdrawn')
    paper.write(
      part,
      'P',
      'Åtgärden togs tillbaka: vi skrev av misstag att den var gjord, och den är inte planerad på nytt. Punkten ska få ett nytt utfall.',
    );
  const care = [owner && `Ansvarig: ${owner}`, dueOn && `Senast: ${dayOf(dueOn)}`].filter(Boolean);
  if (care.length > 0) paper.write(part, 'P', care.join(' · '), { color: soft });
  if (doneOn !== null) paper.write(part, 'P', `Klart ${dayOf(doneOn)}: ${doneText ?? ''}`);
}

/** The share that agrees with how sure that is, as the page of the report says it. */
function shareOf({ share, low, high, isSmall }: StatementResult): string {
  if (share === null || low === null || high === null) return '–';
  const told = `${percent.format(share)} (${percent.format(low)}–${percent.format(high)})`;
  return isSmall ? `${told}. Få svar: tolka försiktigt.` : told;
}

function drawStatements(paper: Paper, { statements, points }: DialogueReport): void {
  if (statements.length === 0) return;
  const part = paper.section('Påståenden');
  for (const sentence of [
    'Telefoner och papper tillsammans. Svar från färre än fem visas inte.',
    'Andelen gäller dem som tog ställning. Osäkerheten säger hur mycket så få svar kan bära. Den gäller rummet, inte alla som bor här.',
  ])
    paper.write(part, 'P', sentence, { color: soft });
  // A point keeps the words of its statement, and those are frozen with the first vote.
  const pointOf = (words: string): string => {
    const point = points.find((each) => each.statement !== null && each.text === words);
    return point ? ` (punkt ${String(point.number)})` : '';
  };
  const figure = (count: number | null): string => (count === null ? '–' : String(count));
  paper.table(
    part,
    [
      { head: 'Påstående', share: 0.31, cell: ({ text }) => text + pointOf(text) },
      { head: 'Håller med', share: 0.1, numeric: true, cell: ({ agree }) => figure(agree) },
      { head: 'Håller inte med', share: 0.13, numeric: true, cell: ({ disagree }) => figure(disagree) },
      { head: 'Står över', share: 0.09, numeric: true, cell: ({ pass }) => figure(pass) },
      { head: 'Andel som håller med (osäkerhet)', share: 0.23, numeric: true, cell: shareOf },
      { head: 'Läge', share: 0.14, numeric: true, cell: ({ verdict }) => VERDICTS[verdict] },
    ],
    statements,
  );
}

function drawPeople(paper: Paper, { people, attendance, bands }: DialogueReport): void {
  if (attendance.length === 0) return;
  const part = paper.section('De som kom');
  paper.write(
    part,
    'P',
    `${people === null ? 'Hur många som kom visas inte, eftersom det kunde peka ut någon.' : `${String(people)} personer kom.`} Tal under fem visas inte, och inte heller tal som de går att räkna ut från.`,
  );
  paper.table(
    part,
    [
      { head: 'Ort', share: 0.6, cell: ({ locality }) => locality ?? 'Annan ort eller vill inte säga' },
      {
        head: 'Personer',
        share: 0.2,
        numeric: true,
        cell: ({ people: count }) => (count === null ? '–' : String(count)),
      },
    ],
    attendance,
  );
  if (bands.length > 0)
    paper.table(
      part,
      [
        { head: 'Grupp, för dem som ville säga det', share: 0.6, cell: ({ band }) => BANDS[band] },
        { head: 'Personer', share: 0.2, numeric: true, cell: ({ people: count }) => String(count) },
      ],
      bands,
    );
}
