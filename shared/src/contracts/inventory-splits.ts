import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { INVENTORY_LIMITS } from '../inventory.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { PlaceInput } from './inventory.js';

@DescribeClass('A part of a place that becomes a place of its own, with what goes along; something has to.')
export class SplitPlace extends PlaceInput {
  @Describe('The version of the place that is split; a stale one is refused.')
  @IsInt()
  version: number;

  @Describe('Why it is not one place.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;

  @Describe('Numbers of its proposals that go along.')
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(INVENTORY_LIMITS.proposalsAtOnce)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  proposals: string[];

  @Describe('Its measures that go along, done ones with the activity that was logged of them.')
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(INVENTORY_LIMITS.measuresAtOnce)
  @IsUUID(undefined, { each: true })
  measures: string[];

  @Describe('Its photos that go along.')
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(INVENTORY_LIMITS.photosPerPlace)
  @IsUUID(undefined, { each: true })
  photos: string[];
}
