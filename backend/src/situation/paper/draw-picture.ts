import type { Count, OutsidePicture, ThemeFigures } from '@lofteskartan/shared/contracts/situation';
import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import { HOUR_BANDS } from '@lofteskartan/shared/vocabulary';
import { drawSpots, MAP_HEIGHT, type PaperGround } from './draw-spots.js';
import { Paper, type PaperColumn, soft } from '../../platform/pdf/paper.js';
import {
  ALTERNATIVES,
  CAUSES,
  CERTAINTIES,
  HEARD,
  HIDDEN,
  KINDS,
  MEASURES,
  METHOD,
  PROBLEMS,
  TIMES,
  TOPICS,
  TRENDS,
} from './paper-words.js';

const numbers = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const number = (value: number): string => numbers.format(value);
const figure = (count: Count): string => (count === null ? HIDDEN : number(count));
const dayOf = (date: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
const monthOf = (month: string): string =>
  new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
const wordOf = ({ theme }: ThemeFigures): string =>
  (({ ...PROBLEMS, ...CAUSES, ...TOPICS }) as Readonly<Record<string, string>>)[theme] ?? theme;

/** The places that stand out begin with a map, and stand with their heading on one page. Points. */
const SPOTS_NEED = MAP_HEIGHT + 100;
/** An empty foot of a page lower than this is not worth moving a table for. Points. */
const WORTH_FILLING = 160;

const weekdays = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];

/** The picture on A4 in Swedish, as it may leave the staff side. @param outside has no figure of fewer than five people */
export async function drawPicture(outside: OutsidePicture, ground: PaperGround, now: Date): Promise<Buffer> {
  const { picture } = outside;
  const days = `${dayOf(picture.from)} – ${dayOf(picture.to)}`;
  const paper = new Paper(
    `Lägesbild för ${picture.municipalityName}, ${days}`,
    picture.municipalityName,
    now,
  );
  paper.head('P', picture.municipalityName, { bold: true, size: 11, color: soft });
  paper.head('H1', 'Lägesbild', { bold: true, size: 26, below: 2 });
  paper.head('P', days, { bold: true, size: 14, below: 5 });
  const made = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
  const partly = picture.until < picture.to ? ` Räknat till och med ${dayOf(picture.until)}.` : '';
  paper.head(
    'P',
    `Uttagen ${made.format(now)} ur Löfteskartan.${partly} Tal som gäller färre än fem personer visas inte, och inte heller tal som de går att räkna ut från: där står ”${HIDDEN}”.`,
    { color: soft },
  );
  drawWhole(paper, outside);
  drawTimes(paper, outside);
  drawThemes(paper, outside);
  const tables = [drawLocalities, drawDone];
  const drawNext = () => tables.shift()?.(paper, outside);
  // The map waits while tables can fill a page that has no room for it.
  const waits = () => outside.hotSpots.length > 0 && paper.left < SPOTS_NEED && paper.left > WORTH_FILLING;
  while (tables.length > 0 && waits()) drawNext();
  drawHotSpots(paper, outside, ground);
  while (tables.length > 0) drawNext();
  const method = paper.section('Så räknar vi');
  for (const [heading, text] of METHOD) {
    paper.roomFor(48);
    paper.write(method, 'H3', heading, { bold: true, size: 10.5, above: 4, below: 0 });
    paper.write(method, 'P', text, { size: 9.5 });
  }
  return paper.finish();
}

