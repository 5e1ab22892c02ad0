import { MEASUREMENT_LIMITS, type MeasurementForm } from '@lofteskartan/shared/measurements';
import { readRows } from '../../platform/csv/read-rows.js';
import type { FieldCode } from '../../platform/problem/codes.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';
import {
  dayReader,
  HOUR_SECONDS,
  isPlausible,
  readCount,
  readMoment,
  readNumber,
  type WallSeconds,
} from './measurement-cells.rules.js';
import {
  type ColumnMeaning,
  formOf,
  headLine,
  type Heads,
  headsOf,
  isTooWide,
} from './measurement-heads.rules.js';
import {
  type Figures,
  figuresOfIntervals,
  figuresOfPassages,
  holdAll,
  type Interval,
  type Passage,
} from './speed-figures.rules.js';

/** A line that was not understood, and why. */
export interface LineFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly code: FieldCode;
}

/** What was read of a file. */
export interface MeasurementFile {
  readonly form: MeasurementForm;
  readonly accepted: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly otherDirection: number;
  readonly ignoredColumns: readonly string[];
  readonly faults: readonly LineFault[];
  readonly directions: readonly { readonly direction: string; readonly lines: number }[];
  readonly figures: Figures | null;
}

/** What is known when a file is read. */
export interface ReadingContext {
  readonly limit: number | null;
  readonly onlyDirection: string | null;
  readonly now: Date;
}

/** A line’s cells by what they mean. */
interface Line {
  readonly number: number;
  readonly cell: (meaning: ColumnMeaning) => string;
  readonly column: (meaning: ColumnMeaning) => string;
  readonly cells: readonly string[];
}

type Read<T> =
  { readonly read: T } | { readonly fault: Omit<LineFault, 'line'> } | { readonly leftOut: true };

/** What devices write of directions is short and of few kinds; a column of anything else is nothing that we tell. */
const directionsTold = 6;

/** Reads a file of passages or of intervals, or says why it cannot be read at all. */
export function readMeasurement(
  file: string,
  context: ReadingContext,
): MeasurementFile | { readonly fault: FieldFault } {
  const fault = (code: FieldCode, params?: FieldFault['params']): { fault: FieldFault } => ({
    fault: { field: 'file', code, ...(params ? { params } : {}) },
  });
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const top = text.split('\n', 60);
  if (isTooWide(top)) return fault('tooManyColumns', { max: MEASUREMENT_LIMITS.columns });
  const above = headLine(top);
  if (above === null) return fault('noSpeedColumns');
  const rows = readRows(text.split('\n').slice(above).join('\n'));
  if (!rows) return fault('notCsv');
  const [heads = [], ...body] = rows;
  const known = headsOf(heads);
  const form = formOf(known);
  if (form === null) return fault('noSpeedColumns');
  if (known.bands.length > MEASUREMENT_LIMITS.bands)
    return fault('tooManyBands', { max: MEASUREMENT_LIMITS.bands });
  const lines = body
    .map((cells, index) => lineOf(cells, above + index + 2, known, heads))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (lines.length === 0) return fault('required');
  const max = MEASUREMENT_LIMITS.lines;
  if (lines.length > max) return fault('tooManyLines', { max });
  const directions = directionsIn(lines);
  const wanted = lines.filter(
    ({ cell }) => context.onlyDirection === null || cell('direction') === context.onlyDirection,
  );
  const read = form === 'passages' ? readPassages(wanted, context) : readIntervals(wanted, known, context);
  const { figures } = read;
  const days = MEASUREMENT_LIMITS.days;
  if (figures && figures.to - figures.from > days * 24 * HOUR_SECONDS)
    return fault('periodTooLong', { days });
  return {
    ...read,
    form,
    ignoredColumns: known.ignored,
    otherDirection: lines.length - wanted.length,
    directions,
  };
}

function lineOf(cells: readonly string[], number: number, { at }: Heads, heads: readonly string[]): Line {
  const of = (from: readonly string[]) => (meaning: ColumnMeaning) => from[at.get(meaning) ?? -1] ?? '';
  return { number, cells, cell: of(cells), column: of(heads) };
}

/** The directions that the file names, the most frequent first; none where a column of that name says something else. */
function directionsIn(lines: readonly Line[]): MeasurementFile['directions'] {
  const counts = new Map<string, number>();
  for (const { cell } of lines) {
    const direction = cell('direction');
    if (direction !== '') counts.set(direction, (counts.get(direction) ?? 0) + 1);
    if (counts.size > directionsTold || direction.length > MEASUREMENT_LIMITS.directionCharacters) return [];
  }
  return [...counts]
    .map(([direction, count]) => ({ direction, lines: count }))
    .sort((one, other) => other.lines - one.lines);
}

