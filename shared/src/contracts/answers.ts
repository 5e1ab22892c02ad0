import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';

@DescribeClass('How many proposals have an answer, and which.')
export class AnswerCounts {
  @Describe('All that show in public, and those that are gathered under one of them: they have its answer.')
  @IsInt()
  total: number;

  @Describe('Of `total`: those that are gathered under another. A list shows the one that leads.')
  @IsInt()
  gathered: number;

  @Describe('With an answer that stands: yes, no, referred or replied.')
  @IsInt()
  answered: number;

  @Describe('Without an answer.')
  @IsInt()
  waiting: number;

  @Describe('Of those that wait: for more working days than the answer time of their kind.')
  @IsInt()
  overdue: number;

  @Describe('Linked to a commitment, planned or done.')
  @IsInt()
  yes: number;

  @Describe('Declined.')
  @IsInt()
  no: number;

  @Describe('Somebody else is responsible.')
  @IsInt()
  referred: number;

  @Describe('Answered in words.')
  @IsInt()
  replied: number;
}

@DescribeClass('The counts of one locality.')
export class LocalityAnswers extends AnswerCounts {
  @Describe('The locality’s slug; null for proposals without one.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('Its name.')
  @Nullable()
  @IsString()
  name: string | null;
}

@DescribeClass('The counts of one owner: who is responsible for the answer.')
export class OwnerAnswers extends AnswerCounts {
  @Describe(
    'As the filter `owner` of the list takes it: an organisation’s slug, `body:` and the name of a body that proposals were referred to, or `none`.',
    { example: 'polisen' },
  )
  @IsString()
  owner: string;

  @Describe('The name; null when nobody is appointed yet.')
  @Nullable()
  @IsString()
  name: string | null;
}

@DescribeClass('Working days after which a proposal of each kind has waited too long.')
export class AnswerTimes {
  @IsInt()
  speedCheck: number;

  @IsInt()
  darkPlace: number;

  @IsInt()
  idea: number;
}

@DescribeClass('The answer ledger of a municipality.')
export class AnswerLedger extends AnswerCounts {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe(
    'Working days (Swedish public holidays left out) after which a proposal has waited too long: the longest of `within`.',
  )
  @IsInt()
  withinWorkingDays: number;

  @Describe('The same for each kind.')
  @ValidateNested()
  @Type(() => AnswerTimes)
  within: AnswerTimes;

  @Describe('In the order of the alphabet, those without a locality last.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LocalityAnswers)
  localities: LocalityAnswers[];

  @Describe('The organisations of the promise first, then bodies outside it, then those without an owner.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnerAnswers)
  owners: OwnerAnswers[];
}

/** Which ledger. */
export class AnswerQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}
