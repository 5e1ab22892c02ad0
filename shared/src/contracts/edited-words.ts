import { IsInt, IsISO8601, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass(
  'A resident’s words as the municipality edited them. What was sent is kept, for staff and the sender.',
)
export class EditedWords {
  @Describe('What everyone reads once the words are released.')
  @IsString()
  description: string;

  @Describe('Why they were edited; the sender reads it too.')
  @IsString()
  reason: string;

  @IsISO8601()
  at: string;
}

@DescribeClass('Edits what everyone reads of a resident’s words, such as a name that is taken out.')
export class EditWords {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @Describe('The words as everyone shall read them. The words as they were sent take the edit back.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.descriptionCharacters)
  description: string;

  @Describe('Why. The sender reads it, everyone else only that the municipality edited the text.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}
