import { MEASUREMENT_LIMITS } from '@lofteskartan/shared/measurements';
import { dividerOf } from '../../platform/csv/read-rows.js';

/** What a column of a device's file says. */
export type ColumnMeaning =
  'moment' | 'date' | 'time' | 'from' | 'to' | 'speed' | 'direction' | 'count' | 'mean' | 'percentile';

/** A column that counts passages in a band of speed: as it is written, km/h. */
export interface BandColumn {
  readonly index: number;
  readonly from: number;
  /** Null when it is open upwards. */
  readonly to: number | null;
}

/** What the heads of a file say. */
export interface Heads {
  readonly at: ReadonlyMap<ColumnMeaning, number>;
  readonly bands: readonly BandColumn[];
  /** As they are written. */
  readonly ignored: readonly string[];
}

/** What devices and people call the columns, in Swedish, English and, since many devices are from there, German. */
const names: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  moment: [
    'tidpunkt',
    'tidsstämpel',
    'datum och tid',
    'datum tid',
    'datumtid',
    'timestamp',
    'time stamp',
    'datetime',
    'date time',
    'date and time',
    'zeitstempel',
    'datum zeit',
    'datum uhrzeit',
  ],
  date: ['datum', 'dag', 'date', 'day'],
  time: ['tid', 'klockan', 'klockslag', 'kl', 'time', 'uhrzeit', 'zeit'],
  from: ['från', 'start', 'starttid', 'from', 'start time', 'interval start', 'begin', 'von', 'beginn'],
  to: ['till', 'slut', 'sluttid', 'to', 'end', 'stop', 'end time', 'interval end', 'bis', 'ende'],
  speed: [
    'hastighet',
    'fart',
    'ingångshastighet',
    'hastighet in',
    'speed',
    'vehicle speed',
    'speed in',
    'entry speed',
    'velocity',
    'v',
    'km h',
    'kmh',
    'geschwindigkeit',
  ],
  direction: ['riktning', 'körriktning', 'direction', 'dir', 'richtung', 'fahrtrichtung'],
  count: [
    'antal',
    'antal fordon',
    'antal passager',
    'fordon',
    'passager',
    'count',
    'vehicles',
    'vehicle count',
    'number of vehicles',
    'volume',
    'passages',
    'total',
    'totalt',
    'anzahl',
    'fahrzeuge',
  ],
  mean: [
    'medel',
    'medelhastighet',
    'medelfart',
    'snitt',
    'snitthastighet',
    'snittfart',
    'mean',
    'mean speed',
    'average',
    'average speed',
    'avg',
    'avg speed',
    'vavg',
    'v avg',
    'vm',
    'vd',
    'durchschnitt',
  ],
  percentile: [
    '85',
    '85 percentil',
    '85 percentilen',
    '85 percentile',
    '85th percentile',
    '85th',
    'p85',
    'v85',
    'v 85',
    'percentil 85',
  ],
};

const meanings = new Map(
  Object.entries(names).flatMap(([meaning, said]) =>
    said.map((name) => [name, meaning as ColumnMeaning] as const),
  ),
);

