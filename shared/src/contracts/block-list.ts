import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { BLOCK_LIST_LIMITS } from '../block-list.js';
import { Describe, DescribeClass, Nullable } from '../describe.js';

/** Which text of a resident hit the block list. */
export const HELD_SOURCES = ['proposal', 'contact-name', 'report', 'reply', 'outcome', 'withdrawal'] as const;
export type HeldSource = (typeof HELD_SOURCES)[number];

@DescribeClass('The words that a text of a resident is held for until a human has read it. For staff alone.')
export class BlockListView {
  @IsArray()
  @IsString({ each: true })
  words: string[];

  @Describe('The version of the municipality.')
  @IsInt()
  version: number;
}

@DescribeClass('Makes these the words of the block list. A `*` first or last stands for the rest of a word.')
export class PutBlockList {
  @Describe('The version of the municipality that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @IsArray()
  @ArrayMaxSize(BLOCK_LIST_LIMITS.words)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  words: string[];
}

@DescribeClass('A text of a resident that hit the block list.')
export class HeldText {
  @IsUUID()
  id: string;

  @Describe('Which text it is.')
  @IsIn(HELD_SOURCES)
  source: HeldSource;

  @Describe('The words of the list that stand in it.')
  @IsArray()
  @IsString({ each: true })
  words: string[];

  @IsISO8601()
  at: string;

  @Describe('Who has read it; null while nobody has.')
  @Nullable()
  @IsString()
  readBy: string | null;
}

@DescribeClass('Says that these texts have been read.')
export class ReadHeldTexts {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  @Type(() => String)
  ids: string[];
}
