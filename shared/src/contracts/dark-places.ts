import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  MEASURE_KINDS,
  MEASURE_STATES,
  PHOTO_LIGHTS,
  PLACE_GROUPS,
  PLACE_STATES,
  SEASONS,
  type MeasureKind,
  type MeasureState,
  type PhotoLight,
  type PlaceGroup,
  type PlaceState,
  type Season,
} from '../inventory.js';
import { IsPosition, type Position } from '../position.js';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  LISTED_STATUSES,
  type DarkPlaceCause,
  type DarkPlaceTime,
  type ListedStatus,
} from '../vocabulary.js';
import { PlaceRatings } from './inventory.js';

@DescribeClass('A measure at a place, as everyone reads it.')
export class PublicMeasure {
  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @IsIn(MEASURE_STATES)
  state: MeasureState;

  @Nullable()
  @IsString()
  text: string | null;

  @Nullable()
  @IsString()
  plannedOn: string | null;

  @Nullable()
  @IsString()
  doneOn: string | null;

  @Describe('The body that does it.')
  @Nullable()
  @IsString()
  owner: string | null;
}

@DescribeClass('A photo of a place that everyone sees.')
export class PublicPlacePhoto {
  @IsUUID()
  id: string;

  @IsString()
  url: string;

  @IsString()
  thumbnailUrl: string;

  @IsInt()
  width: number;

  @IsInt()
  height: number;

  @IsIn(PHOTO_LIGHTS)
  light: PhotoLight;
}

@DescribeClass('A public proposal about a place.')
export class ProposalOfPlace {
  @IsString()
  reference: string;

  @IsIn(LISTED_STATUSES)
  status: ListedStatus;

  @IsInt()
  supportCount: number;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass('A dark or unsafe place that the municipality looks after, in a list.')
export class DarkPlaceItem {
  @Describe('How it is named in addresses.', { example: 'P7K3F9' })
  @IsString()
  reference: string;

  @IsString()
  name: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('[lng, lat], rounded to a grid; null once all is done and the place has left the map.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @IsArray()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @IsArray()
  @IsIn(PLACE_GROUPS, { each: true })
  groups: PlaceGroup[];

  @Describe('By its public measures.')
  @IsIn(PLACE_STATES)
  state: PlaceState;

  @Describe('When what everyone reads last changed.')
  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('The public places of a municipality, or the one that a proposal belongs to.')
export class DarkPlaceList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DarkPlaceItem)
  items: DarkPlaceItem[];
}

@DescribeClass('A dark or unsafe place with its story.')
export class DarkPlace extends DarkPlaceItem {
  @Describe('A GeoJSON geometry, where staff have drawn one.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  outline: object | null;

  @Nullable()
  @IsString()
  description: string | null;

  @IsArray()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];

  @IsArray()
  @IsIn(SEASONS, { each: true })
  seasons: Season[];

  @Describe('Who answers for it.')
  @Nullable()
  @IsString()
  body: string | null;

  @Describe('Open ones by their day, then those that have ended, the latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicMeasure)
  measures: PublicMeasure[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicPlacePhoto)
  photos: PublicPlacePhoto[];

  @Describe('To the nearest half, and only where five people or more have said.')
  @ValidateNested()
  @Type(() => PlaceRatings)
  ratings: PlaceRatings;

  @Describe('Public proposals about it, the latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ProposalOfPlace)
  proposals: ProposalOfPlace[];
}

/** Whose places are asked for: a municipality’s, or the one of a proposal. */
export class DarkPlaceQuery {
  @Describe('The municipality’s slug.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;

  @Describe('The number of a public proposal.')
  @IsOptional()
  @IsString()
  @MaxLength(20)
  proposal?: string;
}
