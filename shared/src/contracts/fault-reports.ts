import { IsISO8601, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { FAULT_NUMBER_CHARACTERS } from '../responsible-bodies.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass('A fault report in somebody else’s system that is about the same thing.')
export class FaultReport {
  @Describe('Where it was made.')
  @IsString()
  body: string;

  @Describe('Its number there.')
  @IsString()
  number: string;

  @IsISO8601()
  linkedAt: string;
}

@DescribeClass('Links a fault report.')
export class LinkFaultReport {
  @Describe('Where it was made.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.responsibleCharacters)
  body: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(FAULT_NUMBER_CHARACTERS)
  number: string;
}
