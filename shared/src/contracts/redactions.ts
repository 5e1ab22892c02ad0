import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsNumber,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { REDACTION_LIMITS } from '../vocabulary.js';
import { OwnPhoto } from './proposals.js';
import { Secrecy } from './records.js';

@DescribeClass(
  'A part of a photo that is covered, as shares of its sides: 0 is the left or upper edge, 1 the right or lower.',
)
export class RedactionRegion {
  @Describe('Its left edge.', { example: 0.4 })
  @IsNumber()
  @Min(0)
  @Max(1)
  x: number;

  @Describe('Its upper edge.', { example: 0.25 })
  @IsNumber()
  @Min(0)
  @Max(1)
  y: number;

  @IsNumber()
  @Min(REDACTION_LIMITS.smallest)
  @Max(1)
  width: number;

  @IsNumber()
  @Min(REDACTION_LIMITS.smallest)
  @Max(1)
  height: number;
}

@DescribeClass(
  'Covers parts of a photo. They replace what was covered before: the original is the start each time.',
)
export class RedactPhoto {
  @Describe('The version of the proposal that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(REDACTION_LIMITS.regions)
  @ValidateNested({ each: true })
  @Type(() => RedactionRegion)
  regions: RedactionRegion[];
}

@DescribeClass('Which version of the proposal was read.')
export class RedactionVersionQuery {
  @Describe('A stale one is refused.')
  @IsInt()
  @Type(() => Number)
  version: number;
}

@DescribeClass('What is covered of a photo.')
export class PhotoRedaction {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RedactionRegion)
  regions: RedactionRegion[];

  @IsISO8601()
  at: string;

  @Describe(
    'The first day on which the original is disposed of; null when it is gone, and the covering can no longer be changed.',
  )
  @Nullable()
  @IsString()
  originalUntil: string | null;
}

@DescribeClass('A photo as staff decide about it. Its address shows it as it is now, covered or not.')
export class TriagePhoto extends OwnPhoto {
  @Describe('Null while nothing is covered.')
  @Nullable()
  @ValidateNested()
  @Type(() => PhotoRedaction)
  redaction: PhotoRedaction | null;

  @Describe('Null while it is not marked as secret. A secret photo of another organisation is not there.')
  @Nullable()
  @ValidateNested()
  @Type(() => Secrecy)
  secrecy: Secrecy | null;
}
