import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import {
  OCCURRENCE_STATES,
  WHEEL_EVENTS,
  WHEEL_KINDS,
  WHEEL_LIMITS,
  WHEEL_UNITS,
  type OccurrenceState,
  type WheelEventType,
  type WheelKind,
  type WheelUnit,
} from '../yearly-wheel.js';
import { DATE_PATTERN } from './activities.js';
import { NamedChoice } from './inventory.js';

/** What is kept of something that recurs. */
export class WheelItemInput {
  @IsIn(WHEEL_KINDS)
  kind: WheelKind;

  @Describe('What is done, in a few words.', { example: 'Klippning och röjning vid gångtunnlarna' })
  @IsString()
  @IsNotBlank()
  @MaxLength(WHEEL_LIMITS.titleCharacters)
  title: string;

  @IsIn(WHEEL_UNITS)
  unit: WheelUnit;

  @Describe('The months (1–12) or weeks (1–53) in which it is due: an occurrence in each.', {
    example: [5, 8],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(53)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(53, { each: true })
  due: number[];

  @Describe('1 for every year, 2 for every other one, counted from the first year that has an occurrence.')
  @IsInt()
  @Min(1)
  @Max(WHEEL_LIMITS.everyYears)
  everyYears: number;

  @Describe('What ended before this day is no occurrence.', { format: 'date', example: '2027-01-01' })
  @Matches(DATE_PATTERN)
  startsOn: string;

  @Describe('What begins after this day is none either; null while it goes on.', { format: 'date' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  endsOn?: string | null;

  @Describe('Who does it: a body of the municipality’s register.')
  @IsOptional()
  @IsUUID()
  bodyId?: string | null;

  @Describe('References of the places that it covers; none for the whole municipality.')
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(WHEEL_LIMITS.places)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  places: string[];

  @Describe('For staff alone.')
  @IsOptional()
  @IsString()
  @MaxLength(WHEEL_LIMITS.noteCharacters)
  note?: string | null;
}

@DescribeClass('Something new that recurs.')
export class CreateWheelItem extends WheelItemInput {
  @Describe('The municipality’s slug.', { example: 'ale' })
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('Something that recurs, as it is to be kept.')
export class SaveWheelItem extends WheelItemInput {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('An occurrence that is done.')
export class ReportOccurrence {
  @Describe('The year of the occurrence.')
  @IsInt()
  @Min(WHEEL_LIMITS.firstYear)
  @Max(WHEEL_LIMITS.lastYear)
  year: number;

  @Describe('Its month or week.')
  @IsInt()
  @Min(1)
  @Max(53)
  number: number;

  @Describe('The day on which it was done.', { format: 'date', example: '2027-05-20' })
  @Matches(DATE_PATTERN)
  doneOn: string;

  @Describe('How it went. Everyone reads it where it becomes a measure of a public place.')
  @IsOptional()
  @IsString()
  @MaxLength(WHEEL_LIMITS.noteCharacters)
  note?: string | null;

  @Describe(
    'Whether it becomes a measure that is done at each of the places; counts for no commitment by itself.',
  )
  @IsBoolean()
  asMeasures: boolean;
}

@DescribeClass(
  'An occurrence that was reported as done, and was not. What became measures of it is withdrawn: nobody sees or counts those any more.',
)
export class UndoOccurrence {
  @IsInt()
  @Min(WHEEL_LIMITS.firstYear)
  @Max(WHEEL_LIMITS.lastYear)
  year: number;

  @IsInt()
  @Min(1)
  @Max(53)
  number: number;

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('Something that is due once in a year.')
export class WheelOccurrence {
  @IsInt()
  year: number;

  @Describe('The month or the week.')
  @IsInt()
  number: number;

  @Describe('The month in which it stands in the wheel, 1–12.')
  @IsInt()
  month: number;

  @Describe('The first day.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('The last day.', { format: 'date' })
  @IsString()
  to: string;

  @IsIn(OCCURRENCE_STATES)
  state: OccurrenceState;

  @Describe('The day on which it was done.', { format: 'date' })
  @Nullable()
  @IsString()
  doneOn: string | null;

  @Describe('How it went.')
  @Nullable()
  @IsString()
  note: string | null;
}

@DescribeClass('A place that is covered.')
export class WheelPlace {
  @IsString()
  reference: string;

  @IsString()
  name: string;
}

@DescribeClass('Something that happened to what recurs.')
export class WheelEvent {
  @IsISO8601()
  at: string;

  @IsIn(WHEEL_EVENTS)
  type: WheelEventType;

  @Nullable()
  @IsString()
  actor: string | null;

  @Describe('What it was about; its shape follows from the type.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  changes: object | null;
}

@DescribeClass('Something that recurs, with its occurrences in a year.')
export class WheelItem {
  @IsUUID()
  id: string;

  @IsInt()
  version: number;

  @IsIn(WHEEL_KINDS)
  kind: WheelKind;

  @IsString()
  title: string;

  @IsIn(WHEEL_UNITS)
  unit: WheelUnit;

  @IsArray()
  @IsInt({ each: true })
  due: number[];

  @IsInt()
  everyYears: number;

  @Describe('What ended before this day is no occurrence.', { format: 'date' })
  @IsString()
  startsOn: string;

  @Describe('What begins after this day is none either.', { format: 'date' })
  @Nullable()
  @IsString()
  endsOn: string | null;

  @Nullable()
  @IsUUID()
  bodyId: string | null;

  @Describe('Who does it.')
  @Nullable()
  @IsString()
  body: string | null;

  @Describe('The places that it covers, merged ones by the one that shows them.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WheelPlace)
  places: WheelPlace[];

  @Nullable()
  @IsString()
  note: string | null;

  @Describe('Those of the year that was asked for, in turn.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WheelOccurrence)
  occurrences: WheelOccurrence[];

  @Describe('The latest, the newest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WheelEvent)
  events: WheelEvent[];
}

@DescribeClass('An occurrence that is late, of this year or the last.')
export class LateOccurrence extends WheelOccurrence {
  @IsUUID()
  itemId: string;

  @IsString()
  title: string;

  @IsIn(WHEEL_UNITS)
  unit: WheelUnit;
}

@DescribeClass('What recurs in the care of a municipality’s places during a year.')
export class YearlyWheel {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsInt()
  year: number;

  @Describe('Today in Sweden.', { format: 'date' })
  @IsString()
  today: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WheelItem)
  items: WheelItem[];

  @Describe('What is late now, whichever year is looked at; the oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LateOccurrence)
  late: LateOccurrence[];

  @Describe('Bodies of the register.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedChoice)
  bodies: NamedChoice[];

  @Describe('Places that something can cover.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WheelPlace)
  choices: WheelPlace[];

  @Describe('Whether this person may change it.')
  @IsBoolean()
  mayChange: boolean;
}

/** Whose wheel, of which year. */
export class WheelQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('The year; this one when it is not said.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(WHEEL_LIMITS.firstYear)
  @Max(WHEEL_LIMITS.lastYear)
  year?: number;
}
