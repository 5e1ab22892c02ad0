import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { CHECK_METHODS, type CheckMethod, TOP_SPEED_BANDS, type TopSpeedBand } from '../speed-checks.js';
import { IsNotBlank } from '../text.js';
import { LIMITS, WHY_NOT_COUNTED, type WhyNotCounted } from '../vocabulary.js';
import { PageQuery } from './paging.js';

/** A calendar date in Europe/Stockholm. */
export const DATE_PATTERN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

@DescribeClass(
  'What an activity found or gave. Every field is optional; small numbers and speeds are never published one by one.',
)
export class ActivityResult {
  @Describe('When it ended, RFC 3339; the release delay counts from then, else from the end of the date.')
  @IsOptional()
  @IsISO8601({ strict: true })
  endedAt?: string;

  @Describe('How long it took, minutes.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(24 * 60)
  durationMinutes?: number;

  @Describe('Vehicles measured.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  measured?: number;

  @Describe('Drivers reported; not more than were measured, where both are told.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  reported?: number;

  @Describe('Driving licences seized. Published only as a total of a year.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  licencesSeized?: number;

  @Describe('Highest speed measured, km/h. Published only as the highest of a year.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(400)
  topSpeed?: number;

  @Describe('How a speed check was made. Never published.')
  @IsOptional()
  @IsIn(CHECK_METHODS)
  method?: CheckMethod;

  @Describe('Highest speed of a check, km/h above the limit, where no exact figure is told. Never published.')
  @IsOptional()
  @IsIn(TOP_SPEED_BANDS)
  topSpeedBand?: TopSpeedBand;

  @Describe('People who took part.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  participants?: number;

  @Describe('What it concerned where the commitment has several, such as a school.', {
    example: 'Bohusskolan',
  })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  subject?: string;

  @Describe('The milestone that it completed, for commitments with milestones.')
  @IsOptional()
  @IsUUID()
  milestoneId?: string;
}

@DescribeClass('An activity to log: something done, dated, that may count towards a commitment.')
export class LogActivity {
  @IsUUID()
  commitmentId: string;

  @Describe('The date on which it was done, Europe/Stockholm; not in the future.', { format: 'date' })
  @Matches(DATE_PATTERN)
  occurredOn: string;

  @Describe('What everyone will read about it.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText: string;

  @Describe(
    'Where, [lng, lat], in the commitment’s municipality; by default that of the first linked proposal.',
  )
  @IsOptional()
  @IsPosition()
  position?: Position;

  @Describe('The locality’s slug; by default the one nearest to the position.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality?: string;

  @Describe('Numbers of the residents’ proposals that it serves. It counts once, however many they are.')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  proposalReferences?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ActivityResult)
  result?: ActivityResult;

  @Describe('For coordinators: the slug of the owner that did it. Needs a `sourceNote`.', {
    example: 'polisen-kungalv-ale',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  onBehalfOf?: string;

  @Describe('Where the coordinator has it from, such as “mejl från kommunpolisen 3 mars”. Staff only.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  sourceNote?: string;
}

@DescribeClass(
  'Changes to a logged activity. After confirmation only a coordinator may change it, with a reason.',
)
export class ChangeActivity {
  @Describe('The version that was read; an older one is refused.')
  @IsOptional()
  @IsInt()
  version?: number;

  @Describe('The date on which it was done.', { format: 'date' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  occurredOn?: string;

  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText?: string;

  @IsOptional()
  @IsPosition()
  position?: Position | null;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  proposalReferences?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ActivityResult)
  result?: ActivityResult;

  @Describe('Why it is changed; needed after confirmation.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string;
}

@DescribeClass('The published result of an activity: small numbers are hidden.')
export class PublicActivityResult {
  @Describe('Vehicles measured.')
  @Nullable()
  @IsInt()
  measured: number | null;

  @Describe('Drivers reported: 0 or at least 5; null when not told or when fewer than five.')
  @Nullable()
  @IsInt()
  reported: number | null;

  @Describe('True when one to four drivers were reported (“färre än 5”).')
  @IsBoolean()
  reportedFewerThanFive: boolean;

  @Describe('People who took part, under the same rule: null when fewer than five.')
  @Nullable()
  @IsInt()
  participants: number | null;

  @Describe('What it concerned, such as a school.')
  @Nullable()
  @IsString()
  subject: string | null;
}

@DescribeClass('A confirmed and released activity as everyone sees it: a date without time.')
export class PublicActivity {
  @IsUUID()
  id: string;

  @IsUUID()
  commitmentId: string;

  @Describe('The date on which it was done.', { format: 'date' })
  @IsString()
  occurredOn: string;

  @IsString()
  publicText: string;

  @Describe('[lng, lat] snapped to a 25 m grid; null where the commitment publishes no positions.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @ValidateNested()
  @Type(() => PublicActivityResult)
  result: PublicActivityResult;

  @Describe('The organisation that did it.')
  @IsString()
  organisation: string;

  @Describe('Numbers of the public proposals that it served.')
  @IsArray()
  @IsString({ each: true })
  proposalReferences: string[];

  @Describe('Whether it counts towards the commitment’s target.')
  @IsBoolean()
  counts: boolean;

  @Describe('Why it does not count.')
  @Nullable()
  @IsIn(WHY_NOT_COUNTED)
  whyNot: WhyNotCounted | null;

  @Describe('When it became public, RFC 3339 UTC.')
  @IsISO8601()
  publishedAt: string;
}

@DescribeClass('A page of public activities, latest first.')
export class PublicActivityPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicActivity)
  items: PublicActivity[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

export const ACTIVITY_STATES = ['awaiting-confirmation', 'awaiting-release', 'released'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

@DescribeClass('An activity as signed-in staff see it.')
export class StaffActivity {
  @IsUUID()
  id: string;

  @IsUUID()
  commitmentId: string;

  @IsString()
  commitmentTitle: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsIn(ACTIVITY_STATES)
  state: ActivityState;

  @IsInt()
  version: number;

  @Describe('The date on which it was done.', { format: 'date' })
  @IsString()
  occurredOn: string;

  @IsString()
  publicText: string;

  @Describe('[lng, lat], exact.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Nullable()
  @IsString()
  locality: string | null;

  @ValidateNested()
  @Type(() => ActivityResult)
  result: ActivityResult;

  @IsArray()
  @IsString({ each: true })
  proposalReferences: string[];

  @Describe('Whether it counts (or will, once confirmed).')
  @IsBoolean()
  counts: boolean;

  @Describe('Why it does not count.')
  @Nullable()
  @IsIn(WHY_NOT_COUNTED)
  whyNot: WhyNotCounted | null;

  @Describe('Slug of the organisation that did it.')
  @IsString()
  organisation: string;

  @Describe('Name of the organisation that did it.')
  @IsString()
  organisationName: string;

  @Describe('Who logged it.')
  @IsString()
  loggedBy: string;

  @Nullable()
  @IsString()
  sourceNote: string | null;

  @IsISO8601()
  loggedAt: string;

  @Nullable()
  @IsISO8601()
  confirmedAt: string | null;

  @Describe('When it becomes public by itself once it is confirmed; null when at once.')
  @Nullable()
  @IsISO8601()
  releaseAt: string | null;

  @Nullable()
  @IsISO8601()
  releasedAt: string | null;

  @Describe('What this person may do with it now.')
  @IsArray()
  @IsIn(['change', 'confirm', 'release'], { each: true })
  allowed: ('change' | 'confirm' | 'release')[];
}

@DescribeClass('A page of activities for staff.')
export class StaffActivityPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffActivity)
  items: StaffActivity[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** Filters of the staff’s list of activities. */
export class StaffActivityQuery extends PageQuery {
  @Describe('The municipality’s slug; by default all of one’s own.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;

  @Describe('How far an activity has come; by default all.')
  @IsOptional()
  @IsIn(ACTIVITY_STATES)
  state?: ActivityState;
}