function drawWhole(paper: Paper, { picture }: OutsidePicture): void {
  const part = paper.section('I korthet');
  const { all, kinds, months, comparison, heardSince } = picture;
  const isCompared = comparison === 'compared';
  paper.write(
    part,
    'P',
    `Personer som hördes: ${figure(all.people)}. Nya förslag: ${figure(all.proposals)}.`,
    {
      bold: true,
      size: 12,
    },
  );
  if (comparison === 'not-begun' || comparison === 'partly')
    paper.write(
      part,
      'P',
      `Det går inte att jämföra med i fjol: invånarna har kunnat höra av sig sedan ${heardSince ? dayOf(heardSince) : 'senare'}.`,
    );
  type Row = (typeof kinds)[number] | (typeof months)[number];
  const people: PaperColumn<Row> = {
    head: 'Personer',
    share: 0.16,
    numeric: true,
    cell: (row) => figure(row.people),
  };
  const before: PaperColumn<Row> = {
    head: 'I fjol',
    share: 0.16,
    numeric: true,
    cell: (row) => figure(row.peopleBefore),
  };
  const proposals: PaperColumn<Row> = {
    head: 'Nya förslag',
    share: 0.16,
    numeric: true,
    cell: (row) => figure(row.proposals),
  };
  const figures = isCompared ? [people, before, proposals] : [people, proposals];
  paper.table(
    part,
    [
      { head: 'Vad', share: 0.3, cell: (row) => ('kind' in row ? KINDS[row.kind] : '') },
      ...figures,
      ...(isCompared
        ? [
            {
              head: 'Jämfört med i fjol',
              share: 0.22,
              numeric: true,
              cell: (row: Row) => ('kind' in row && row.verdict ? TRENDS[row.verdict] : 'jämförs inte'),
            },
          ]
        : []),
    ],
    kinds,
  );
  if (months.length > 1)
    paper.table(
      part,
      [{ head: 'Månad', share: 0.3, cell: (row) => ('month' in row ? monthOf(row.month) : '') }, ...figures],
      months,
    );
}

function drawHotSpots(paper: Paper, { picture, hotSpots, usual }: OutsidePicture, ground: PaperGround): void {
  const part = paper.section('Platser som sticker ut', hotSpots.length > 0 ? SPOTS_NEED : undefined);
  if (hotSpots.length === 0) {
    paper.write(part, 'P', 'Ingen plats som minst fem personer pekar på sticker ut.');
    return;
  }
  paper.write(
    part,
    'P',
    `${usual === null ? '' : `En vanlig plats har ${number(usual)} personer. `}Fylld ring: säker. Hel ring: trolig. Streckad ring: kan vara slump. Lägen är avrundade till ${String(SITUATION_LIMITS.roundedMetres)} meter.`,
  );
  const alt = `Karta över ${picture.municipalityName} med ${String(hotSpots.length)} numrerade platser. De står i tabellen under kartan.`;
  drawSpots(paper, part, { ground, spots: hotSpots, alt });
  paper.table(
    part,
    [
      {
        head: 'Plats',
        share: 0.36,
        cell: ({ rank, name, locality }) =>
          `${String(rank)}. ${[name ?? 'Plats utan namn', locality].filter(Boolean).join(', ')}`,
      },
      { head: 'Personer', share: 0.12, numeric: true, cell: ({ people }) => number(people) },
      {
        head: 'Utan slump',
        share: 0.13,
        numeric: true,
        cell: ({ low, high }) => `${String(Math.round(low))}–${String(Math.round(high))}`,
      },
      { head: 'Hur säkert', share: 0.17, numeric: true, cell: ({ certainty }) => CERTAINTIES[certainty] },
      {
        head: 'Mest om',
        share: 0.22,
        numeric: true,
        cell: ({ kinds: [first] }) => (first ? KINDS[first] : 'flera saker'),
      },
    ],
    hotSpots,
  );
}

function drawTimes(paper: Paper, { picture }: OutsidePicture): void {
  const part = paper.section('När det händer, som invånarna säger');
  paper.write(
    part,
    'P',
    'Önskemål om hastighetskontroller efter veckodag och tid. ”–”: visas inte, för att färre än fem önskade det eller talen är små.',
  );
  const { counts } = picture.wishTimes;
  const bands = HOUR_BANDS.map((band, index) => ({ band, counts: counts.map((day) => day[index] ?? null) }));
  const told = bands.filter((row) => row.counts.some((count) => count !== null));
  if (told.length === 0) paper.write(part, 'P', 'Talen är för små för att visas.');
  else
    paper.table(
      part,
      [
        { head: 'Tid', share: 0.14, cell: ({ band }) => band.replace('-', '–') },
        ...weekdays.map((head, day) => ({
          head,
          share: 0.12,
          numeric: true,
          cell: (row: (typeof bands)[number]) => {
            const count = row.counts[day] ?? null;
            return count === null ? '–' : number(count);
          },
        })),
      ],
      told,
    );
  paper.table(
    part,
    [
      { head: 'Otrygga platser', share: 0.4, cell: ({ time }) => TIMES[time] },
      { head: 'Förslag', share: 0.2, numeric: true, cell: ({ proposals }) => figure(proposals) },
    ],
    picture.darkTimes,
  );
}

