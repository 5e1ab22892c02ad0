import { Type } from 'class-transformer';
import { IsArray, IsString, ValidateNested } from 'class-validator';
import { DescribeClass, Describe, Nullable } from '../describe.js';

@DescribeClass('Colleagues who have a proposal open now.')
export class CasePresence {
  @IsString()
  reference: string;

  @Describe('The names of the others; oneself is left out.')
  @IsArray()
  @IsString({ each: true })
  names: string[];
}

@DescribeClass('What colleagues in one’s own municipalities have open now.')
export class CasePresencePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CasePresence)
  items: CasePresence[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}
