import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Box, type Position } from '../position.js';
import { LIMITS, PLACE_TYPES, type PlaceType } from '../vocabulary.js';
import { OrganisationView } from './medborgarlofte.js';

const BOX_SCHEMA = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 };

@DescribeClass('A municipality in a list.')
export class MunicipalitySummary {
  @Describe('Name in addresses.', { example: 'ale' })
  @IsString()
  slug: string;

  @Describe('The official four-digit code.', { example: '1440' })
  @IsString()
  code: string;

  @IsString()
  name: string;

  @Describe('Its outline’s box: [west, south, east, north].', { schema: BOX_SCHEMA })
  @IsArray()
  bbox: Box;
}

@DescribeClass('The municipalities of this installation.')
export class MunicipalityPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MunicipalitySummary)
  items: MunicipalitySummary[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('A town or village (ort).')
export class Locality {
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @IsPosition()
  position: Position;

  @Nullable()
  @IsInt()
  population: number | null;
}

@DescribeClass('Addresses that the pages link to.')
export class MunicipalityLinks {
  @Describe('Citizen petitions (Aleförslag).')
  @Nullable()
  @IsString()
  petitions: string | null;

  @Describe('Where a plain fault, such as a broken lamp, is reported (felanmälan).')
  @Nullable()
  @IsString()
  faultReports: string | null;

  @Describe('The police’s number for what is not urgent.', { example: 'tel:11414' })
  @IsString()
  police: string;

  @Nullable()
  @IsString()
  website: string | null;
}

@DescribeClass('Whom to turn to, by role.')
export class ContactRole {
  @IsString()
  role: string;

  @Describe('How to reach them, such as a telephone number.')
  @IsString()
  how: string;
}

@DescribeClass('Where tiles come from; null when there are none.')
export class MapTiles {
  @Describe('Template with {z}, {x} and {y}.')
  @IsString()
  url: string;

  @Describe('Plain text that must stand on the map.')
  @IsString()
  attribution: string;

  @Describe('Where the attribution leads.')
  @Nullable()
  @IsString()
  attributionUrl: string | null;
}

@DescribeClass('How the map opens.')
export class MapSettings {
  @IsPosition()
  center: Position;

  @IsNumber()
  zoom: number;

  @IsNumber()
  minZoom: number;

  @IsNumber()
  maxZoom: number;

  @Nullable()
  @ValidateNested()
  @Type(() => MapTiles)
  tiles: MapTiles | null;
}

@DescribeClass('Working days within which staff answer, by kind; null where no time is promised.')
export class PromisedAnswerTimes {
  @Nullable()
  @IsInt()
  speedCheck: number | null;

  @Nullable()
  @IsInt()
  darkPlace: number | null;

  @Nullable()
  @IsInt()
  idea: number | null;
}

@DescribeClass('A municipality with all that its pages need.')
export class Municipality extends MunicipalitySummary {
  @Describe('Name without “kommun”.')
  @IsString()
  shortName: string;

  @Describe('The police district that serves it.')
  @IsString()
  policeDistrict: string;

  @Describe('Its outline as a GeoJSON geometry.', { schema: { type: 'object' } })
  @IsObject()
  boundary: object;

  @Describe('A drawn sketch as a GeoJSON FeatureCollection, shown where no tiles come.', {
    schema: { type: 'object' },
  })
  @IsObject()
  sketch: object;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Locality)
  localities: Locality[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  partners: OrganisationView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactRole)
  contacts: ContactRole[];

  @ValidateNested()
  @Type(() => MunicipalityLinks)
  links: MunicipalityLinks;

  @ValidateNested()
  @Type(() => MapSettings)
  map: MapSettings;

  @Describe('One sentence of its own on the first page, in the caller’s language; null for none.')
  @Nullable()
  @IsString()
  welcome: string | null;

  @Describe('A paragraph of its own on the page about the service, in the caller’s language; null for none.')
  @Nullable()
  @IsString()
  about: string | null;

  @Describe('True while its staff alone see it.')
  @IsBoolean()
  draft: boolean;

  @Describe(
    'Working days within which staff answer where a kind has no time of its own; null when none is set.',
  )
  @Nullable()
  @IsInt()
  answerWithinWorkingDays: number | null;

  @Describe('The same for each kind.')
  @ValidateNested()
  @Type(() => PromisedAnswerTimes)
  answerWithin: PromisedAnswerTimes;

  @Describe('Hours between the end of a speed check and its publication.')
  @IsInt()
  releaseDelayHours: number;

  @Describe('Whether answers are sent by mail, so that an address may be asked for.')
  @IsBoolean()
  mail: boolean;

  @Describe('Whether addresses can be looked up.')
  @IsBoolean()
  geocoder: boolean;

  @Describe('True when proposals and activities are example data.')
  @IsBoolean()
  demo: boolean;
}

