import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { DATE_PATTERN } from './activities.js';
import { OrganisationView, PROGRESS_SCHEMA, type Progress } from './medborgarlofte.js';
import { PageQuery } from './paging.js';

/** How far a follow-up has come. */
export const FOLLOW_UP_STATES = ['draft', 'published'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

@DescribeClass(
  'A commitment as it stood on the day of a follow-up: what was promised, and the figures of that day.',
)
export class FollowedCommitment {
  @IsUUID()
  commitmentId: string;

  @Describe('Name in addresses.', { example: 'hastighetskontroller' })
  @IsString()
  slug: string;

  @Describe('Its place in the promise, from 1.')
  @IsInt()
  number: number;

  @Describe('The focus area’s name.')
  @IsString()
  focusArea: string;

  @IsString()
  title: string;

  @Describe('The promise’s own words.')
  @IsString()
  text: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  owners: OrganisationView[];

  @Describe('Computed from what was released and done by the day of the follow-up.', {
    schema: PROGRESS_SCHEMA,
  })
  @IsObject()
  progress: Progress;

  @Describe(
    'True when the commitment was behind, or had been silent for too long: then the deviation is told.',
  )
  @IsBoolean()
  behind: boolean;
}

@DescribeClass('A commitment in a published follow-up: promise, result, deviation, next step.')
export class FollowUpItem extends FollowedCommitment {
  @Describe('What was done, in the words of those who did it.')
  @IsString()
  result: string;

  @Describe('Why it deviated from the promise; always told when the commitment was behind.')
  @Nullable()
  @IsString()
  deviation: string | null;

  @IsString()
  nextStep: string;
}

@DescribeClass(
  'A correction of a published follow-up. It is added; what it corrects stands as it was published.',
)
export class FollowUpCorrection {
  @Describe('When it was made, RFC 3339 UTC.')
  @IsISO8601()
  at: string;

  @Describe('The commitment that it concerns; null when it concerns the whole.')
  @Nullable()
  @IsUUID()
  commitmentId: string | null;

  @Describe('What is right.')
  @IsString()
  text: string;

  @Describe('Why it was wrong.')
  @IsString()
  reason: string;
}

@DescribeClass('A published follow-up in a list.')
export class FollowUpSummary {
  @IsUUID()
  id: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsUUID()
  medborgarlofteId: string;

  @Describe('The day that it tells of.', { format: 'date' })
  @IsString()
  asOf: string;

  @IsISO8601()
  publishedAt: string;
}

@DescribeClass('A page of published follow-ups, the latest day first.')
export class FollowUpPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpSummary)
  items: FollowUpSummary[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass(
  'A published follow-up of a promise. Words and figures stand as they were published; corrections are listed beside them.',
)
export class FollowUp extends FollowUpSummary {
  @Describe('The municipality’s name.')
  @IsString()
  municipalityName: string;

  @Describe('The promise’s title.')
  @IsString()
  title: string;

  @Describe('First day of the promise.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('Last day of the promise; null when it has no end.', { format: 'date' })
  @Nullable()
  @IsString()
  to: string | null;

  @Describe('In the order of the promise.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpItem)
  items: FollowUpItem[];

  @Describe('The oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpCorrection)
  corrections: FollowUpCorrection[];
}

/** Which follow-ups. */
export class FollowUpQuery extends PageQuery {
  @Describe('The municipality’s slug.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;
}

/** One follow-up by its municipality and day. */
export class FollowUpByDateQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('The day that it tells of.', { format: 'date' })
  @Matches(DATE_PATTERN)
  asOf: string;
}

@DescribeClass('Begins a follow-up.')
export class DraftFollowUp {
  @IsUUID()
  medborgarlofteId: string;

  @Describe('The day that it tells of: within the promise or after it, not in the future.', {
    format: 'date',
  })
  @Matches(DATE_PATTERN)
  asOf: string;
}

@DescribeClass('What a coordinator writes about a commitment. In a draft each text may still be empty.')
export class FollowUpTexts {
  @IsUUID()
  commitmentId: string;

  @IsString()
  @MaxLength(LIMITS.publicTextCharacters)
  result: string;

  @Describe('Needed before publication when the commitment is behind.')
  @IsString()
  @MaxLength(LIMITS.publicTextCharacters)
  deviation: string;

  @IsString()
  @MaxLength(LIMITS.publicTextCharacters)
  nextStep: string;
}

@DescribeClass('Saves a draft.')
export class SaveFollowUp {
  @Describe('The version that was read; an older one is refused.')
  @IsInt()
  version: number;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => FollowUpTexts)
  items: FollowUpTexts[];
}

@DescribeClass('Publishes a draft as it was read.')
export class PublishFollowUp {
  @Describe('The version that was read; an older one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('Adds a correction to a published follow-up.')
export class CorrectFollowUp {
  @Describe('The commitment that it concerns; without it the correction concerns the whole.')
  @IsOptional()
  @IsUUID()
  commitmentId?: string;

  @Describe('What is right.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  text: string;

  @Describe('Why it was wrong. Everyone reads it.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass(
  'A commitment in a draft: the figures as they would be published now, and what is written so far.',
)
export class DraftedItem extends FollowedCommitment {
  @IsString()
  result: string;

  @IsString()
  deviation: string;

  @IsString()
  nextStep: string;
}

@DescribeClass('A follow-up in the coordinator’s list.')
export class StaffFollowUpSummary {
  @IsUUID()
  id: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsUUID()
  medborgarlofteId: string;

  @Describe('The day that it tells of.', { format: 'date' })
  @IsString()
  asOf: string;

  @IsIn(FOLLOW_UP_STATES)
  state: FollowUpState;

  @IsInt()
  version: number;

  @Describe('When it was last saved, published or corrected, RFC 3339 UTC.')
  @IsISO8601()
  updatedAt: string;

  @Nullable()
  @IsISO8601()
  publishedAt: string | null;
}

@DescribeClass('The follow-ups of one’s own municipalities, the latest day first.')
export class StaffFollowUpPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffFollowUpSummary)
  items: StaffFollowUpSummary[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass(
  'A follow-up as the coordinator writes it. Once published, the figures are those that were published.',
)
export class StaffFollowUp extends StaffFollowUpSummary {
  @Describe('The promise’s title.')
  @IsString()
  title: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DraftedItem)
  items: DraftedItem[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpCorrection)
  corrections: FollowUpCorrection[];
}
