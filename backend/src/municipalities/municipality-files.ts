import { MunicipalityLinks } from '@lofteskartan/shared/contracts/municipalities';
import { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import { IsPosition, isPosition, type Position } from '@lofteskartan/shared/position';
import { PLACE_TYPES, type PlaceType, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';

/** The files that describe a municipality, as JSON that was read but not yet checked. */
export interface MunicipalityFiles {
  /** `municipality.json`: names, links, contacts, partners, map, settings. */
  readonly municipality: unknown;
  /** `outline.geojson`: a Feature with a Polygon. */
  readonly outline: unknown;
  /** `sketch.geojson`: a FeatureCollection. */
  readonly sketch: unknown;
  /** `localities.json`: a list. */
  readonly localities: unknown;
  /** `place-list.json`: `{ "items": [...] }`. */
  readonly placeList: unknown;
}

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const referencePrefixPattern = /^[A-ZÅÄÖ]{2,6}$/;

const IsCourse = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCourse',
    validator: {
      validate: (value) => Array.isArray(value) && value.length >= 2 && value.every(isPosition),
      defaultMessage: () => '$property must be a list of at least two positions [lng, lat]',
    },
  });

class LocalText {
  @IsString()
  @IsNotEmpty()
  sv: string;

  @IsString()
  @IsNotEmpty()
  en: string;
}

class ContactFile {
  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  role: LocalText;

  @IsString()
  @IsNotEmpty()
  how: string;
}

class TilesAttributionFile {
  @IsString()
  @IsNotEmpty()
  text: string;

  @IsOptional()
  @IsString()
  url: string | null = null;
}

class MapFile {
  @IsPosition()
  center: Position;

  @IsNumber()
  zoom: number;

  @IsNumber()
  minZoom: number;

  @IsNumber()
  maxZoom: number;

  /** Who made the tiles of `MAP_TILES_URL`, where that is not OpenStreetMap. */
  @IsOptional()
  @ValidateNested()
  @Type(() => TilesAttributionFile)
  tilesAttribution?: TilesAttributionFile;
}

class SnapFile implements Record<(typeof PROPOSAL_KINDS)[number], number> {
  @IsInt()
  @Min(25)
  @Max(1000)
  'speed-check': number;

  @IsInt()
  @Min(25)
  @Max(1000)
  'dark-place': number;

  @IsInt()
  @Min(25)
  @Max(1000)
  idea: number;
}

class AnswerWithinFile implements Partial<Record<(typeof PROPOSAL_KINDS)[number], number>> {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  'speed-check'?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  'dark-place'?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  idea?: number;
}

class WishFile {
  @IsInt()
  @Min(25)
  @Max(10_000)
  maxDistanceMetres: number;

  @IsInt()
  @Min(1)
  @Max(120)
  maxAgeMonths: number;
}

class SettingsFile {
  @IsInt()
  @Min(0)
  @Max(24 * 30)
  releaseDelayHours: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => SnapFile)
  snapMetres: SnapFile;

  @IsDefined()
  @ValidateNested()
  @Type(() => WishFile)
  wish: WishFile;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  answerWithinWorkingDays: number | null;

  /** For kinds that have a time of their own. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerWithinFile)
  answerWithin?: AnswerWithinFile;
}

/** `municipality.json`. Members that are not named here are for readers of the file. */
export class MunicipalityFile {
  @Matches(slugPattern)
  slug: string;

  @Matches(/^\d{4}$/)
  code: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsString()
  @IsNotEmpty()
  shortName: string;

  @IsString()
  @IsNotEmpty()
  policeDistrict: string;

  @Matches(referencePrefixPattern)
  referencePrefix: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => MunicipalityLinks)
  links: MunicipalityLinks;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContactFile)
  contacts: ContactFile[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  partners: OrganisationView[];

  @IsDefined()
  @ValidateNested()
  @Type(() => MapFile)
  map: MapFile;

  @IsDefined()
  @ValidateNested()
  @Type(() => SettingsFile)
  settings: SettingsFile;
}

/** A town or village of `localities.json`. */
export class LocalityFile {
  @Matches(slugPattern)
  slug: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsPosition()
  position: Position;

  @IsOptional()
  @IsInt()
  @Min(0)
  population: number | null;
}

/** A place of `place-list.json`. */
export class NamedPlaceFile {
  @IsIn(PLACE_TYPES)
  type: PlaceType;

  @IsString()
  @IsNotEmpty()
  name: string;

  /** The slug of a locality of the same municipality. */
  @IsOptional()
  @IsString()
  locality: string | null;

  @IsPosition()
  position: Position;

  @IsOptional()
  @IsCourse()
  line: Position[] | null;
}

/**
 * An object of a file as its class.
 * @param file named in the error
 * @throws Error that names each wrong member
 */
export function checkedObject<Shape extends object>(
  file: string,
  shape: new () => Shape,
  value: unknown,
): Shape {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file}: not an object`);
  const instance = plainToInstance(shape, value);
  const faults = validateSync(instance).flatMap((error) => faultsOf(error));
  if (faults.length > 0) throw new Error(`${file}: ${faults.join('; ')}`);
  return instance;
}

/** A list of a file as instances of their class; see `checkedObject`. */
export function checkedList<Shape extends object>(
  file: string,
  shape: new () => Shape,
  value: unknown,
): Shape[] {
  if (!Array.isArray(value)) throw new Error(`${file}: not a list`);
  return value.map((each, index) => checkedObject(`${file}[${index}]`, shape, each));
}

function faultsOf(error: ValidationError, path = ''): string[] {
  const here = path ? `${path}.${error.property}` : error.property;
  return [
    ...Object.values(error.constraints ?? {}).map((message) => `${here} (${message})`),
    ...(error.children ?? []).flatMap((child) => faultsOf(child, here)),
  ];
}
