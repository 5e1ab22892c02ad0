import { Type } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { BEHALF_SOURCES, type ProposalSource } from '../vocabulary.js';
import { TellOutcome } from './outcomes.js';

@DescribeClass(
  'Somebody whom staff registered, and whose answer about how it is now they may write down: no address or page asks them.',
)
export class AskedOnBehalf {
  @Describe('The support that was registered; null for the one who sent the proposal.')
  @Nullable()
  @IsUUID()
  supporter: string | null;

  @Describe('How they reached staff.')
  @IsIn(BEHALF_SOURCES)
  source: ProposalSource;

  @Describe('When they were registered.')
  @IsISO8601()
  at: string;

  @Describe('When they last answered about the present end; null when they have not.')
  @Nullable()
  @IsISO8601()
  toldAt: string | null;
}

@DescribeClass(
  'What somebody says afterwards who reached staff, as staff write it down. It is read by those who read other answers, and the history says that staff wrote it.',
)
export class TellOnBehalf extends TellOutcome {
  @Describe('The support of the one who says so; null or left out for the one who sent the proposal.')
  @IsOptional()
  @IsUUID()
  supporter?: string | null;
}

@DescribeClass('What came of a call to the sender.')
export class CalledBack {
  @Describe('What the sender said on the telephone about how it is now; left out when nothing was asked.')
  @IsOptional()
  @ValidateNested()
  @Type(() => TellOutcome)
  outcome?: TellOutcome;
}
