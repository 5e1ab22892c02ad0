import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Describe } from '../describe.js';
import { LIMITS } from '../vocabulary.js';

/** The paging parameters of every list. */
export class PageQuery {
  @Describe('How many items to answer with, 1–100.', { example: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.pageSizeMax)
  limit?: number;

  @Describe('Where to go on: the `nextCursor` of the previous answer. Stable while items are added.')
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}
