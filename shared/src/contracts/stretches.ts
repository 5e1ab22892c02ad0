import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  ALTERNATIVE_STATES,
  type AlternativeState,
  ROAD_KEEPERS,
  type RoadKeeper,
  STRETCH_ALTERNATIVES,
  STRETCH_EVENTS,
  type StretchAlternative,
  type StretchEventType,
  SUITABILITY_VERDICTS,
  type SuitabilityVerdict,
  UNSUITABLE_REASONS,
  type UnsuitableReason,
} from '../planner.js';
import { IsPosition, type Position } from '../position.js';
import { CHECK_METHODS, type CheckMethod } from '../speed-checks.js';
import {
  PROPOSAL_STATUSES,
  SPEED_LIMITS,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  type SpeedLimit,
  type SpeedProblem,
  type SpeedSurrounding,
  type ProposalStatus,
  type Weekday,
  WEEKDAYS,
} from '../vocabulary.js';
import { KnownStretch } from './planner.js';

@DescribeClass('A wish on a stretch.')
export class StretchWish {
  @IsString()
  reference: string;

  @Describe('As this person may see it.')
  @IsIn(PROPOSAL_STATUSES)
  status: ProposalStatus;

  @Describe('Whether somebody still waits for what becomes of it.')
  @IsBoolean()
  open: boolean;

  @Describe('[lng, lat], exact.')
  @IsPosition()
  position: Position;

  @Nullable()
  @IsString()
  roadName: string | null;

  @Nullable()
  @IsString()
  direction: string | null;

  @Nullable()
  @IsString()
  description: string | null;

  @IsArray()
  @IsIn(WEEKDAYS, { each: true })
  weekdays: Weekday[];

  @IsArray()
  @IsString({ each: true })
  hourBands: string[];

  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @IsArray()
  @IsIn(SPEED_PROBLEMS, { each: true })
  problems: SpeedProblem[];

  @IsArray()
  @IsIn(SPEED_SURROUNDINGS, { each: true })
  near: SpeedSurrounding[];

  @IsInt()
  people: number;

  @Describe('The version of the proposal.')
  @IsInt()
  version: number;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass('When those who ask see it: one row a weekday, 24 hours each.')
export class StretchTimes {
  @Describe('Open wishes by weekday (Monday first) and hour of the day.', {
    schema: { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
  })
  @IsArray()
  counts: number[][];

  @Describe('Open wishes that tell a time.')
  @IsInt()
  told: number;

  @Describe('Open wishes that tell none.')
  @IsInt()
  untold: number;
}

@DescribeClass('A check that was made on a stretch.')
export class StretchCheck {
  @Describe('The activity’s id.')
  @IsUUID()
  id: string;

  @Describe('The date on which it was made.', { format: 'date' })
  @IsString()
  occurredOn: string;

  @IsString()
  publicText: string;

  @Nullable()
  @IsInt()
  durationMinutes: number | null;

  @Nullable()
  @IsInt()
  measured: number | null;

  @Nullable()
  @IsInt()
  reported: number | null;

  @Nullable()
  @IsIn(CHECK_METHODS)
  method: CheckMethod | null;

  @Describe('Whether everyone can read of it.')
  @IsBoolean()
  released: boolean;
}

@DescribeClass('A school, preschool or stop of the place list near a stretch.')
export class NearbyPlace {
  @IsString()
  name: string;

  @IsIn(SPEED_SURROUNDINGS)
  as: SpeedSurrounding;

  @Describe('From the nearest wish.')
  @IsNumber()
  distanceMetres: number;
}

@DescribeClass('Whether a check can be made on a stretch, as the police have found.')
export class StretchSuitability {
  @IsIn(SUITABILITY_VERDICTS)
  verdict: SuitabilityVerdict;

  @Describe('Why not.')
  @IsArray()
  @IsIn(UNSUITABLE_REASONS, { each: true })
  reasons: UnsuitableReason[];

  @Describe('Whether there is a safe place to stand; null when nobody has looked.')
  @Nullable()
  @IsBoolean()
  safePlace: boolean | null;

  @Describe('Metres to where the limit changes; null when nobody has looked.')
  @Nullable()
  @IsInt()
  limitChangeMetres: number | null;

  @Nullable()
  @IsIn(ROAD_KEEPERS)
  roadKeeper: RoadKeeper | null;

  @Describe('For the police.')
  @Nullable()
  @IsString()
  note: string | null;

  @Nullable()
  @IsISO8601()
  assessedAt: string | null;
}

@DescribeClass('What is done on a stretch instead of a check, and what those who asked were told.')
export class ArrangedAlternative {
  @IsUUID()
  id: string;

  @IsIn(STRETCH_ALTERNATIVES)
  kind: StretchAlternative;

  @IsIn(ALTERNATIVE_STATES)
  state: AlternativeState;

  @Describe('Who does it.')
  @IsString()
  responsible: string;

  @Describe('What those who asked read.')
  @IsString()
  publicText: string;

  @Describe('When it should be done.', { format: 'date' })
  @Nullable()
  @IsString()
  dueOn: string | null;

  @Describe('Whether that day has passed without a result.')
  @IsBoolean()
  overdue: boolean;

  @Describe('Numbers of the wishes that were answered so.')
  @IsArray()
  @IsString({ each: true })
  wishes: string[];

  @Describe('What they read when it was done, or was not.')
  @Nullable()
  @IsString()
  resultText: string | null;

  @Describe('The measurement that the result tells of, while it is there.')
  @Nullable()
  @IsUUID()
  measurementId: string | null;

  @IsISO8601()
  arrangedAt: string;

  @Nullable()
  @IsISO8601()
  endedAt: string | null;

  @IsInt()
  version: number;
}

@DescribeClass('Something that happened to a stretch.')
export class StretchEvent {
  @Describe('Its number.')
  @IsInt()
  event: number;

  @IsIn(STRETCH_EVENTS)
  type: StretchEventType;

  @IsISO8601()
  at: string;

  @Describe('Who did it; null for the house itself.')
  @Nullable()
  @IsString()
  by: string | null;

  @Describe('The name that it got, or the other stretch’s.')
  @Nullable()
  @IsString()
  name: string | null;

  @Describe('How many wishes it moved.')
  @IsInt()
  wishes: number;

  @Describe('Whether it can be taken back.')
  @IsBoolean()
  undoable: boolean;
}

@DescribeClass('All that the police know of a stretch.')
export class StretchDetail extends KnownStretch {
  @Describe('The middle of its wishes, [lng, lat], exact; null when none of them can be shown any more.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('When somebody last asked or supported; null when none of its wishes can be shown.')
  @Nullable()
  @IsISO8601()
  latestAt: string | null;

  @Describe('Whether staff named it.')
  @IsBoolean()
  named: boolean;

  @Describe('Open wishes first, then the newest.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StretchWish)
  wishList: StretchWish[];

  @Describe('Wishes that have an answer.')
  @IsInt()
  answered: number;

  @ValidateNested()
  @Type(() => StretchTimes)
  times: StretchTimes;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StretchCheck)
  checkList: StretchCheck[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NearbyPlace)
  places: NearbyPlace[];

  @ValidateNested()
  @Type(() => StretchSuitability)
  assessment: StretchSuitability;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArrangedAlternative)
  alternatives: ArrangedAlternative[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StretchEvent)
  history: StretchEvent[];
}