@DescribeClass('A named place: locality, road, school or station.')
export class NamedPlace {
  @IsIn(PLACE_TYPES)
  type: PlaceType;

  @IsString()
  name: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @IsPosition()
  position: Position;

  @Describe('A road’s course as positions.', {
    schema: {
      type: ['array', 'null'],
      items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
    },
  })
  @Nullable()
  @IsArray()
  line: Position[] | null;
}

@DescribeClass('The place list of a municipality.')
export class NamedPlacePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedPlace)
  items: NamedPlace[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** The query of the place list. */
export class NamedPlaceQuery {
  @Describe('The beginning of a name or of a word in it; all places when left out.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.searchCharacters)
  q?: string;
}

@DescribeClass('Settings of a municipality that coordinators and admins may change.')
export class MunicipalitySettings {
  @Describe('Hours between the end of a speed check and its publication.')
  @IsInt()
  @Min(0)
  @Max(24 * 30)
  releaseDelayHours: number;

  @Describe('Grid to which public positions of speed checks are snapped, metres.')
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresSpeedCheck: number;

  @Describe('Grid to which public positions of dark places are snapped, metres.')
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresDarkPlace: number;

  @Describe('Grid to which public positions of ideas are snapped, metres.')
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresIdea: number;

  @Describe('How far from a check a wish may be to count, metres.')
  @IsInt()
  @Min(25)
  @Max(10_000)
  wishMaxDistanceMetres: number;

  @Describe('How old a wish may be to count, months.')
  @IsInt()
  @Min(1)
  @Max(120)
  wishMaxAgeMonths: number;

  @Describe(
    'Months after the last public answer after which what has ended, and places where all is done, leave the public map.',
  )
  @IsInt()
  @Min(12)
  @Max(120)
  pinMonths: number;

  @Describe('Working days within which staff answer; null when no deadline is promised.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinWorkingDays: number | null;

  @Describe('The same for speed checks; null when `answerWithinWorkingDays` holds for them too.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinSpeedCheck: number | null;

  @Describe('The same for dark places; null when `answerWithinWorkingDays` holds for them too.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinDarkPlace: number | null;

  @Describe('The same for ideas; null when `answerWithinWorkingDays` holds for them too.')
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinIdea: number | null;
}

@DescribeClass('Settings of a municipality with the version of the municipality that they were read at.')
export class VersionedSettings extends MunicipalitySettings {
  @Describe('Send it back with a change; a stale one is refused.')
  @IsInt()
  version: number;
}

/** A change of some settings; those left out stay. */
export class ChangeMunicipalitySettings {
  @Describe('The version of the municipality that was read; when it comes along, it must be the present one.')
  @IsOptional()
  @IsInt()
  version?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(24 * 30)
  releaseDelayHours?: number;

  @IsOptional()
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresSpeedCheck?: number;

  @IsOptional()
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresDarkPlace?: number;

  @IsOptional()
  @IsInt()
  @Min(25)
  @Max(1000)
  snapMetresIdea?: number;

  @IsOptional()
  @IsInt()
  @Min(25)
  @Max(10_000)
  wishMaxDistanceMetres?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  wishMaxAgeMonths?: number;

  @IsOptional()
  @IsInt()
  @Min(12)
  @Max(120)
  pinMonths?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinWorkingDays?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinSpeedCheck?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinDarkPlace?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinIdea?: number | null;
}
