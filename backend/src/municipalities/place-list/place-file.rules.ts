import type { PlaceFault, PlaceFaultCode, PlaceFileFault } from '@lofteskartan/shared/contracts/place-list';
import { TOWN_LIMITS } from '@lofteskartan/shared/contracts/town-limits';
import type { Position } from '@lofteskartan/shared/position';
import { LISTED_TYPES, type ListedType } from '@lofteskartan/shared/vocabulary';
import { readRows } from '../../platform/csv/read-rows.js';
import { placeFault, type RawFeature, readFeatures } from '../administration/geojson.rules.js';
import { courseOf, middleOf } from './course.rules.js';

/** A place as a line of a file says it; nothing of it has been held against the list. */
export interface ReadPlace {
  readonly line: number;
  readonly type: ListedType | null;
  readonly name: string;
  /** As it stands there: a name or a slug; empty when nothing does. */
  readonly locality: string;
  /** The column that it stands in. */
  readonly localityColumn: string;
  readonly position: Position | null;
  readonly course: Position[] | null;
  readonly faults: readonly PlaceFault[];
}

/** What a file holds, or why it cannot be read. */
export type ReadPlaces = { readonly places: ReadPlace[] } | { readonly faults: PlaceFileFault[] };

const longestName = 80;

/** What people and programs call the types. */
const typeWords: Readonly<Record<string, ListedType | 'locality'>> = {
  road: 'road',
  väg: 'road',
  vag: 'road',
  gata: 'road',
  school: 'school',
  skola: 'school',
  station: 'station',
  locality: 'locality',
  ort: 'locality',
};

type Column = 'typ' | 'namn' | 'ort' | 'lng' | 'lat';

/** What the columns and properties are called. */
const columnWords: Readonly<Record<string, Column>> = {
  typ: 'typ',
  type: 'typ',
  sort: 'typ',
  namn: 'namn',
  name: 'namn',
  ort: 'ort',
  locality: 'ort',
  lng: 'lng',
  lon: 'lng',
  long: 'lng',
  longitud: 'lng',
  longitude: 'lng',
  lat: 'lat',
  latitud: 'lat',
  latitude: 'lat',
};
const neededColumns: readonly Column[] = ['typ', 'namn', 'lng', 'lat'];

/** A fault of a line. */
export const lineFault = (code: PlaceFaultCode, column = '', value = ''): PlaceFault => ({
  code,
  column,
  value: value.slice(0, 120),
});

const fileFault = (
  code: PlaceFileFault['code'],
  found: string | number = '',
  line: number | null = null,
): PlaceFileFault => ({ code, line, found: String(found) });