function readPassages(lines: readonly Line[], { limit, now }: ReadingContext) {
  const dayOf = dayReader();
  const { read, ...told } = sorted(lines, (line): Read<Passage> => {
    const when = startOf(line, now, dayOf);
    if ('fault' in when) return when;
    const value = line.cell('speed');
    const speed = readNumber(value);
    if (speed === null)
      return {
        fault: { column: line.column('speed'), value, code: value === '' ? 'required' : 'notANumber' },
      };
    return isPlausible(speed) ? { read: { at: when.at, speed } } : { leftOut: true };
  });
  return { ...told, figures: figuresOfPassages(read, limit) };
}

function readIntervals(lines: readonly Line[], { at, bands }: Heads, { limit, now }: ReadingContext) {
  const dayOf = dayReader();
  const { read, ...told } = sorted(lines, (line): Read<Omit<Interval, 'to'> & { to: WallSeconds | null }> => {
    const when = startOf(line, now, dayOf);
    if ('fault' in when) return when;
    const inBands: number[] = [];
    for (const { index } of bands) {
      const value = line.cells[index] ?? '';
      const count = value === '' ? 0 : readCount(value);
      if (count === null) return { fault: { column: '', value, code: 'notANumber' } };
      inBands.push(count);
    }
    const told = line.cell('count');
    const passages = at.has('count') ? readCount(told) : inBands.reduce((all, each) => all + each, 0);
    if (passages === null)
      return { fault: { column: line.column('count'), value: told, code: 'notANumber' } };
    const value = line.cell('mean');
    const mean = value === '' ? null : readNumber(value);
    if (value !== '' && mean === null)
      return { fault: { column: line.column('mean'), value, code: 'notANumber' } };
    if (passages > 0 && mean !== null && !isPlausible(mean)) return { leftOut: true };
    if (passages > 0 && mean === null && !holdAll({ passages, inBands }))
      return { fault: { column: line.column('mean'), value, code: 'required' } };
    const p85 = readNumber(line.cell('percentile'));
    const plausible = p85 !== null && isPlausible(p85) ? p85 : null;
    return { read: { from: when.at, to: endOf(line, when.at), passages, mean, p85: plausible, inBands } };
  });
  const step = stepOf(read.map(({ from }) => from));
  const intervals = read.map((each) => ({ ...each, to: each.to ?? each.from + step }));
  return { ...told, figures: figuresOfIntervals(intervals, bands, limit) };
}

/** Reads each line; what is not understood is told for the first of them, and counted. */
function sorted<T>(lines: readonly Line[], read: (line: Line) => Read<T>) {
  const taken: T[] = [];
  const faults: LineFault[] = [];
  let [refused, leftOut] = [0, 0];
  for (const line of lines) {
    const result = read(line);
    if ('read' in result) taken.push(result.read);
    else if ('leftOut' in result) leftOut += 1;
    else {
      refused += 1;
      if (faults.length < MEASUREMENT_LIMITS.faultsTold)
        faults.push({ line: line.number, ...result.fault, value: result.fault.value.slice(0, 40) });
    }
  }
  return { read: taken, accepted: taken.length, refused, leftOut, faults };
}

/** When a line’s passage was, or its interval began. */
function startOf(
  line: Line,
  now: Date,
  dayOf: ReturnType<typeof dayReader>,
): { at: WallSeconds } | { fault: Omit<LineFault, 'line'> } {
  const { cell, column } = line;
  const day = (['moment', 'date', 'from'] as const).find((meaning) => column(meaning) !== '') ?? 'moment';
  const time = day === 'date' ? cell('time') || cell('from') : day === 'from' ? '' : cell('time');
  const at = readMoment(cell(day), time, dayOf);
  const told = { column: column(day), value: `${cell(day)} ${time}`.trim() };
  if (at === null) return { fault: { ...told, code: told.value === '' ? 'required' : 'notAWallTime' } };
  // A wall in Sweden is at most two hours ahead of UTC.
  const isAhead = at * 1000 > now.getTime() + 2 * HOUR_SECONDS * 1000;
  return isAhead ? { fault: { ...told, code: 'inTheFuture' } } : { at };
}

/** When an interval ended, where the file says; a time of day alone is that of the same day or the night after. */
function endOf({ cell }: Line, from: WallSeconds): WallSeconds | null {
  const told = cell('to');
  if (told === '') return null;
  const whole = readMoment(told);
  if (whole !== null) return whole > from ? whole : null;
  const day = new Date(from * 1000).toISOString().slice(0, 10);
  const end = readMoment(day, told);
  if (end === null) return null;
  return end > from ? end : end + 24 * HOUR_SECONDS;
}

/** How long intervals are whose end is not told: the shortest way from one to the next, an hour when there is one alone. */
function stepOf(starts: readonly WallSeconds[]): number {
  const inOrder = [...new Set(starts)].sort((one, other) => one - other);
  const gaps = inOrder.slice(1).map((start, index) => start - (inOrder[index] ?? start));
  return gaps.reduce((least, gap) => Math.min(least, gap), gaps[0] ?? HOUR_SECONDS);
}
