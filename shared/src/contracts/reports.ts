import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { TRAP_CHARACTERS, TRAP_WORDS } from '../trap.js';
import {
  LIMITS,
  REPORT_OUTCOMES,
  REPORT_REASONS,
  type ReportOutcome,
  type ReportReason,
} from '../vocabulary.js';

@DescribeClass('Tells staff that something in a public proposal should not be shown. Never public.')
export class ReportProposal {
  @Describe('What is wrong.')
  @IsIn(REPORT_REASONS)
  reason: ReportReason;

  @Describe('More about it. Only staff read it.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  text?: string;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass('The receipt of a report. It tells nothing of other reports.')
export class ReportReceipt {
  @Describe('The proposal’s number.', { example: 'ALE-7K3F9' })
  @IsString()
  reference: string;

  @Describe('When the report came in, RFC 3339 UTC.')
  @IsISO8601()
  createdAt: string;
}

@DescribeClass('What staff did about a report.')
export class ReportClosing {
  @IsIn(REPORT_OUTCOMES)
  outcome: ReportOutcome;

  @Describe('Why, in the words of the one who closed it.')
  @IsString()
  note: string;

  @Describe('Who closed it.')
  @IsString()
  by: string;

  @IsISO8601()
  at: string;
}

@DescribeClass('A report as staff see it. Who sent it is not known.')
export class StaffReport {
  @IsUUID()
  id: string;

  @IsIn(REPORT_REASONS)
  reason: ReportReason;

  @Nullable()
  @IsString()
  text: string | null;

  @IsISO8601()
  createdAt: string;

  @Describe('Null while it is open.')
  @Nullable()
  @ValidateNested()
  @Type(() => ReportClosing)
  closing: ReportClosing | null;
}

@DescribeClass('Closes the open reports of a proposal that were read.')
export class CloseReports {
  @Describe('The reports that were read; one that came in since stays open.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsUUID(undefined, { each: true })
  reports: string[];

  @Describe(
    '`kept-back` keeps back the words and every photo; `hidden` moves the proposal to `hidden`, where that is an allowed move.',
  )
  @IsIn(REPORT_OUTCOMES)
  outcome: ReportOutcome;

  @Describe('Why. Staff only.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  note: string;

  @Describe('The version of the proposal that was read; a stale one is refused.')
  @IsInt()
  version: number;
}