/** Reads the places of a text: GeoJSON when it begins like JSON, else CSV. */
export function readPlaces(text: string): ReadPlaces {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') return { faults: [fileFault('empty')] };
  const read = /^[{[]/.test(bare) ? placesOfGeojson(text) : placesOfCsv(text);
  if ('faults' in read) return read;
  if (read.places.length === 0) return { faults: [fileFault('empty')] };
  return read.places.length > TOWN_LIMITS.places
    ? { faults: [fileFault('too-many-lines', read.places.length)] }
    : read;
}

function placesOfCsv(text: string): ReadPlaces {
  const rows = readRows(text);
  if (!rows) return { faults: [fileFault('not-csv')] };
  const heads = (rows[0] ?? []).map((head) => head.trim());
  const columns = heads.map((head) => columnWords[head.toLowerCase()]);
  const missing = neededColumns.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { faults: [fileFault('missing-columns', missing.join(', '))] };
  const places = rows.slice(1).flatMap((row, at) => {
    if (row.every((cell) => cell === '')) return [];
    const cell = (name: Column): Cell => {
      const index = columns.indexOf(name);
      return { column: heads[index] ?? name, text: row[index] ?? '' };
    };
    return [placeOf(at + 2, cell, positionOfCells(cell('lng'), cell('lat')), null)];
  });
  return { places };
}

function placesOfGeojson(text: string): ReadPlaces {
  const read = readFeatures(text);
  if ('faults' in read) {
    const [first] = read.faults;
    return { faults: [fileFault(first?.code === 'not-json' ? 'not-json' : 'not-geojson', '', first?.line)] };
  }
  return { places: read.features.map(placeOfFeature) };
}

function placeOfFeature(feature: RawFeature, at: number): ReadPlace {
  const cell = (name: Column): Cell => {
    const found = Object.keys(feature.properties).find((key) => columnWords[key.toLowerCase()] === name);
    const value = found === undefined ? '' : feature.properties[found];
    return {
      column: found ?? (name === 'typ' ? 'type' : name === 'namn' ? 'name' : 'locality'),
      text: typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '',
    };
  };
  if (feature.type === 'Point') {
    const [lng, lat] = (Array.isArray(feature.coordinates) ? feature.coordinates : []) as unknown[];
    const place =
      typeof lng === 'number' && typeof lat === 'number'
        ? checkedPosition(lng, lat, 'coordinates')
        : { fault: lineFault('not-positions', 'coordinates', JSON.stringify(feature.coordinates ?? null)) };
    return placeOf(at + 1, cell, place, null);
  }
  const course = courseOf(feature);
  const isRoad = typeWords[cell('typ').text.toLowerCase()] === 'road';
  if ('fault' in course || !isRoad) {
    const fault =
      'fault' in course
        ? lineFault(course.fault.code, 'geometry', course.fault.value)
        : lineFault('wrong-geometry', 'geometry', feature.type);
    return placeOf(at + 1, cell, { fault }, null);
  }
  return placeOf(at + 1, cell, { position: middleOf(course.course) }, course.course);
}

interface Cell {
  readonly column: string;
  readonly text: string;
}
type PositionRead = { readonly position: Position } | { readonly fault: PlaceFault };

function placeOf(
  line: number,
  cell: (name: Column) => Cell,
  where: PositionRead,
  course: Position[] | null,
): ReadPlace {
  const [typed, name, locality] = [cell('typ'), cell('namn'), cell('ort')];
  const word = typeWords[typed.text.toLowerCase()];
  const type = LISTED_TYPES.find((each) => each === word) ?? null;
  const faults = [
    ...(typed.text === '' ? [lineFault('no-type', typed.column)] : []),
    ...(word === 'locality' ? [lineFault('is-locality', typed.column, typed.text)] : []),
    ...(typed.text !== '' && !word ? [lineFault('unknown-type', typed.column, typed.text)] : []),
    ...(name.text === '' ? [lineFault('no-name', name.column)] : []),
    ...(name.text.length > longestName ? [lineFault('long-name', name.column, name.text)] : []),
    ...('fault' in where ? [where.fault] : []),
  ];
  return {
    line,
    type,
    name: name.text.replace(/\s+/g, ' '),
    locality: locality.text,
    localityColumn: locality.column,
    position: 'position' in where ? where.position : null,
    course,
    faults,
  };
}

function positionOfCells(lng: Cell, lat: Cell): PositionRead {
  const empty = [lng, lat].find(({ text }) => text === '');
  if (empty) return { fault: lineFault('no-position', empty.column) };
  const numbers: number[] = [];
  for (const { column, text } of [lng, lat]) {
    const bare = text.replace(/\s/g, '');
    if (!/^-?\d{1,8}([.,]\d{1,15})?$/.test(bare)) return { fault: lineFault('not-a-number', column, text) };
    numbers.push(Number(bare.replace(',', '.')));
  }
  const [east = 0, north = 0] = numbers;
  return checkedPosition(east, north, `${lng.column}, ${lat.column}`);
}

function checkedPosition(lng: number, lat: number, column: string): PositionRead {
  const code = placeFault(lng, lat);
  return code
    ? { fault: lineFault(code, column, `${lng}, ${lat}`) }
    : { position: [rounded(lng), rounded(lat)] };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
