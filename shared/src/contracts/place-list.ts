import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { LISTED_TYPES, type ListedType } from '../vocabulary.js';
import { TOWN_LIMITS } from './town-limits.js';

/** What can be wrong with one line of a file; the last one hinders nothing. */
export const PLACE_FAULTS = [
  'no-type',
  'unknown-type',
  'is-locality',
  'no-name',
  'long-name',
  'no-position',
  'not-a-number',
  'not-positions',
  'swapped',
  'sweref',
  'outside-sweden',
  'wrong-geometry',
  'several-parts',
  'too-few-points',
  'too-many-points',
  'unknown-locality',
  'repeated',
  'ambiguous',
  'outside-municipality',
] as const;
export type PlaceFaultCode = (typeof PLACE_FAULTS)[number];

/** Why a file as a whole cannot be read. */
export const PLACE_FILE_FAULTS = [
  'empty',
  'not-json',
  'not-geojson',
  'not-csv',
  'missing-columns',
  'too-many-lines',
] as const;
export type PlaceFileFaultCode = (typeof PLACE_FILE_FAULTS)[number];

@DescribeClass('A road, school or station of the place list, as its administrators see it.')
export class TownPlace {
  @IsUUID()
  id: string;

  @IsIn(LISTED_TYPES)
  type: ListedType;

  @IsString()
  name: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @IsPosition()
  position: Position;

  @Describe('Whether a road’s course is known, not its position alone.')
  @IsBoolean()
  hasCourse: boolean;

  @Describe('Whether it is more than 300 m outside the outline.')
  @IsBoolean()
  outside: boolean;
}

@DescribeClass('The place list of a municipality, in the order of its names.')
export class TownPlacePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TownPlace)
  items: TownPlace[];

  @Nullable()
  @IsString()
  nextCursor: string | null;

  @Describe('The municipality’s version; comes back with each change.')
  @IsInt()
  version: number;
}

@DescribeClass('A place as it should be from now on.')
export class PutPlace {
  @Describe('The version of the municipality that was read.')
  @IsInt()
  version: number;

  @IsIn(LISTED_TYPES)
  type: ListedType;

  @IsString()
  @IsNotBlank()
  @MaxLength(80)
  name: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  @MaxLength(60)
  locality: string | null;

  @IsPosition()
  position: Position;

  @Describe(
    'A road’s course: the text of a GeoJSON file with one line. The course stays when it is left out.',
  )
  @IsOptional()
  @IsString()
  @MaxLength(TOWN_LIMITS.fileCharacters)
  course?: string;

  @Describe('Takes the course away.')
  @IsOptional()
  @IsBoolean()
  withoutCourse?: boolean;
}

@DescribeClass('A file with places.')
export class PlaceFile {
  @Describe(
    'Its text: a GeoJSON FeatureCollection whose features have `type` and `name`, or CSV with the columns typ, namn, ort, lng, lat.',
  )
  @IsString()
  @MaxLength(TOWN_LIMITS.fileCharacters)
  text: string;
}

@DescribeClass('A file whose places are to be saved.')
export class ImportPlaces extends PlaceFile {
  @Describe('The version of the municipality that was read.')
  @IsInt()
  version: number;

  @Describe('Whether places that the file does not name are removed. Localities stay.')
  @IsBoolean()
  removeOthers: boolean;
}

@DescribeClass(
  'One thing that is wrong with a line, or worth knowing: in which column, and what stands there.',
)
export class PlaceFault {
  @IsIn(PLACE_FAULTS)
  code: PlaceFaultCode;

  @Describe('The column or property, as the file calls it; empty when the whole line is meant.')
  @IsString()
  column: string;

  @IsString()
  value: string;
}

@DescribeClass('Why a file as a whole cannot be read.')
export class PlaceFileFault {
  @IsIn(PLACE_FILE_FAULTS)
  code: PlaceFileFaultCode;

  @Describe('The line, where it is known.')
  @Nullable()
  @IsInt()
  line: number | null;

  @Describe('What was found or is missing.')
  @IsString()
  found: string;
}

export const PLACE_LINE_STATES = ['added', 'changed', 'same', 'refused'] as const;
export type PlaceLineState = (typeof PLACE_LINE_STATES)[number];

@DescribeClass('A line of a file, and what becomes of it.')
export class PlaceLine {
  @Describe('The line of a CSV file, its heads being line 1; or the feature, counted from 1.')
  @IsInt()
  line: number;

  @IsIn(PLACE_LINE_STATES)
  state: PlaceLineState;

  @Nullable()
  @IsIn(LISTED_TYPES)
  type: ListedType | null;

  @IsString()
  name: string;

  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('Whether the file gives the course.')
  @IsBoolean()
  hasCourse: boolean;

  @Describe('What was different in the list, when the line changes it.')
  @IsIn(['name', 'locality', 'position', 'course'], { each: true })
  changes: PlaceChange[];

  @Describe('Why it is refused.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceFault)
  faults: PlaceFault[];

  @Describe('What is worth knowing; hinders nothing.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceFault)
  remarks: PlaceFault[];
}

export type PlaceChange = 'name' | 'locality' | 'position' | 'course';

@DescribeClass('A place of the list that the file does not name.')
export class UnnamedPlace {
  @IsIn(LISTED_TYPES)
  type: ListedType;

  @IsString()
  name: string;
}

@DescribeClass('What a file with places would do, or did.')
export class PlaceReport {
  @Describe('Why the file cannot be read; there are no lines then.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceFileFault)
  faults: PlaceFileFault[];

  @IsInt()
  added: number;

  @IsInt()
  changed: number;

  @IsInt()
  same: number;

  @IsInt()
  refused: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceLine)
  lines: PlaceLine[];

  @Describe('Places that the file does not name: removed if that is asked for.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UnnamedPlace)
  others: UnnamedPlace[];
}
