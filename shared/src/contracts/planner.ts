import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  PLANNER_LIMITS,
  RANKING_PARTS,
  RANKING_REASONS,
  type RankingPart,
  type RankingReasonCode,
  type RankingWeights,
  type ShareOf,
  SHARES_OF,
  SUITABILITY_VERDICTS,
  type SuitabilityVerdict,
} from '../planner.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import {
  SPEED_LIMITS,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  type SpeedLimit,
  type SpeedProblem,
  type SpeedSurrounding,
} from '../vocabulary.js';
import { IsVersion } from '../version.js';
import { PageQuery } from './paging.js';

@DescribeClass(
  'A reason for a stretch’s place in the order: a code with the values that its sentence is filled with.',
)
export class RankingReason {
  @IsIn(RANKING_PARTS)
  part: RankingPart;

  @IsIn(RANKING_REASONS)
  code: RankingReasonCode;

  @Describe('Numbers, dates (`YYYY-MM-DD`) and names, by the words in braces that they fill.', {
    schema: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  })
  @IsObject()
  values: Record<string, string | number>;
}

@DescribeClass('What one part gives to a stretch’s score.')
export class RankingPoints {
  @IsIn(RANKING_PARTS)
  part: RankingPart;

  @Describe('The part itself, 0 to 1.')
  @IsNumber()
  value: number;

  @Describe('What it gives of the score’s 100, weighed.')
  @IsNumber()
  points: number;
}

@DescribeClass('A stretch of road that residents want checked.')
export class KnownStretch {
  @IsUUID()
  id: string;

  @Describe('What staff named it; else its road, as most of its wishes say; null when none names a road.')
  @Nullable()
  @IsString()
  name: string | null;

  @Describe('The locality’s slug: that of most of its wishes.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @Describe('Place in the order, from 1; 0 for one on which nobody waits.')
  @IsInt()
  rank: number;

  @Describe('0 to 100.')
  @IsNumber()
  score: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RankingPoints)
  points: RankingPoints[];

  @Describe('Why it stands there, the heaviest part first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RankingReason)
  reasons: RankingReason[];

  @Describe('Distinct people behind its open wishes: senders and supporters, each once.')
  @IsInt()
  people: number;

  @Describe('Open wishes.')
  @IsInt()
  wishes: number;

  @Describe('The limit that most wishes name, km/h.')
  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @Describe('What happens there, as at least one open wish says.')
  @IsArray()
  @IsIn(SPEED_PROBLEMS, { each: true })
  problems: SpeedProblem[];

  @Describe('What is near, as wishes and the place list say.')
  @IsArray()
  @IsIn(SPEED_SURROUNDINGS, { each: true })
  near: SpeedSurrounding[];

  @Describe('Checks made there so far, released or not.')
  @IsInt()
  checks: number;

  @Describe('The date of the last one.', { format: 'date' })
  @Nullable()
  @IsString()
  lastCheckOn: string | null;

  @Describe('Days since then.')
  @Nullable()
  @IsInt()
  daysSinceCheck: number | null;

  @Describe('When the next check there is planned; null also where nothing is.', { format: 'date' })
  @Nullable()
  @IsString()
  plannedOn: string | null;

  @IsIn(SUITABILITY_VERDICTS)
  suitability: SuitabilityVerdict;

  @Describe('Send it back with a change; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('A stretch on which somebody waits, with its place in the order.')
export class RankedStretch extends KnownStretch {
  @Describe('The middle of its open wishes, [lng, lat], exact.')
  @IsPosition()
  position: Position;

  @Describe('When somebody last asked or supported.')
  @IsISO8601()
  latestAt: string;
}

@DescribeClass('How checks are spread over a locality.')
export class LocalityBalance {
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @Describe('People who asked for checks there, in open wishes.')
  @IsInt()
  people: number;

  @Describe('Checks made there since the promise began, or in the last twelve months.')
  @IsInt()
  checks: number;

  @Describe('How many it would have had by its share.')
  @IsNumber()
  expected: number;

  @Describe(
    'What the share is one of: those who live there, or those who ask where that is not known of all.',
  )
  @IsIn(SHARES_OF)
  shareOf: ShareOf;
}

@DescribeClass('Stretches in their order. For the police alone.')
export class StretchRanking {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RankedStretch)
  items: RankedStretch[];

  @Nullable()
  @IsString()
  nextCursor: string | null;

  @Describe('All stretches with open wishes.')
  @IsInt()
  total: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LocalityBalance)
  localities: LocalityBalance[];
}

/** Which part of the order. */
export class StretchQuery extends PageQuery {
  @Describe('The locality’s slug; the places in the order stay those of all.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality?: string;
}

const weight = (): PropertyDecorator => (prototype, property) => {
  for (const decorate of [IsDefined(), IsInt(), Min(0), Max(100)]) decorate(prototype, property);
};

@DescribeClass(
  'How much each part of the ranking weighs. Demand may weigh no more than the other parts together: the number of wishes alone never decides.',
)
export class PlannerWeights implements RankingWeights {
  @weight()
  demand: number;