/** A head as it is compared: small letters, without units and signs. */
const plain = (head: string): string =>
  head
    .normalize('NFC')
    .toLowerCase()
    .replace(/[([].*?[)\]]/g, ' ')
    .replace(/(?<=\S)\s*(km\/h|kmh|kph|km\/tim)\s*$/u, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** What a head says of a band of speed: "30-40", "41–50 km/h", "<30", "80+", ">80", "över 80"; null when it is none. */
export function bandOf(head: string): Omit<BandColumn, 'index'> | null {
  const said = head
    .toLowerCase()
    .replace(/km\/h|kmh|km\/tim|kph/g, '')
    .replace(/[[\]()]/g, '')
    .trim();
  const both = /^(\d{1,3})\s*(?:-|–|—|till|to|\.\.)\s*<?(\d{1,3})$/.exec(said);
  if (both) {
    const [from, to] = [Number(both[1]), Number(both[2])];
    return from < to ? { from, to } : null;
  }
  const below = /^(?:<|<=|≤|under|below|-)\s*(\d{1,3})$/.exec(said);
  if (below) return { from: 0, to: Number(below[1]) };
  const above =
    /^(?:>|>=|≥|över|over|above)\s*(\d{1,3})$/.exec(said) ?? /^(\d{1,3})\s*(?:\+|-|–|<)$/.exec(said);
  return above ? { from: Number(above[1]), to: null } : null;
}

/** Columns that tell a day. */
const DAYS = ['moment', 'date', 'from'] as const;

/** What a row of heads says. A meaning belongs to the first column that has it. */
export function headsOf(row: readonly string[]): Heads {
  const at = new Map<ColumnMeaning, number>();
  const bands: BandColumn[] = [];
  const ignored: string[] = [];
  for (const [index, head] of row.entries()) {
    const band = bandOf(head);
    const meaning = meanings.get(plain(head));
    if (band) bands.push({ index, ...band });
    else if (meaning && !at.has(meaning)) at.set(meaning, index);
    else if (head.trim() !== '') ignored.push(head.trim());
  }
  const time = at.get('time');
  if (time !== undefined && !DAYS.some((meaning) => at.has(meaning))) {
    // "Tid" without a day beside it holds the day as well.
    at.delete('time');
    at.set('moment', time);
  }
  const inOrder = closed(bands);
  if (!overlap(inOrder)) return { at, bands: inOrder, ignored };
  // ">50, >60, >70": who drove at 75 is counted in each. They are no bands, and nothing can be reckoned from them as if they were.
  return { at, bands: [], ignored: [...ignored, ...bands.map(({ index }) => (row[index] ?? '').trim())] };
}

/** Whether a speed belongs to several of the bands, which are in order. */
const overlap = (bands: readonly BandColumn[]): boolean =>
  bands.slice(1).some(({ from }, index) => from < (bands[index]?.to ?? Infinity));

/** Bands in order. "31-40, 41-50" are written with whole numbers: the first of them reaches to where the next begins. */
function closed(bands: readonly BandColumn[]): BandColumn[] {
  const sorted = [...bands].sort((one, other) => one.from - other.from);
  return sorted.map((band, index) => {
    const next = sorted[index + 1];
    return band.to !== null && next?.from === band.to + 1 ? { ...band, to: next.from } : band;
  });
}

/** Whether heads tell of passages, of intervals, or of neither. */
export function formOf({ at, bands }: Heads): 'passages' | 'intervals' | null {
  const timed = DAYS.some((meaning) => at.has(meaning));
  if (timed && at.has('speed')) return 'passages';
  // One band alone, without how many there were in all, says nothing of the others.
  const counted = at.has('count') ? at.has('mean') || bands.length > 0 : bands.length > 1;
  return timed && counted ? 'intervals' : null;
}

/** In how many first lines the heads may stand: devices write of themselves above them. */
const preambleLines = 40;

/** Whether one of the lines among which the heads stand has more columns than a device writes. */
export function isTooWide(lines: readonly string[]): boolean {
  const columns = (line: string): number => line.split(dividerOf(line)).length;
  return lines.slice(0, preambleLines).some((line) => columns(line) > MEASUREMENT_LIMITS.columns);
}

/**
 * Where the heads stand among the lines of a file: the first line that tells of speeds. Null when none does.
 * @returns the line, counted from 0
 */
export function headLine(lines: readonly string[]): number | null {
  const found = lines.slice(0, preambleLines).findIndex((line) => {
    const cells = line.split(dividerOf(line)).map((cell) => cell.replace(/^[\s"]+|[\s"]+$/g, ''));
    return formOf(headsOf(cells)) !== null;
  });
  return found < 0 ? null : found;
}
