import type { LightPoint } from '@lofteskartan/shared/contracts/lighting';
import {
  INVENTORY_LIMITS,
  LIGHTING_COLUMNS,
  LIGHTING_LINES_MAX,
  type LightingColumn,
  type LightKind,
} from '@lofteskartan/shared/inventory';
import { isPosition, type Position } from '@lofteskartan/shared/position';
import { HOUR_BAND_PATTERN, LIMITS } from '@lofteskartan/shared/vocabulary';
import { readRows } from '../../platform/csv/read-rows.js';
import { isIsoDate } from '../../platform/dates.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';

/** A line of the file by its columns; what is not there is empty. */
export interface LightingRow {
  readonly line: number;
  readonly cells: Readonly<Record<LightingColumn, string>>;
}

/** A line that is wrong: each fault by its column. */
type Faulty = { readonly faults: readonly (FieldFault & { readonly field: LightingColumn })[] };

const needed: readonly LightingColumn[] = ['typ', 'nummer', 'latitud', 'longitud'];
const kinds: Readonly<Record<string, LightKind>> = {
  släckt: 'dimmed',
  dämpad: 'dimmed',
  dimmed: 'dimmed',
  planerad: 'planned',
  planned: 'planned',
};

/** The lines of a file, CSV or GeoJSON, or why it cannot be read. */
export function readLighting(
  file: string,
): { readonly rows: LightingRow[] } | { readonly fault: FieldFault } {
  const rows = file.trimStart().startsWith('{') ? fromGeoJson(file) : fromCsv(file);
  if ('fault' in rows) return rows;
  if (rows.rows.length === 0) return { fault: { field: 'file', code: 'required' } };
  const max = LIGHTING_LINES_MAX;
  return rows.rows.length > max ? { fault: { field: 'file', code: 'tooManyLines', params: { max } } } : rows;
}

function fromCsv(file: string): ReturnType<typeof readLighting> {
  const rows = readRows(file);
  if (!rows) return { fault: { field: 'file', code: 'notCsv' } };
  const heads = (rows[0] ?? []).map((head) => head.toLowerCase().trim());
  const known: readonly string[] = LIGHTING_COLUMNS;
  const unknown = heads.filter((head) => head !== '' && !known.includes(head));
  if (unknown.length > 0)
    return { fault: { field: 'file', code: 'unknownColumns', params: { columns: unknown.join(', ') } } };
  const missing = needed.filter((name) => !heads.includes(name));
  if (missing.length > 0)
    return { fault: { field: 'file', code: 'missingColumns', params: { columns: missing.join(', ') } } };
  const lines = rows.slice(1).map((row, index) => ({
    line: index + 2,
    cells: cellsOf((name) => row[heads.indexOf(name)]),
  }));
  return { rows: lines.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) };
}

interface Feature {
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

function fromGeoJson(file: string): ReturnType<typeof readLighting> {
  const features = featuresOf(file);
  if (!features) return { fault: { field: 'file', code: 'notGeoJson' } };
  return {
    rows: features.map(({ geometry, properties }, index) => {
      const [lng, lat] = Array.isArray(geometry?.coordinates) ? (geometry.coordinates as unknown[]) : [];
      const isPoint = geometry?.type === 'Point';
      return {
        line: index + 1,
        cells: cellsOf((name) => {
          if (name === 'longitud') return isPoint ? lng : '';
          if (name === 'latitud') return isPoint ? lat : '';
          return properties?.[name];
        }),
      };
    }),
  };
}

function featuresOf(file: string): Feature[] | null {
  try {
    const read = JSON.parse(file) as { type?: unknown; features?: unknown };
    const isCollection = read.type === 'FeatureCollection' && Array.isArray(read.features);
    if (!isCollection) return null;
    // What is no feature is a line without a word, so that the others keep their numbers.
    const isFeature = (each: unknown): each is Feature => typeof each === 'object' && each !== null;
    return (read.features as unknown[]).map((each) => (isFeature(each) ? each : {}));
  } catch {
    return null;
  }
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : '';

const cellsOf = (of: (name: LightingColumn) => unknown): Record<LightingColumn, string> =>
  Object.fromEntries(LIGHTING_COLUMNS.map((name) => [name, text(of(name))])) as Record<
    LightingColumn,
    string
  >;

const longest: Partial<Record<LightingColumn, number>> = {
  nummer: LIMITS.lampNumberCharacters,
  namn: INVENTORY_LIMITS.nameCharacters,
  text: INVENTORY_LIMITS.descriptionCharacters,
};

/** A lamp, or what is wrong with its line. Whether it lies in the municipality the database says. */
export function lightOf({ cells }: LightingRow): { readonly light: LightPoint } | Faulty {
  const faults: Faulty['faults'][number][] = [];
  const kind = kinds[cells.typ.toLowerCase()];
  if (!kind) faults.push({ field: 'typ', code: 'notOneOf', params: { allowed: ['släckt', 'planerad'] } });
  if (cells.nummer === '') faults.push({ field: 'nummer', code: 'required' });
  for (const [field, max] of Object.entries(longest) as [LightingColumn, number][])
    if (cells[field].length > max) faults.push({ field, code: 'tooLong', params: { max } });
  const position = positionOf(cells);
  if (!position) faults.push({ field: 'latitud', code: 'notANumber' });
  if (cells.tider !== '' && !HOUR_BAND_PATTERN.test(cells.tider))
    faults.push({ field: 'tider', code: 'malformed' });
  if (cells.datum !== '' && !isIsoDate(cells.datum)) faults.push({ field: 'datum', code: 'notADate' });
  if (faults.length > 0 || !kind || !position) return { faults };
  const { nummer: number, namn, tider, datum, text: words } = cells;
  return {
    light: {
      kind,
      number,
      name: namn || null,
      position,
      hours: tider || null,
      plannedOn: datum || null,
      text: words || null,
    },
  };
}

function positionOf({ latitud, longitud }: LightingRow['cells']): Position | null {
  if (latitud === '' || longitud === '') return null;
  const position = [Number(longitud.replace(',', '.')), Number(latitud.replace(',', '.'))];
  return isPosition(position) ? position : null;
}

/** Whether two lamps say the same. */
export const saysTheSame = (one: LightPoint, other: LightPoint): boolean =>
  one.kind === other.kind &&
  one.name === other.name &&
  one.hours === other.hours &&
  one.plannedOn === other.plannedOn &&
  one.text === other.text &&
  one.position.every((degrees, index) => Math.abs(degrees - (other.position[index] ?? NaN)) < 1e-6);
