import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { OpeningBalance } from './medborgarlofte.js';

/** Asks for the opening balances of a municipality. */
export class OpeningBalanceQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('A commitment that is counted, and how many were done before the platform began to count.')
export class CommitmentOpening {
  @Describe('The commitment’s id.')
  @IsUUID()
  id: string;

  @IsInt()
  number: number;

  @Describe('Of the commitment, in the caller’s language.')
  @IsString()
  title: string;

  @Describe('Of its promise, in the caller’s language.')
  @IsString()
  promise: string;

  @IsInt()
  target: number;

  @Describe('The first day that the balance can cover: that of the promise.', { format: 'date' })
  @IsString()
  from: string;

  @Describe(
    'The day of the first activity that is logged; the balance ends before it. Null when there is none.',
    {
      format: 'date',
    },
  )
  @Nullable()
  @IsString()
  firstLoggedOn: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => OpeningBalance)
  opening: OpeningBalance | null;

  @Describe('Comes back with a change, so that nobody’s change is overwritten unread.')
  @IsInt()
  version: number;
}

@DescribeClass('The opening balances of a municipality, in the order of its promises and commitments.')
export class CommitmentOpeningPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CommitmentOpening)
  items: CommitmentOpening[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('How many were done before the platform began to count.')
export class OpeningBalanceDraft {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  count: number;

  @Describe('The last day that it covers.', { format: 'date' })
  @IsString()
  asOf: string;

  @Describe('Where the figure comes from; everyone reads it.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  source: string;
}

@DescribeClass('An opening balance as it should be from now on.')
export class PutOpeningBalance {
  @Describe('Null takes it away.')
  @Nullable()
  @ValidateNested()
  @Type(() => OpeningBalanceDraft)
  opening: OpeningBalanceDraft | null;

  @Describe('Why it is changed; needed when there is one already. For the log.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string;

  @Describe('The version that was read.')
  @IsInt()
  version: number;
}