  @weight()
  surroundings: number;

  @weight()
  sinceCheck: number;

  @weight()
  balance: number;

  @weight()
  suitability: number;

  @Describe('After so many days a person who asked weighs half.')
  @IsDefined()
  @IsInt()
  @Min(30)
  @Max(1000)
  halfLifeDays: number;

  @Describe('Closer than this to where the limit changes, a check is unsuitable. Metres.')
  @IsDefined()
  @IsInt()
  @Min(0)
  @Max(1000)
  limitChangeMetres: number;
}

@DescribeClass('The weights of a municipality, and whether its police plan here.')
export class PlannerSettings {
  @ValidateNested()
  @Type(() => PlannerWeights)
  weights: PlannerWeights;

  @Describe('What holds where nobody has changed anything.')
  @ValidateNested()
  @Type(() => PlannerWeights)
  defaults: PlannerWeights;

  @Describe('Whether checks may be planned. Until the police switch it on, nothing planned is stored.')
  @IsBoolean()
  planOn: boolean;

  @Describe('Since when.')
  @Nullable()
  @IsISO8601()
  planSince: string | null;

  @Describe('0 before anything was changed. Send it back with a change.')
  @IsInt()
  version: number;
}

@DescribeClass('New weights.')
export class SetPlannerWeights {
  @IsDefined()
  @IsVersion()
  version: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => PlannerWeights)
  weights: PlannerWeights;
}

@DescribeClass('Weights to try.')
export class TryPlannerWeights {
  @IsDefined()
  @ValidateNested()
  @Type(() => PlannerWeights)
  weights: PlannerWeights;
}

@DescribeClass('Where a stretch stands now, and would stand.')
export class RankChange {
  @IsUUID()
  id: string;

  @Nullable()
  @IsString()
  name: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @IsInt()
  rankNow: number;

  @IsInt()
  rankThen: number;

  @IsNumber()
  scoreNow: number;

  @IsNumber()
  scoreThen: number;
}

@DescribeClass(
  'How weights would change the order: the first of the new order, and those that would leave the first.',
)
export class RankPreview {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RankChange)
  items: RankChange[];

  @Describe('How many stretches would stand elsewhere than now.')
  @IsInt()
  moved: number;

  @IsInt()
  total: number;
}

@DescribeClass('A stretch after a change: read it anew.')
export class ChangedStretch {
  @IsUUID()
  id: string;

  @IsInt()
  version: number;
}

@DescribeClass('A name for a stretch.')
export class NameStretch {
  @IsDefined()
  @IsVersion()
  version: number;

  @Describe('Null goes back to the name of its road.')
  @Nullable()
  @IsString()
  @IsNotBlank()
  @MaxLength(PLANNER_LIMITS.nameCharacters)
  name: string | null;
}

@DescribeClass('Wishes that become a stretch of their own.')
export class SplitStretch {
  @IsDefined()
  @IsVersion()
  version: number;

  @Describe('Numbers of wishes of this stretch; not all of them.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PLANNER_LIMITS.wishesAtOnce)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  wishes: string[];

  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(PLANNER_LIMITS.nameCharacters)
  name?: string;
}

@DescribeClass('A stretch as it was read.')
export class ReadStretch {
  @IsUUID()
  id: string;

  @IsDefined()
  @IsVersion()
  version: number;
}

@DescribeClass('Stretches whose wishes become this one’s.')
export class MergeStretches {
  @IsDefined()
  @IsVersion()
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PLANNER_LIMITS.mergesAtOnce)
  @ArrayUnique((each: unknown) => (each as Partial<ReadStretch> | null)?.id)
  @ValidateNested({ each: true })
  @Type(() => ReadStretch)
  stretches: ReadStretch[];
}

@DescribeClass('Takes back a split or a merge: wishes that still lie where it put them go back.')
export class UndoStretchEvent {
  @IsDefined()
  @IsVersion()
  version: number;

  @Describe('The number of the event in the stretch’s history.')
  @IsDefined()
  @IsVersion()
  event: number;
}
