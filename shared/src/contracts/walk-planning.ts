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
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { INVENTORY_LIMITS, SEASONS, type Season } from '../inventory.js';
import { IsPosition, type Position } from '../position.js';
import { WALK_LIMITS, WALK_ORGANISERS, type WalkOrganiser } from '../safety-walks.js';
import { IsNotBlank } from '../text.js';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  LIMITS,
  type DarkPlaceCause,
  type DarkPlaceTime,
} from '../vocabulary.js';
import { WalkBands } from './walk-people.js';

/** What is planned of a walk. */
export class WalkInput {
  @Describe('What the walk is called; public with its protocol.', {
    example: 'Nödinge centrum till stationen',
  })
  @IsString()
  @IsNotBlank()
  @MaxLength(WALK_LIMITS.titleCharacters)
  title: string;

  @Describe('When those who walk meet.', { example: '2026-10-14T17:00:00Z' })
  @IsISO8601({ strict: true })
  startsAt: string;

  @Describe('Where they meet, in words.')
  @IsString()
  @IsNotBlank()
  @MaxLength(WALK_LIMITS.meetingCharacters)
  meetingPoint: string;

  @Describe('[lng, lat] of the meeting point, where words say too little.')
  @IsOptional()
  @IsPosition()
  meetingPosition?: Position | null;

  @Describe('What the walk is for, in a sentence; public with its protocol.')
  @IsString()
  @IsNotBlank()
  @MaxLength(WALK_LIMITS.purposeCharacters)
  purpose: string;

  @Describe('Who holds it, by role.')
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(WALK_ORGANISERS, { each: true })
  organisers: WalkOrganiser[];

  @Describe('The slug of the locality where it goes.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality?: string | null;
}

@DescribeClass('A safety walk to be held, with the places where it stops, in their order.')
export class CreateWalk extends WalkInput {
  @Describe('The municipality’s slug.', { example: 'ale' })
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('References of places of the inventory, in the order in which they are visited.')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(WALK_LIMITS.stops)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  places?: string[];
}

@DescribeClass('A walk as it is to be kept.')
export class SaveWalk extends WalkInput {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('Says that the walk was held, and how many took part. Said again, it corrects the figures.')
export class CompleteWalk {
  @IsInt()
  version: number;

  @Describe('How many took part, organisers among them.')
  @IsInt()
  @Min(1)
  @Max(WALK_LIMITS.people)
  participants: number;

  @Describe('How many of them belonged to which group, where that was asked. Voluntary.')
  @IsOptional()
  @ValidateNested()
  @Type(() => WalkBands)
  bands?: WalkBands | null;
}

@DescribeClass('Calls a walk off that was not held.')
export class CancelWalk {
  @IsInt()
  version: number;

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('Publishes the protocol, or a corrected version of it.')
export class PublishWalk {
  @IsInt()
  version: number;

  @Describe('Why there is a new version; everyone reads it. Needed for all versions but the first.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string | null;
}

@DescribeClass('Another stop, last in order: a place of the inventory, or a position with a name.')
export class AddStop {
  @Describe(
    'An id that the sender chose, so that a phone without a network can write about the stop at once.',
  )
  @IsOptional()
  @IsUUID()
  id?: string;

  @Describe('The reference of a place of the inventory.', { example: 'P7K3F9' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  place?: string;

  @Describe('What a stop is called that is no place of the inventory yet.')
  @IsOptional()
  @IsString()
  @MaxLength(INVENTORY_LIMITS.nameCharacters)
  name?: string;

  @Describe('[lng, lat] of a stop that is no place of the inventory yet.')
  @IsOptional()
  @IsPosition()
  position?: Position;
}

@DescribeClass('The stops of a walk in another order: each of them, once.')
export class OrderStops {
  @IsInt()
  version: number;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(WALK_LIMITS.stops)
  @IsUUID(undefined, { each: true })
  stops: string[];
}

@DescribeClass('Takes a stop out of a walk.')
export class RemoveStop {
  @IsInt()
  version: number;
}

@DescribeClass('What a stop is made into a place of the inventory with.')
export class StopIntoPlace {
  @Describe('What makes it dark or unsafe.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @Describe('When it is dark.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];

  @Describe('In which seasons.')
  @IsArray()
  @ArrayUnique()
  @IsIn(SEASONS, { each: true })
  seasons: Season[];

  @Describe('Whether everyone sees the place.')
  @IsBoolean()
  isPublic: boolean;
}
