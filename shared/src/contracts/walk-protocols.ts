import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import {
  WALK_ANSWERS,
  WALK_BAND_NAMES,
  WALK_ORGANISERS,
  type WalkAnswer,
  type WalkBand,
  type WalkOrganiser,
} from '../safety-walks.js';
import { PublicMeasure, PublicPlacePhoto } from './dark-places.js';
import { Checklist } from './walk-observations.js';

@DescribeClass('A published safety walk in a list.')
export class PublicWalkItem {
  @Describe('How it is named in addresses.', { example: 'V7K3F9' })
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsString()
  purpose: string;

  @IsISO8601()
  startsAt: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('How many took part; null for fewer than five.')
  @Nullable()
  @IsInt()
  participants: number | null;

  @IsInt()
  stopCount: number;
}

@DescribeClass('The published walks of a municipality, or those that stopped at a place; the latest first.')
export class PublicWalkList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicWalkItem)
  items: PublicWalkItem[];
}

/** Whose published walks are asked for. */
export class PublicWalkQuery {
  @Describe('The municipality’s slug.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;

  @Describe('The reference of a public place of the inventory.', { example: 'P7K3F9' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  place?: string;
}

@DescribeClass(
  'How many of those who took part belonged to a group. Told only where nobody can be found out.',
)
export class PublicBand {
  @IsIn(WALK_BAND_NAMES)
  band: WalkBand;

  @IsInt()
  people: number;
}

@DescribeClass('The public place of a stop.')
export class PublicStopPlace {
  @IsString()
  reference: string;

  @IsString()
  name: string;

  @Describe('[lng, lat], rounded to a grid; null once all is done and the place has left the map.')
  @Nullable()
  @IsPosition()
  position: Position | null;
}

@DescribeClass('What was seen at a stop, and what comes of it.')
export class PublicStop {
  @Describe('Null where the place is not public: name, position and photos are not shown then.')
  @Nullable()
  @ValidateNested()
  @Type(() => PublicStopPlace)
  place: PublicStopPlace | null;

  @ValidateNested()
  @Type(() => Checklist)
  checklist: Checklist;

  @Describe('How safe it felt, 1 (not at all) to 5 (very).')
  @Nullable()
  @IsInt()
  impression: number | null;

  @Nullable()
  @IsString()
  seen: string | null;

  @IsIn(WALK_ANSWERS)
  answer: WalkAnswer;

  @IsString()
  text: string;

  @Describe('The body that it was referred to.')
  @Nullable()
  @IsString()
  body: string | null;

  @Describe('The measure as it is today, where it is public.')
  @Nullable()
  @ValidateNested()
  @Type(() => PublicMeasure)
  measure: PublicMeasure | null;

  @Describe(
    'The day on which the measure was taken back, where it is public and was not planned anew: the stop gets another answer.',
    { format: 'date', example: '2027-05-15' },
  )
  @Nullable()
  @IsString()
  measureTakenBackOn: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicPlacePhoto)
  photos: PublicPlacePhoto[];
}

@DescribeClass('A version of a protocol: when it was published, and why it was corrected.')
export class ProtocolVersion {
  @IsInt()
  number: number;

  @IsISO8601()
  publishedAt: string;

  @Nullable()
  @IsString()
  reason: string | null;
}

@DescribeClass('The published protocol of a safety walk, in its latest version.')
export class WalkProtocol extends PublicWalkItem {
  @IsArray()
  @IsIn(WALK_ORGANISERS, { each: true })
  organisers: WalkOrganiser[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicBand)
  bands: PublicBand[];

  @Describe('In the order in which they were visited.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicStop)
  stops: PublicStop[];

  @Describe('The latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProtocolVersion)
  versions: ProtocolVersion[];
}
