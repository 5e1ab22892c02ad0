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
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { MOVES_OF_SEVERAL, type MoveOfSeveral } from '../queue.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { FieldProblem } from './problem.js';

@DescribeClass('A chosen proposal, as it was read.')
export class ChosenProposal {
  @IsString()
  @IsNotBlank()
  @MaxLength(20)
  reference: string;

  @Describe('The version that was read; a stale one is refused.')
  @IsDefined()
  @IsInt()
  version: number;
}

const referenceOf = (each: unknown) => (each as Partial<ChosenProposal> | null)?.reference;

@DescribeClass('What is done to several proposals at once, each on its own.')
export class ChosenProposals {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.proposalsAtOnce)
  @ArrayUnique(referenceOf)
  @ValidateNested({ each: true })
  @Type(() => ChosenProposal)
  proposals: ChosenProposal[];
}

@DescribeClass('A chosen proposal, as it was read, with words of its own.')
export class ProposalToMove extends ChosenProposal {
  @Describe('What everyone will read at this one, in place of the text for all.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText?: string;
}

@DescribeClass('One move of several proposals; what it needs is the same as for one.')
export class MoveProposals {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.proposalsAtOnce)
  @ArrayUnique(referenceOf)
  @ValidateNested({ each: true })
  @Type(() => ProposalToMove)
  proposals: ProposalToMove[];

  @IsIn(MOVES_OF_SEVERAL)
  to: MoveOfSeveral;

  @Describe('What everyone will read at each of them that has no text of its own.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText?: string;

  @Describe('To decline: a reason code. To reopen: why, in words.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string;

  @IsOptional()
  @IsUUID()
  commitmentId?: string;

  @Describe('To refer: the responsible body’s name.', { example: 'Trafikverket' })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.responsibleCharacters)
  responsible?: string;

  @Describe('To refer: a body of the register in place of a name.')
  @IsOptional()
  @IsUUID()
  bodyId?: string;

  @Describe('To refer: what the body is asked for, in its mail about each of them. Not public.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  asked?: string;

  @Describe('An internal note, written at each of them.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.noteCharacters)
  note?: string;
}

@DescribeClass('What became of one of several proposals.')
export class OutcomeOfOne {
  @IsString()
  reference: string;

  @Describe('False when it was refused, and is as it was.')
  @IsBoolean()
  done: boolean;

  @Describe('The version that it has now; null when it was refused.')
  @Nullable()
  @IsInt()
  version: number | null;

  @Describe('Why it was refused, for programs.')
  @Nullable()
  @IsString()
  code: string | null;

  @Describe('Why it was refused, as a sentence.')
  @Nullable()
  @IsString()
  message: string | null;

  @Describe('The fields that were wrong.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FieldProblem)
  errors: FieldProblem[];
}

@DescribeClass('What became of several proposals, in the order in which they were named.')
export class OutcomeOfSeveral {
  @Describe('How many were done; the others were refused.')
  @IsInt()
  done: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OutcomeOfOne)
  items: OutcomeOfOne[];
}
