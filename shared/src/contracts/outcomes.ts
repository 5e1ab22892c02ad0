import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { HELPED, LIMITS, type Helped } from '../vocabulary.js';

/** What staff do about an answer: they have seen it, or they open the proposal again. */
export const OUTCOME_CLOSINGS = ['seen', 'reopened'] as const;
export type OutcomeClosing = (typeof OUTCOME_CLOSINGS)[number];

@DescribeClass(
  'Whether it helped, by the one who sent the proposal. Never public. A new answer takes the place of the old one.',
)
export class TellOutcome {
  @Describe('Did it help?')
  @IsIn(HELPED)
  helped: Helped;

  @Describe('More about it. Only staff read it.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.outcomeCharacters)
  text?: string;

  @Describe('For a dark place: how safe it feels now, 1 (not at all) to 5 (very).')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  safetyNow?: number;
}

@DescribeClass('The sender’s own answer, as it was last given.')
export class OwnOutcome {
  @IsIn(HELPED)
  helped: Helped;

  @Nullable()
  @IsString()
  text: string | null;

  @Nullable()
  @IsInt()
  safetyNow: number | null;

  @IsISO8601()
  toldAt: string;
}

@DescribeClass('What staff did about the sender’s answer.')
export class StaffOutcomeClosing {
  @IsIn(OUTCOME_CLOSINGS)
  decision: OutcomeClosing;

  @Nullable()
  @IsString()
  note: string | null;

  @Describe('Who did it.')
  @Nullable()
  @IsString()
  by: string | null;

  @IsISO8601()
  at: string;
}

@DescribeClass('Whether it helped, as staff see it.')
export class StaffOutcome extends OwnOutcome {
  @Describe(
    'True while it waits for somebody: it did not help, or helped in part and says more, and nobody has looked at it.',
  )
  @IsBoolean()
  waits: boolean;

  @Describe('Whether staff wrote it down, as it was told to them.')
  @IsBoolean()
  onBehalf: boolean;

  @Nullable()
  @ValidateNested()
  @Type(() => StaffOutcomeClosing)
  closing: StaffOutcomeClosing | null;
}

@DescribeClass('What staff do about the sender’s answer.')
export class CloseOutcome {
  @Describe('`reopened` moves the proposal back to `under-review`.')
  @IsIn(OUTCOME_CLOSINGS)
  decision: OutcomeClosing;

  @Describe('What was done about it, or why it is opened again. Staff only.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  note: string;

  @Describe('`toldAt` of the answer that was read; one that was changed since is refused.')
  @IsISO8601()
  toldAt: string;

  @Describe('The version of the proposal that was read; a stale one is refused.')
  @IsInt()
  version: number;
}
