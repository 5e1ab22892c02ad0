import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import {
  LIMITS,
  PROPOSAL_KINDS,
  PROPOSAL_STATUSES,
  type ProposalKind,
  type ProposalStatus,
} from '../vocabulary.js';
import { Repeated } from './proposals.js';

/** How many proposals one call gathers or takes out. */
export const MOST_IN_ONE_ACT = 50;

/** How many proposals may be asked about in one call for likenesses. */
export const MOST_ASKED_ABOUT = 100;

/** Whether two proposals are about the same road: they are, they are not, or one of them names none. */
export const ROAD_LIKENESS = ['same', 'other', 'unknown'] as const;
export type RoadLikeness = (typeof ROAD_LIKENESS)[number];

@DescribeClass('A proposal as a part of a case.')
export class CaseProposal {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('As this person may see it.')
  @IsIn(PROPOSAL_STATUSES)
  status: ProposalStatus;

  @Describe('[lng, lat], exact.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Nullable()
  @IsString()
  placeName: string | null;

  @Nullable()
  @IsString()
  description: string | null;

  @Describe('People who want this one, its sender among them.')
  @IsInt()
  supportCount: number;

  @Describe('Send it back with a change; a stale one is refused.')
  @IsInt()
  version: number;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass('A proposal that is gathered under another.')
export class CaseMember extends CaseProposal {
  @Describe(
    'The proposal that it was gathered under: the leader, or one that was gathered with all of its own.',
  )
  @IsString()
  under: string;

  @Describe('True when it may take over the lead now.')
  @IsBoolean()
  mayLead: boolean;
}

@DescribeClass('A proposal that may be about the same spot, and why it is thought to be. A human decides.')
export class CaseSuggestion extends CaseProposal {
  @IsNumber()
  distanceMetres: number;

  @Describe('Whether both name the same road.')
  @IsIn(ROAD_LIKENESS)
  road: RoadLikeness;

  @IsBoolean()
  sameKind: boolean;

  @Describe('0 to 100: up to 60 for nearness, 25 for the same road, 15 for the same kind.')
  @IsInt()
  score: number;

  @Describe('How many it leads already.')
  @IsInt()
  gatheredCount: number;

  @Describe('False when its handling has ended: then it can lead a case, but not be gathered.')
  @IsBoolean()
  mayJoin: boolean;
}

@DescribeClass('The case that a proposal belongs to; without members when it is alone.')
export class TriageCase {
  @ValidateNested()
  @Type(() => CaseProposal)
  leader: CaseProposal;

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseMember)
  members: CaseMember[];

  @Describe('People behind the whole case, each counted once.')
  @IsInt()
  supportCount: number;

  @Describe('What may be about the same spot, the likeliest first; empty for a proposal that is gathered.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CaseSuggestion)
  suggestions: CaseSuggestion[];
}

@DescribeClass('A proposal with the version that was read.')
export class ReadProposal {
  @IsString()
  @IsNotBlank()
  @MaxLength(20)
  reference: string;

  @IsInt()
  version: number;
}

@DescribeClass('Which proposals are gathered under the one in the address.')
export class GatherProposals {
  @Describe('The version of the leading proposal that was read.')
  @IsInt()
  version: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_ONE_ACT)
  @ValidateNested({ each: true })
  @Type(() => ReadProposal)
  members: ReadProposal[];

  @Describe('An internal note on the leading proposal.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.noteCharacters)
  note?: string;
}

@DescribeClass('Which proposals are taken out of the case, and why.')
export class ReleaseProposals {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_ONE_ACT)
  @ValidateNested({ each: true })
  @Type(() => ReadProposal)
  members: ReadProposal[];

  @Describe('Why. Staff only.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('Which member of the case leads it from now on.')
export class ChangeLeader {
  @Describe('The version of the proposal that leads now.')
  @IsInt()
  version: number;

  @Describe('The member that is to lead.')
  @ValidateNested()
  @Type(() => ReadProposal)
  leader: ReadProposal;
}

/** Which proposals of the queue are asked about. */
export class LikenessQuery {
  @Describe('Numbers of proposals, at most 100. Those of other municipalities are left out of the answer.')
  @Repeated()
  @IsString({ each: true })
  @ArrayMaxSize(MOST_ASKED_ABOUT)
  @MaxLength(20, { each: true })
  reference: string[];
}

@DescribeClass('How many proposals may be about the same spot as one.')
export class LikenessCount {
  @IsString()
  reference: string;

  @IsInt()
  count: number;
}

@DescribeClass('Counts of those that have any; what is gathered or has ended has none.')
export class LikenessCounts {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LikenessCount)
  items: LikenessCount[];
}
