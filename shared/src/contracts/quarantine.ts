import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../vocabulary.js';

/** What can lie in quarantine. */
export const QUARANTINED_KINDS = ['proposal', 'report', 'subscription', 'dialogue-question'] as const;
export type QuarantinedKind = (typeof QUARANTINED_KINDS)[number];

@DescribeClass('Which municipality’s quarantine.')
export class QuarantineQuery {
  @Describe('Its slug; all in which one handles proposals when left out.')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  municipality?: string;
}

@DescribeClass('Something that was probably sent by a machine: it filled in a field that no person sees.')
export class QuarantinedItem {
  @IsUUID()
  id: string;

  @IsIn(QUARANTINED_KINDS)
  kind: QuarantinedKind;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The number of the proposal or question that it is or is about; null for a subscription.')
  @Nullable()
  @IsString()
  reference: string | null;

  @Nullable()
  @IsIn(PROPOSAL_KINDS)
  proposalKind: ProposalKind | null;

  @Describe('What was written in it.')
  @IsArray()
  @IsString({ each: true })
  words: string[];

  @IsInt()
  photos: number;

  @Describe('Whether it came with an address, to which no mail was sent.')
  @IsBoolean()
  hasAddress: boolean;

  @IsISO8601()
  at: string;

  @Describe('From then on it is disposed of.')
  @IsISO8601()
  disposedAt: string;
}

@DescribeClass('What lies in quarantine, the latest first; at most 200.')
export class QuarantinePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuarantinedItem)
  items: QuarantinedItem[];

  @IsInt()
  total: number;

  @Describe('After so many days something is disposed of.')
  @IsInt()
  days: number;
}

@DescribeClass('What was restored.')
export class QuarantineReceipt {
  @IsIn(QUARANTINED_KINDS)
  kind: QuarantinedKind;

  @Nullable()
  @IsString()
  reference: string | null;
}
