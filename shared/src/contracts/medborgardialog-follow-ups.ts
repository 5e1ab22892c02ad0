import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
import { DIALOGUE_STATUSES, type DialogueStatus } from '../medborgardialog.js';
import { FOLLOW_UP_MONTHS, OUTCOME_LIMITS, type FollowUpMonths } from '../medborgardialog-outcomes.js';
import { PublicPoint, StandingCount } from './medborgardialog-reports.js';

const { wordsCharacters, points } = OUTCOME_LIMITS;

@DescribeClass('What staff write about a point in a follow-up.')
export class FollowUpWords {
  @Describe('The number of the point.')
  @IsInt()
  @Min(1)
  @Max(10_000)
  number: number;

  @IsString()
  @MaxLength(wordsCharacters)
  words: string;
}

@DescribeClass('A point in a follow-up: as it stood then, and in the municipality’s words.')
export class FollowedPoint extends PublicPoint {
  @Nullable()
  @IsString()
  words: string | null;
}

@DescribeClass('A follow-up of a public dialogue as staff prepare it.')
export class StaffDialogueFollowUp {
  @IsIn(FOLLOW_UP_MONTHS)
  months: FollowUpMonths;

  @IsInt()
  version: number;

  @IsString()
  dueOn: string;

  @IsBoolean()
  isDue: boolean;

  @Nullable()
  @IsISO8601()
  publishedAt: string | null;

  @Describe('The whole in words; empty until somebody has written.')
  @IsString()
  words: string;

  @Describe('As they stand today, with what is written about them.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowedPoint)
  points: FollowedPoint[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StandingCount)
  standings: StandingCount[];
}

@DescribeClass('The follow-ups of a public dialogue.')
export class StaffDialogueFollowUps {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @IsBoolean()
  mayChange: boolean;

  @Describe('None before the report is published.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffDialogueFollowUp)
  items: StaffDialogueFollowUp[];
}

@DescribeClass('What staff write in a follow-up. The whole of it is kept as it is sent.')
export class SaveDialogueFollowUp {
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(wordsCharacters)
  words?: string | null;

  @IsArray()
  @ArrayMaxSize(points)
  @ValidateNested({ each: true })
  @Type(() => FollowUpWords)
  items: FollowUpWords[];
}

@DescribeClass('That a follow-up is published as it stands.')
export class PublishDialogueFollowUp {
  @IsInt()
  @Min(1)
  version: number;
}

@DescribeClass('A published follow-up of a public dialogue: how its points stood on that day.')
export class DialogueFollowUp {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsISO8601()
  startsAt: string;

  @IsIn(FOLLOW_UP_MONTHS)
  months: FollowUpMonths;

  @IsISO8601()
  publishedAt: string;

  @Describe('The whole in the municipality’s words.')
  @IsString()
  words: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowedPoint)
  points: FollowedPoint[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StandingCount)
  standings: StandingCount[];

  @Describe('The published follow-ups of the dialogue, in months after the report.')
  @IsArray()
  @IsInt({ each: true })
  followUps: number[];
}
