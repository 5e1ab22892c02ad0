import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
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
import {
  PLANNER_LIMITS,
  ROAD_KEEPERS,
  type RoadKeeper,
  STRETCH_ALTERNATIVES,
  type StretchAlternative,
} from '../planner.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { IsVersion } from '../version.js';
import { DATE_PATTERN } from './activities.js';
import { ChosenProposals, OutcomeOfSeveral } from './bulk.js';
import { ArrangedAlternative } from './stretches.js';

@DescribeClass('What the police have found at a stretch. Whether a check can be made follows from it.')
export class AssessStretch {
  @IsDefined()
  @IsVersion()
  version: number;

  @Describe('Whether there is a safe place to stand; null when nobody has looked.')
  @Nullable()
  @IsBoolean()
  safePlace: boolean | null;

  @Describe('Metres to where the limit changes; null when nobody has looked.')
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(10_000)
  limitChangeMetres: number | null;

  @Nullable()
  @IsIn(ROAD_KEEPERS)
  roadKeeper: RoadKeeper | null;

  @Describe('For the police.')
  @Nullable()
  @IsString()
  @IsNotBlank()
  @MaxLength(PLANNER_LIMITS.noteCharacters)
  note: string | null;
}

@DescribeClass(
  'Something else than a check, and what those who asked are told. A measurement and a display are answers; a referral gives the wish to another body.',
)
export class ArrangeAlternative extends ChosenProposals {
  @IsIn(STRETCH_ALTERNATIVES)
  kind: StretchAlternative;

  @Describe('Who does it, by name.', { example: 'Trafikverket' })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.responsibleCharacters)
  responsible?: string;

  @Describe('A body of the register in place of a name.')
  @IsOptional()
  @IsUUID()
  bodyId?: string;

  @Describe('To refer: what the body is asked for, in its mail. Not public.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  asked?: string;

  @Describe('What everyone will read at each of the wishes.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText: string;

  @Describe('When it should be done; the list tells when that has passed.', { format: 'date' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  dueOn?: string;
}

@DescribeClass('How an alternative ended, told to everyone who was answered with it.')
export class EndAlternative {
  @IsDefined()
  @IsVersion()
  version: number;

  @IsIn(['done', 'not-done'])
  state: 'done' | 'not-done';

  @Describe('What everyone will read at each of the wishes: what came of it, or why nothing did.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText: string;

  @Describe(
    'To a municipal measurement that was done: the measurement on the stretch that the words tell of.',
  )
  @IsOptional()
  @IsUUID()
  measurementId?: string;
}

@DescribeClass('An alternative, and what became of each wish.')
export class AlternativeOutcome {
  @Describe('Null when no wish could be answered with it: then nothing was arranged.')
  @Nullable()
  @ValidateNested()
  @Type(() => ArrangedAlternative)
  alternative: ArrangedAlternative | null;

  @ValidateNested()
  @Type(() => OutcomeOfSeveral)
  outcome: OutcomeOfSeveral;
}
