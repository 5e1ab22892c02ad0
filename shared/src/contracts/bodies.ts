import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { BODY_KINDS, BODY_LIMITS, type BodyKind } from '../responsible-bodies.js';
import { IsNotBlank } from '../text.js';
import { IsVersion } from '../version.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass(
  'What is kept of a body that answers for places: the municipality’s own office, a road keeper, a housing company …',
)
export class SaveBody {
  @IsIn(BODY_KINDS)
  kind: BodyKind;

  @Describe('Its name as the public reads it; each name once in a municipality.', { example: 'Trafikverket' })
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.responsibleCharacters)
  name: string;

  @Describe('Where cases are mailed; a functional address, never a person’s own. Null: nothing is mailed.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.emailCharacters)
  @IsEmail()
  email?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(BODY_LIMITS.phoneCharacters)
  phone?: string | null;

  @Describe('Its own page for cases or faults.')
  @IsOptional()
  @IsString()
  @MaxLength(BODY_LIMITS.webCharacters)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  web?: string | null;

  @Describe('How it wants its cases, for staff.')
  @IsOptional()
  @IsString()
  @MaxLength(BODY_LIMITS.howCharacters)
  how?: string | null;

  @Describe('Roads that it answers for, by name; a proposal that names one is suggested to it.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(BODY_LIMITS.roads)
  @IsString({ each: true })
  @IsNotBlank({ each: true })
  @MaxLength(LIMITS.roadNameCharacters, { each: true })
  roads?: string[];

  @Describe('The area that it answers for: a GeoJSON Polygon or MultiPolygon in WGS 84.', {
    schema: { type: ['object', 'null'] },
  })
  @IsOptional()
  @IsObject()
  area?: object | null;

  @Describe('True when broken lamps are reported to it; residents are shown its page or telephone number.')
  @IsOptional()
  @IsBoolean()
  lamps?: boolean;

  @Describe('False when nothing new goes to it.')
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @Describe('To change one: the version that was read.')
  @IsOptional()
  @IsInt()
  version?: number;
}

@DescribeClass('A body of a municipality’s register.')
export class ResponsibleBody {
  @IsUUID()
  id: string;

  @IsIn(BODY_KINDS)
  kind: BodyKind;

  @IsString()
  name: string;

  @Nullable()
  @IsString()
  email: string | null;

  @Nullable()
  @IsString()
  phone: string | null;

  @Nullable()
  @IsString()
  web: string | null;

  @Nullable()
  @IsString()
  how: string | null;

  @IsArray()
  @IsString({ each: true })
  roads: string[];

  @Describe('A GeoJSON geometry.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  area: object | null;

  @IsBoolean()
  lamps: boolean;

  @IsBoolean()
  active: boolean;

  @IsInt()
  version: number;
}

@DescribeClass('The register of a municipality, by name; those that are not active last.')
export class ResponsibleBodies {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ResponsibleBody)
  items: ResponsibleBody[];
}

@DescribeClass('When a body that has a case is reminded, and where its mail programs answer to.')
export class ReferralSettings {
  @Describe('Days after which the body and the case officer are reminded.')
  @IsInt()
  @Min(7)
  @Max(365)
  reminderDays: number;

  @Describe('Days after which staff may end a referral that nobody answered.')
  @IsInt()
  @Min(7)
  @Max(730)
  noAnswerDays: number;

  @Describe(
    'The municipality’s functional address, for `Reply-To`; null when answers come by the link alone.',
  )
  @Nullable()
  @IsString()
  @MaxLength(LIMITS.emailCharacters)
  @IsEmail()
  replyTo: string | null;

  @Describe('0 as long as nobody has changed them. Comes back with each change; a stale one is refused.')
  @IsDefined()
  @IsVersion()
  version: number;
}

@DescribeClass('Where a broken lamp is reported.')
export class LampFaultPlace {
  @IsString()
  name: string;

  @Nullable()
  @IsString()
  web: string | null;

  @Nullable()
  @IsString()
  phone: string | null;
}

@DescribeClass('Everybody to whom broken lamps are reported in a municipality.')
export class LampFaultPlaces {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LampFaultPlace)
  items: LampFaultPlace[];
}
