import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  COMMITMENT_TYPES,
  ORGANISATION_TYPES,
  PACES,
  PROPOSAL_KINDS,
  WHY_NOT_COUNTED,
  type CommitmentType,
  type OrganisationType,
  type Pace,
  type ProposalKind,
  type WhyNotCounted,
} from '../vocabulary.js';
import { PageQuery } from './paging.js';

@DescribeClass('What was done before the platform began to count: typed once, with its source, drawn apart.')
export class OpeningBalance {
  @IsInt()
  count: number;

  @Describe('The last date that it covers.', { format: 'date' })
  @IsString()
  asOf: string;

  @Describe('Where the figure comes from.')
  @IsString()
  source: string;
}

@DescribeClass('A month of a count.')
export class MonthCount {
  @Describe('The month.', { example: '2026-03' })
  @IsString()
  month: string;

  @Describe('Counted in the month.')
  @IsInt()
  done: number;

  @Describe('Counted until the end of the month, the opening balance included.')
  @IsInt()
  total: number;
}

@DescribeClass('Activities that were logged but do not count, by reason.')
export class NotCounted {
  @IsIn(WHY_NOT_COUNTED)
  reason: WhyNotCounted;

  @IsInt()
  count: number;
}

@DescribeClass('Where the pace so far leads, for staff. The formula stands in docs/progress.md.')
export class Forecast {
  @Describe('Expected total when the period ends.')
  @IsNumber()
  expectedAtEnd: number;

  @Describe('Lower end of the 80 % interval.')
  @IsNumber()
  low: number;

  @Describe('Upper end of the 80 % interval.')
  @IsNumber()
  high: number;

  @Describe('How the figure was made, in the caller’s language.')
  @IsString()
  formula: string;
}

/** What waits to be counted, in every type of progress. */
abstract class AwaitedProgress {
  @Describe('For signed-in staff: confirmed ones that will count once they are released.')
  @IsOptional()
  @IsInt()
  awaitingRelease?: number;

  @Describe('For signed-in staff: logged ones that will count once they are confirmed.')
  @IsOptional()
  @IsInt()
  awaitingConfirmation?: number;
}

@DescribeClass('Progress of a commitment with a number.')
export class CountProgress extends AwaitedProgress {
  @Describe('Always `count`.', { schema: { const: 'count' } })
  @IsIn(['count'])
  type: 'count';

  @IsInt()
  target: number;

  @Describe('Counted until now, the opening balance included.')
  @IsInt()
  done: number;

  @Nullable()
  @ValidateNested()
  @Type(() => OpeningBalance)
  opening: OpeningBalance | null;

  @Describe('Logged but not counted, and why.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NotCounted)
  notCounted: NotCounted[];

  @Describe('What an even pace would have reached today, rounded to whole ones.')
  @IsInt()
  expectedToday: number;

  @Describe('How many a month are needed from now to the end; 0 when reached; null when the period is over.')
  @Nullable()
  @IsNumber()
  neededPerMonth: number | null;

  @IsIn(PACES)
  pace: Pace;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MonthCount)
  series: MonthCount[];

  @Describe('For signed-in staff.')
  @IsOptional()
  @ValidateNested()
  @Type(() => Forecast)
  forecast?: Forecast;
}

export const YEAR_STATES = ['kept', 'under-way', 'missed', 'to-come'] as const;
export type YearState = (typeof YEAR_STATES)[number];

@DescribeClass('A year of a recurring commitment.')
export class YearProgress {
  @IsInt()
  year: number;

  @Describe('How many are due in the year.')
  @IsInt()
  due: number;

  @IsInt()
  done: number;

  @IsIn(YEAR_STATES)
  state: YearState;
}

@DescribeClass('Progress of a commitment that recurs every year.')
export class RecurringProgress extends AwaitedProgress {
  @Describe('Always `recurring`.', { schema: { const: 'recurring' } })
  @IsIn(['recurring'])
  type: 'recurring';

  @Describe('What is counted, such as meetings.')
  @IsString()
  unit: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => YearProgress)
  years: YearProgress[];

  @IsIn(PACES)
  pace: Pace;
}

@DescribeClass('A step of a commitment with milestones.')
export class MilestoneProgress {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @Describe('When it is due.', { format: 'date' })
  @Nullable()
  @IsString()
  dueOn: string | null;

  @Describe('When it was done.', { format: 'date' })
  @Nullable()
  @IsString()
  doneOn: string | null;
}

@DescribeClass('Progress of a commitment with milestones.')
export class MilestonesProgress extends AwaitedProgress {
  @Describe('Always `milestones`.', { schema: { const: 'milestones' } })
  @IsIn(['milestones'])
  type: 'milestones';

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MilestoneProgress)
  steps: MilestoneProgress[];

  @Describe('Steps done.')
  @IsInt()
  done: number;

  @IsIn(PACES)
  pace: Pace;
}

@DescribeClass('Evidence in a period of four months.')
export class EvidencePeriod {
  @Describe('First day.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('Last day.', { format: 'date' })
  @IsString()
  to: string;

  @IsInt()
  count: number;
}

@DescribeClass('Progress of an ongoing commitment: dated evidence instead of a number.')
export class OngoingProgress extends AwaitedProgress {
  @Describe('Always `ongoing`.', { schema: { const: 'ongoing' } })
  @IsIn(['ongoing'])
  type: 'ongoing';

