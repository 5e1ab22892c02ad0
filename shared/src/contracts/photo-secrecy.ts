import { IsInt, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { IsNotBlank } from '../text.js';

@DescribeClass('Marks a photo as secret: nobody sees it but those who handle proposals for its controller.')
export class MarkPhotoSecret {
  @Describe('The version of the proposal that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @Describe('The section of the law.', { example: '21 kap. 1 § OSL' })
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  ground: string;
}