function drawThemes(paper: Paper, { picture }: OutsidePicture): void {
  const part = paper.section('Vad det handlar om');
  const shown = picture.themes.filter(({ proposals }) => proposals !== null);
  if (shown.length === 0) {
    paper.write(part, 'P', 'Talen är för små för att visas.');
    return;
  }
  paper.table(
    part,
    [
      { head: 'Vad', share: 0.4, cell: wordOf },
      { head: 'Slag', share: 0.3, cell: ({ kind }) => KINDS[kind] },
      { head: 'Förslag', share: 0.2, numeric: true, cell: ({ proposals }) => figure(proposals) },
    ],
    shown,
  );
  if (shown.length < picture.themes.length)
    paper.write(
      part,
      'P',
      'Det som färre än fem förslag eller personer nämner är inte med, och inte heller det som de går att räkna ut från.',
      { color: soft, size: 9.5 },
    );
}

function drawLocalities(paper: Paper, { picture }: OutsidePicture): void {
  const part = paper.section('Ort för ort');
  const { localities, perThousand } = picture;
  const unheard = localities.filter(({ verdict }) => verdict === 'hardly' || verdict === 'nobody');
  if (unheard.length > 0) {
    paper.write(part, 'P', `Hörs knappt: ${unheard.map(({ name }) => name).join(' · ')}`, {
      bold: true,
      size: 11,
    });
    paper.write(part, 'P', 'Att få hör av sig betyder inte att det är lugnt där.');
  }
  if (perThousand !== null)
    paper.write(part, 'P', `Hela kommunen: ${number(perThousand)} personer per 1 000 invånare.`);
  paper.table(
    part,
    [
      { head: 'Ort', share: 0.2, cell: ({ name }) => name },
      {
        head: 'Invånare',
        share: 0.1,
        numeric: true,
        cell: ({ population }) => (population === null ? 'okänt' : number(population)),
      },
      { head: 'Personer', share: 0.1, numeric: true, cell: ({ people }) => figure(people) },
      {
        head: 'Per 1 000 invånare',
        share: 0.19,
        numeric: true,
        cell: ({ perThousand: per }) =>
          per ? `${number(per.value)} (${number(per.low)}–${number(per.high)})` : '',
      },
      {
        head: 'Hur orten hörs',
        share: 0.17,
        numeric: true,
        cell: ({ verdict }) => (verdict ? HEARD[verdict] : ''),
      },
      { head: 'Insatser', share: 0.12, numeric: true, cell: ({ activities }) => number(activities) },
      { head: 'Åtgärder', share: 0.12, numeric: true, cell: ({ measures }) => number(measures) },
    ],
    localities,
  );
}

function drawDone(paper: Paper, { picture }: OutsidePicture): void {
  const part = paper.section('Vad som har gjorts');
  const { commitments, measures, alternatives, answers } = picture.done;
  paper.write(part, 'P', 'Bara det som är offentligt. Inget som är planerat.');
  const made = commitments.filter(({ activities }) => activities > 0);
  if (made.length > 0)
    paper.table(
      part,
      [
        { head: 'Åtagande', share: 0.6, cell: ({ title }) => title },
        { head: 'Insatser', share: 0.16, numeric: true, cell: ({ activities }) => number(activities) },
        { head: 'Räknas in i löftet', share: 0.24, numeric: true, cell: ({ counting }) => number(counting) },
      ],
      made,
    );
  const others = [
    ...measures.map(({ kind, count }) => ({ what: MEASURES[kind], count })),
    ...alternatives.map(({ kind, count }) => ({ what: ALTERNATIVES[kind], count })),
  ];
  if (others.length > 0)
    paper.table(
      part,
      [
        { head: 'Andra åtgärder', share: 0.6, cell: ({ what }) => what },
        { head: 'Antal', share: 0.16, numeric: true, cell: ({ count }) => number(count) },
      ],
      others,
    );
  paper.write(
    part,
    'P',
    `Svar som gavs: ${figure(answers.given)}. I tid: ${figure(answers.inTime)}. Periodens förslag som väntar: ${figure(answers.waiting)}.`,
  );
}
