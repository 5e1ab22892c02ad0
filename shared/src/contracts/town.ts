import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsDefined,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ArrayMaxSize,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsBox, IsPosition, type Box, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { OrganisationView } from './medborgarlofte.js';
import { Locality } from './municipalities.js';
import { IsLink, TOWN_LIMITS } from './town-limits.js';

@DescribeClass('A text in both languages.')
export class TextInBoth {
  @IsString()
  @IsNotBlank()
  @MaxLength(TOWN_LIMITS.textCharacters)
  sv: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(TOWN_LIMITS.textCharacters)
  en: string;
}

@DescribeClass('Whom to turn to, in both languages.')
export class TownContact {
  @IsDefined()
  @ValidateNested()
  @Type(() => TextInBoth)
  role: TextInBoth;

  @Describe('How to reach them, such as a telephone number.')
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  how: string;
}

@DescribeClass('Addresses that the pages link to.')
export class TownLinks {
  @Describe('Citizen petitions.')
  @Nullable()
  @IsLink()
  petitions: string | null;

  @Describe('Where a plain fault, such as a broken lamp, is reported.')
  @Nullable()
  @IsLink()
  faultReports: string | null;

  @Describe('The police’s number or page for what is not urgent.', { example: 'tel:11414' })
  @IsLink()
  police: string;

  @Nullable()
  @IsLink()
  website: string | null;
}

@DescribeClass('How the map opens.')
export class TownMap {
  @IsPosition()
  center: Position;

  @IsNumber()
  @Min(6)
  @Max(16)
  zoom: number;

  @IsNumber()
  @Min(5)
  @Max(14)
  minZoom: number;

  @IsNumber()
  @Min(15)
  @Max(20)
  maxZoom: number;
}

@DescribeClass('The municipality’s own words; the product’s where null.')
export class TownTexts {
  @Describe('One sentence on the first page.')
  @Nullable()
  @ValidateNested()
  @Type(() => TextInBoth)
  welcome: TextInBoth | null;

  @Describe('A paragraph on the page about the service.')
  @Nullable()
  @ValidateNested()
  @Type(() => TextInBoth)
  about: TextInBoth | null;
}

/** What has to be there before a municipality opens. */
export const OPENING_NEEDS = [
  'outline',
  'locality',
  'police',
  'office',
  'contact',
  'promise',
  'commitment',
  'staff',
] as const;
export type OpeningNeed = (typeof OPENING_NEEDS)[number];

@DescribeClass('A town or village as its administrators see it.')
export class TownLocality extends Locality {
  @Describe('Whether proposals, activities or places name it, so that it cannot be removed.')
  @IsBoolean()
  used: boolean;
}

@DescribeClass('A municipality as its coordinators and administrators see it.')
export class Town {
  @IsString()
  slug: string;

  @IsString()
  code: string;

  @IsString()
  name: string;

  @IsString()
  shortName: string;

  @IsString()
  referencePrefix: string;

  @IsString()
  policeDistrict: string;

  @Describe('When it was opened to its residents; null while it is a draft.')
  @Nullable()
  @IsISO8601()
  openedAt: string | null;

  @Describe('What is missing before it can be opened.')
  @IsIn(OPENING_NEEDS, { each: true })
  missing: OpeningNeed[];

  @ValidateNested()
  @Type(() => TownTexts)
  texts: TownTexts;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TownContact)
  contacts: TownContact[];

  @ValidateNested()
  @Type(() => TownLinks)
  links: TownLinks;

  @ValidateNested()
  @Type(() => TownMap)
  map: TownMap;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TownLocality)
  localities: TownLocality[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  organisations: OrganisationView[];

  @Describe('Comes back with each change, so that nobody’s change is overwritten unread.')
  @IsInt()
  version: number;
}

/** A change that says which version it was made from. */
export class TownVersion {
  @Describe('The version that was read.')
  @IsInt()
  version: number;
}

/** The same in a query. */
export class TownVersionQuery {
  @Describe('The version that was read.')
  @Type(() => Number)
  @IsInt()
  version: number;
}

@DescribeClass('Changes to a municipality; what is left out stays.')
export class ChangeTown extends TownVersion {
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(80)
  name?: string;

  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  shortName?: string;

  @IsOptional()
  @IsDefined()
  @ValidateNested()
  @Type(() => TownTexts)
  texts?: TownTexts;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TownContact)
  contacts?: TownContact[];

  @IsOptional()
  @IsDefined()
  @ValidateNested()
  @Type(() => TownLinks)
  links?: TownLinks;

  @IsOptional()
  @IsDefined()
  @ValidateNested()
  @Type(() => TownMap)
  map?: TownMap;
}

@DescribeClass('An organisation to work in a new municipality: one that is there, or a new one.')
export class TownOrganisation {
  @Describe('The slug of one that is there.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  slug?: string;

  @Describe('The name of a new one.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  name?: string;
}

@DescribeClass('A locality to add.')
export class TownLocalityDraft {
  @IsString()
  @IsNotBlank()
  @MaxLength(80)
  name: string;

  @IsPosition()
  position: Position;

  @Nullable()
  @IsInt()
  @Min(0)
  @Max(5_000_000)
  population: number | null;
}

@DescribeClass('A municipality to add. It is a draft that its staff alone see until it is opened.')
export class CreateTown {
  @IsString()
  @IsNotBlank()
  @MaxLength(80)
  name: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(40)
  shortName: string;

  @Describe('The official four-digit code.', { example: '1482' })
  @Matches(/^\d{4}$/)
  code: string;

  @Describe('Name in addresses.', { example: 'kungalv' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(40)
  slug: string;

  @Describe('The first part of its proposals’ numbers.', { example: 'KGV' })
  @Matches(/^[A-ZÅÄÖ]{2,6}$/)
  referencePrefix: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => TownOrganisation)
  police: TownOrganisation;

  @IsDefined()
  @ValidateNested()
  @Type(() => TownOrganisation)
  office: TownOrganisation;

  @Describe('The outline as the text of a GeoJSON file; or `box`.')
  @IsOptional()
  @IsString()
  @MaxLength(TOWN_LIMITS.fileCharacters)
  outline?: string;

  @Describe('A box to begin with, [west, south, east, north]; or `outline`.', {
    schema: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  })
  @IsOptional()
  @IsBox()
  box?: Box;

  @IsDefined()
  @ValidateNested()
  @Type(() => TownLocalityDraft)
  locality: TownLocalityDraft;

  @Describe('The police’s number or page for what is not urgent.')
  @IsLink()
  policeLink: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TownContact)
  contacts: TownContact[];
}

@DescribeClass('A locality to add to a municipality.')
export class AddLocality extends TownLocalityDraft {
  @Describe('The version of the municipality that was read.')
  @IsInt()
  version: number;
}

@DescribeClass('A locality as it should be from now on.')
export class ChangeLocality extends AddLocality {}

@DescribeClass('Whether somebody looks after the whole installation.')
export class InstallationRight {
  @IsUUID()
  accountId: string;

  @IsBoolean()
  granted: boolean;
}

@DescribeClass('Gives or takes the right to look after the whole installation.')
export class GiveInstallationRight {
  @IsBoolean()
  granted: boolean;
}
