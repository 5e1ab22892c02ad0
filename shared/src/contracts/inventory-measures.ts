import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  COST_BANDS,
  INVENTORY_LIMITS,
  MEASURE_KINDS,
  MEASURE_STATES,
  type CostBand,
  type MeasureKind,
  type MeasureState,
} from '../inventory.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { DATE_PATTERN } from './activities.js';

/** What is kept of a measure. */
export class MeasureInput {
  @Describe('The version of the place that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @Describe(
    'What is done, or why nothing is; everyone reads it where the measure is public. `none` needs one.',
  )
  @IsOptional()
  @IsString()
  @MaxLength(INVENTORY_LIMITS.textCharacters)
  text?: string | null;

  @Describe('The day for which it is planned; the day of the decision for `referred` and `none`.', {
    format: 'date',
    example: '2027-05-15',
  })
  @IsOptional()
  @Matches(DATE_PATTERN)
  plannedOn?: string | null;

  @IsOptional()
  @IsIn(COST_BANDS)
  cost?: CostBand | null;

  @Describe('Who does it: a body of the register.')
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @Describe('Whether everyone reads of it, once the place is public.')
  @IsBoolean()
  isPublic: boolean;
}

@DescribeClass('A measure that is planned, or a decision that nothing is done here.')
export class AddMeasure extends MeasureInput {}

@DescribeClass(
  'A measure as it is to be kept. One that is done stays as it is, but for whether it is public.',
)
export class SaveMeasure extends MeasureInput {}

@DescribeClass('Says that a measure is done, and has it counted where it is evidence for a commitment.')
export class CompleteMeasure {
  @Describe('The version of the place that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @Describe('The day on which it was done.', { format: 'date', example: '2026-11-20' })
  @Matches(DATE_PATTERN)
  doneOn: string;

  @Describe('What was done, in the words that everyone reads; those who asked for it are told these.')
  @IsString()
  @IsNotBlank()
  @MaxLength(INVENTORY_LIMITS.textCharacters)
  text: string;

  @Describe('The commitment for which it is evidence: an activity is logged, once. Left out: none is.')
  @IsOptional()
  @IsUUID()
  commitmentId?: string;

  @Describe('Confirm the activity at once; only coordinators can.')
  @IsOptional()
  @IsBoolean()
  confirm?: boolean;
}

@DescribeClass('Takes a measure back that was marked as done by mistake.')
export class WithdrawMeasure {
  @Describe('The version of the place that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @Describe('Why. Staff only; everyone who was told reads that it was a mistake.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;

  @Describe('Whether it is still to be done: it is planned anew, for the day and by the body as before.')
  @IsBoolean()
  planAgain: boolean;
}

@DescribeClass('What is planned, done or decided about a place.')
export class PlaceMeasure {
  @IsUUID()
  id: string;

  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @IsIn(MEASURE_STATES)
  state: MeasureState;

  @Nullable()
  @IsString()
  text: string | null;

  @Nullable()
  @IsString()
  plannedOn: string | null;

  @Nullable()
  @IsString()
  doneOn: string | null;

  @Nullable()
  @IsIn(COST_BANDS)
  cost: CostBand | null;

  @Nullable()
  @IsUUID()
  ownerId: string | null;

  @Describe('The name of the body that does it.')
  @Nullable()
  @IsString()
  owner: string | null;

  @IsBoolean()
  isPublic: boolean;

  @Describe('Whether it was made of the yearly wheel.')
  @IsBoolean()
  isCare: boolean;

  @Describe('Whether people were told of it without an activity.')
  @IsBoolean()
  isTold: boolean;

  @Describe('The activity that was logged when it was done.')
  @Nullable()
  @IsUUID()
  activityId: string | null;
}