  @Describe('Date of the latest evidence.', { format: 'date' })
  @Nullable()
  @IsString()
  latestOn: string | null;

  @Describe('Evidence in all.')
  @IsInt()
  evidence: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EvidencePeriod)
  periods: EvidencePeriod[];

  @Describe('True when there was no evidence for longer than the commitment allows.')
  @IsBoolean()
  stale: boolean;

  @Describe('Days without evidence after which it is stale.')
  @IsInt()
  staleAfterDays: number;
}

export type Progress = CountProgress | RecurringProgress | MilestonesProgress | OngoingProgress;

/** JSON schema of `progress`: one of the four types. */
export const PROGRESS_SCHEMA = {
  oneOf: ['CountProgress', 'RecurringProgress', 'MilestonesProgress', 'OngoingProgress'].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  })),
};

@DescribeClass('An organisation that owns or helps with a commitment.')
export class OrganisationView {
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @IsIn(ORGANISATION_TYPES)
  type: OrganisationType;
}

@DescribeClass(
  'Totals of a year, for what is never published one by one. Given only for years that are over and have at least five results.',
)
export class YearlyTotal {
  @IsInt()
  year: number;

  @Describe('Driving licences seized; null when fewer than five but not none.')
  @Nullable()
  @IsInt()
  licencesSeized: number | null;

  @Describe('Highest speed measured, km/h.')
  @Nullable()
  @IsInt()
  topSpeed: number | null;
}

@DescribeClass('From when a commitment no longer holds, and why.')
export class ClosedCommitment {
  @Describe('The first day on which it no longer holds.', { format: 'date' })
  @IsString()
  from: string;

  @IsString()
  words: string;
}

@DescribeClass('One promised thing, with what was really done.')
export class Commitment {
  @IsUUID()
  id: string;

  @Describe('Name in addresses.', { example: 'hastighetskontroller' })
  @IsString()
  slug: string;

  @Describe('Its place in the promise, from 1.')
  @IsInt()
  number: number;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsUUID()
  medborgarlofteId: string;

  @Describe('The focus area’s slug.')
  @IsString()
  focusArea: string;

  @Describe('Short, in the caller’s language.')
  @IsString()
  title: string;

  @Describe('The promise’s own words.')
  @IsString()
  text: string;

  @Describe('How it is counted, in plain words.')
  @IsString()
  countedHow: string;

  @IsIn(COMMITMENT_TYPES)
  type: CommitmentType;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  owners: OrganisationView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  partners: OrganisationView[];

  @Describe('Kinds of proposals that may be linked to it.')
  @IsArray()
  @IsIn(PROPOSAL_KINDS, { each: true })
  acceptsKinds: ProposalKind[];

  @Describe('True when only an activity tied to a resident’s wish counts.')
  @IsBoolean()
  requiresWish: boolean;

  @Describe('Computed from released activities, never typed.', { schema: PROGRESS_SCHEMA })
  @IsObject()
  progress: Progress;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => YearlyTotal)
  yearlyTotals: YearlyTotal[];

  @Describe('First day of the promise.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('Last day; null when the promise has no end.', { format: 'date' })
  @Nullable()
  @IsString()
  to: string | null;

  @Describe('From when it no longer holds; null while nothing is decided.')
  @Nullable()
  @ValidateNested()
  @Type(() => ClosedCommitment)
  closing: ClosedCommitment | null;

  @Describe('When something public last changed, RFC 3339 UTC.')
  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('A focus area of the promise.')
export class FocusArea {
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @Describe('The heading in the promise.')
  @IsString()
  heading: string;
}

@DescribeClass('An outcome that the promise aims at, followed up by surveys and dialogues.')
export class Goal {
  @IsString()
  text: string;

  @Describe('Which way it should move; null for a goal about how it is followed up.')
  @Nullable()
  @IsIn(['increase', 'decrease'])
  direction: 'increase' | 'decrease' | null;
}

@DescribeClass('Where residents can follow the promise.')
export class Channel {
  @IsString()
  name: string;

  @Nullable()
  @IsString()
  url: string | null;
}

@DescribeClass('A public promise (medborgarlöfte) for a period, with its commitments and their progress.')
export class Medborgarlofte {
  @IsUUID()
  id: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @Describe('Paragraphs.')
  @IsArray()
  @IsString({ each: true })
  intro: string[];

  @Describe('First day.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('Last day; null when it has no end.', { format: 'date' })
  @Nullable()
  @IsString()
  to: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FocusArea)
  focusAreas: FocusArea[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Goal)
  goals: Goal[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Commitment)
  commitments: Commitment[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  partners: OrganisationView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Channel)
  channels: Channel[];

  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('A page of promises, the latest first.')
export class MedborgarloftePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Medborgarlofte)
  items: Medborgarlofte[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** Filters of the list of promises. */
export class MedborgarlofteQuery extends PageQuery {
  @Describe('The municipality’s slug.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;

  @Describe('`present`: only the promise that holds in the municipality today.')
  @IsOptional()
  @IsIn(['present'])
  time?: 'present';
}
