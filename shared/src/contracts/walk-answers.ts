import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  MEASURE_KINDS,
  MEASURE_STATES,
  WORK_KINDS,
  type MeasureKind,
  type MeasureState,
} from '../inventory.js';
import { WALK_ANSWERS, WALK_LIMITS, type WalkAnswer } from '../safety-walks.js';
import { IsNotBlank } from '../text.js';
import { DATE_PATTERN } from './activities.js';

@DescribeClass(
  'A measure that is planned with the answer, in the answer’s words; everyone reads them. It is said to be done at its place, where it is counted and those behind it are told.',
)
export class AnswerMeasure {
  @IsIn(WORK_KINDS)
  kind: (typeof WORK_KINDS)[number];

  @Describe('The day for which it is planned.', { format: 'date', example: '2027-05-15' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  plannedOn?: string | null;

  @Describe('Who does it: a body of the register.')
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

@DescribeClass('What comes of a stop, in words that everyone reads.')
export class AnswerStop {
  @Describe('The version of the stop that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @IsIn(WALK_ANSWERS)
  kind: WalkAnswer;

  @Describe('The answer, in the words that everyone reads.')
  @IsString()
  @IsNotBlank()
  @MaxLength(WALK_LIMITS.textCharacters)
  text: string;

  @Describe('What was seen, in the words that everyone reads.')
  @IsOptional()
  @IsString()
  @MaxLength(WALK_LIMITS.textCharacters)
  seen?: string | null;

  @Describe('A measure of the stop’s place, for `measure`.')
  @IsOptional()
  @IsUUID()
  measureId?: string | null;

  @Describe('A new measure of the stop’s place, for `measure`.')
  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerMeasure)
  measure?: AnswerMeasure | null;

  @Describe('The body of the register that it was referred to, for `referred`.')
  @IsOptional()
  @IsUUID()
  bodyId?: string | null;
}

@DescribeClass('A measure by what it is and how far it has come.')
export class NamedMeasure {
  @IsUUID()
  id: string;

  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @IsIn(MEASURE_STATES)
  state: MeasureState;

  @Nullable()
  @IsString()
  text: string | null;

  @Describe('The day for which it is planned.', { format: 'date' })
  @Nullable()
  @IsString()
  plannedOn: string | null;

  @Nullable()
  @IsString()
  doneOn: string | null;
}

@DescribeClass('What comes of a stop.')
export class StopAnswer {
  @IsIn(WALK_ANSWERS)
  kind: WalkAnswer;

  @IsString()
  text: string;

  @Describe('The measure as it is planned now.')
  @Nullable()
  @IsUUID()
  measureId: string | null;

  @Describe('Whether the measure was taken back and not planned anew: the stop needs another answer.')
  @IsBoolean()
  isTakenBack: boolean;

  @Nullable()
  @IsUUID()
  bodyId: string | null;

  @Describe('The name of the body.')
  @Nullable()
  @IsString()
  body: string | null;
}
