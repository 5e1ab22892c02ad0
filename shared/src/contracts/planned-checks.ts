import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { PLANNED_CHECK_STATES, PLANNER_LIMITS, type PlannedCheckState } from '../planner.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { SPEED_LIMITS, SPEED_PROBLEMS, type SpeedLimit, type SpeedProblem } from '../vocabulary.js';
import { IsVersion } from '../version.js';
import { DATE_PATTERN } from './activities.js';

@DescribeClass(
  'Switches planning on or off. What is planned and not made is cancelled when it is switched off.',
)
export class SwitchPlan {
  @IsDefined()
  @IsVersion()
  version: number;

  @IsDefined()
  @IsBoolean()
  on: boolean;
}

@DescribeClass('When a check is planned.')
export class CheckTimes {
  @Describe('The date, Europe/Stockholm; not in the past.', { format: 'date' })
  @Matches(DATE_PATTERN)
  plannedOn: string;

  @Describe('From this hour, local time.')
  @IsDefined()
  @IsInt()
  @Min(0)
  @Max(23)
  fromHour: number;

  @Describe('To this hour, after the first.')
  @IsDefined()
  @IsInt()
  @Min(1)
  @Max(24)
  toHour: number;

  @Describe('For the police.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(PLANNER_LIMITS.noteCharacters)
  note?: string | null;
}

@DescribeClass('A check to plan.')
export class PlanCheck extends CheckTimes {
  @IsUUID()
  stretchId: string;
}

@DescribeClass('A planned check at another time.')
export class MovePlannedCheck extends CheckTimes {
  @IsDefined()
  @IsVersion()
  version: number;
}

@DescribeClass('A planned check that will not be made.')
export class CancelPlannedCheck {
  @IsDefined()
  @IsVersion()
  version: number;
}

@DescribeClass('A planned check after a change: read it anew.')
export class ChangedCheck {
  @IsUUID()
  id: string;

  @IsInt()
  version: number;
}

@DescribeClass('A planned check. For the police alone, also after it was made.')
export class PlannedCheck {
  @IsUUID()
  id: string;

  @IsUUID()
  stretchId: string;

  @Nullable()
  @IsString()
  stretchName: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @Describe('The middle of the stretch’s wishes, [lng, lat]; null when none of them can be shown any more.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @IsArray()
  @IsIn(SPEED_PROBLEMS, { each: true })
  problems: SpeedProblem[];

  @Describe('Distinct people behind the stretch’s open wishes.')
  @IsInt()
  people: number;

  @Describe('The date.', { format: 'date' })
  @IsString()
  plannedOn: string;

  @IsInt()
  fromHour: number;

  @IsInt()
  toHour: number;

  @IsIn(PLANNED_CHECK_STATES)
  state: PlannedCheckState;

  @Nullable()
  @IsString()
  note: string | null;

  @Describe('Who planned it.')
  @IsString()
  plannedBy: string;

  @Describe('The activity that it became.')
  @Nullable()
  @IsUUID()
  activityId: string | null;

  @IsInt()
  version: number;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass(
  'What is left of the promise, and what that means a month. Counts also what is not public yet.',
)
export class PlanTarget {
  @IsUUID()
  commitmentId: string;

  @IsInt()
  target: number;

  @IsInt()
  done: number;

  @IsInt()
  left: number;

  @Describe('The last day of the promise; null without an end.', { format: 'date' })
  @Nullable()
  @IsString()
  until: string | null;

  @Describe('Whole months that are left, rounded; null without an end.')
  @Nullable()
  @IsInt()
  months: number | null;

  @Describe('How many a month are needed; null without an end or when it has passed.')
  @Nullable()
  @IsNumber()
  perMonth: number | null;

  @Describe('How many this week, rounded up.')
  @IsInt()
  thisWeek: number;
}

@DescribeClass('A check that the planner proposes.')
export class SuggestedCheck {
  @IsUUID()
  stretchId: string;

  @Nullable()
  @IsString()
  stretchName: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @IsPosition()
  position: Position;

  @Describe('The stretch’s place in the order.')
  @IsInt()
  rank: number;

  @IsInt()
  people: number;

  @Describe('The date.', { format: 'date' })
  @IsString()
  plannedOn: string;

  @IsInt()
  fromHour: number;

  @IsInt()
  toHour: number;

  @Describe('Open wishes that name an hour of it.')
  @IsInt()
  fits: number;

  @Describe('Open wishes that tell a time at all.')
  @IsInt()
  told: number;

  @Describe(
    'Whether it is among those that the remaining target needs this week; the others are there to choose from.',
  )
  @IsBoolean()
  needed: boolean;
}

@DescribeClass('A week of the plan, from Monday. Without checks and suggestions while planning is off.')
export class PlanWeek {
  @Describe('The Monday.', { format: 'date' })
  @IsString()
  week: string;

  @Describe('Whether planning is on.')
  @IsBoolean()
  on: boolean;

  @Describe('The count that speed checks are promised in; null when there is none.')
  @Nullable()
  @ValidateNested()
  @Type(() => PlanTarget)
  target: PlanTarget | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlannedCheck)
  checks: PlannedCheck[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SuggestedCheck)
  suggestions: SuggestedCheck[];
}
