import { Type } from 'class-transformer';
import {
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
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { PHOTO_LIGHTS, type PhotoLight } from '../inventory.js';
import { CHECK_MARKS, WALK_LIMITS, type CheckMark } from '../safety-walks.js';

@DescribeClass('What is looked at where a walk stops.')
export class Checklist {
  @IsIn(CHECK_MARKS)
  light: CheckMark;

  @Describe('Whether one sees ahead, and is seen.')
  @IsIn(CHECK_MARKS)
  sight: CheckMark;

  @IsIn(CHECK_MARKS)
  vegetation: CheckMark;

  @Describe('Repair, graffiti, litter.')
  @IsIn(CHECK_MARKS)
  care: CheckMark;

  @Describe('Whether one can choose another way.')
  @IsIn(CHECK_MARKS)
  way: CheckMark;
}

@DescribeClass('What somebody saw at a stop. Several of one stop are kept beside each other.')
export class AddObservation {
  @ValidateNested()
  @Type(() => Checklist)
  checklist: Checklist;

  @Describe('How safe it feels, 1 (not at all) to 5 (very).')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  impression?: number | null;

  @Describe('For staff alone, and without names.')
  @IsOptional()
  @IsString()
  @MaxLength(WALK_LIMITS.noteCharacters)
  note?: string | null;

  @Describe('When it was seen; a phone without a network sends it later.')
  @IsISO8601({ strict: true })
  seenAt: string;
}

/** By which light the photos of a stop were taken. */
export class StopPhotoQuery {
  @Describe('By which light they were taken.')
  @IsIn(PHOTO_LIGHTS)
  light: PhotoLight;
}

@DescribeClass('What somebody saw at a stop.')
export class StopObservation {
  @IsUUID()
  id: string;

  @ValidateNested()
  @Type(() => Checklist)
  checklist: Checklist;

  @Nullable()
  @IsInt()
  impression: number | null;

  @Nullable()
  @IsString()
  note: string | null;

  @IsISO8601()
  seenAt: string;

  @Describe('Who wrote it down.')
  @Nullable()
  @IsString()
  by: string | null;
}

@DescribeClass('A photo from a stop; it belongs to the stop’s place.')
export class StopPhoto {
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

  @Describe('Whether everyone sees it where its place is public. Decided with the place.')
  @IsBoolean()
  isPublic: boolean;
}
