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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { COMMITMENT_TYPES, PROPOSAL_KINDS, type CommitmentType, type ProposalKind } from '../vocabulary.js';
import { OrganisationView } from './medborgarlofte.js';

@DescribeClass('A text in both languages. English may be empty: the Swedish text stands in its place.')
export class DraftText {
  @IsString()
  @MaxLength(8000)
  sv: string;

  @IsString()
  @MaxLength(8000)
  en: string;
}

@DescribeClass('A focus area of a promise that is being written.')
export class DraftFocusArea {
  @Describe('By which commitments name it. A new one gets a name for addresses when it is published.')
  @IsString()
  @MaxLength(60)
  slug: string;

  @ValidateNested()
  @Type(() => DraftText)
  name: DraftText;

  @Describe('The heading in the promise; empty: its name.')
  @ValidateNested()
  @Type(() => DraftText)
  heading: DraftText;
}

@DescribeClass('A goal of a promise that is being written.')
export class DraftGoal {
  @ValidateNested()
  @Type(() => DraftText)
  text: DraftText;

  @Nullable()
  @IsIn(['increase', 'decrease'])
  direction: 'increase' | 'decrease' | null;
}

@DescribeClass('A channel of a promise that is being written.')
export class DraftChannel {
  @ValidateNested()
  @Type(() => DraftText)
  name: DraftText;

  @Describe('Web address; empty: none.')
  @IsString()
  @MaxLength(500)
  url: string;
}

@DescribeClass('A step of a commitment that is being written.')
export class DraftMilestone {
  @Describe('Stays the same through all versions.')
  @IsUUID()
  id: string;

  @ValidateNested()
  @Type(() => DraftText)
  name: DraftText;

  @Nullable()
  @IsString()
  @MaxLength(10)
  dueOn: string | null;
}

@DescribeClass('From when a commitment no longer holds, and why. Everyone reads it.')
export class CommitmentClosing {
  @Describe('The first day on which it no longer holds, `YYYY-MM-DD`; empty in a draft: not decided.')
  @IsString()
  @MaxLength(10)
  from: string;

  @ValidateNested()
  @Type(() => DraftText)
  words: DraftText;
}

@DescribeClass('A commitment of a promise that is being written.')
export class DraftCommitment {
  @Describe('Stays the same through all versions, so that activities stay with it.')
  @IsUUID()
  id: string;

  @Describe('The slug of its focus area.')
  @IsString()
  @MaxLength(60)
  focusArea: string;

  @ValidateNested()
  @Type(() => DraftText)
  title: DraftText;

  @ValidateNested()
  @Type(() => DraftText)
  text: DraftText;

  @ValidateNested()
  @Type(() => DraftText)
  countedHow: DraftText;

  @IsIn(COMMITMENT_TYPES)
  type: CommitmentType;

  @Describe('For a count.')
  @Nullable()
  @IsInt()
  target: number | null;

  @Describe('For what recurs every year.')
  @Nullable()
  @IsInt()
  perYear: number | null;

  @Describe('What each needs its own, such as schools.')
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  perYearFor: string[];

  @Describe('What is counted, such as meetings.')
  @ValidateNested()
  @Type(() => DraftText)
  unit: DraftText;

  @Describe('Days without evidence after which an ongoing commitment is stale.')
  @Nullable()
  @IsInt()
  staleAfterDays: number | null;

  @Describe('Slugs of the organisations that answer for it.')
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  owners: string[];

  @Describe('Slugs of the organisations that help.')
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  partners: string[];

  @IsArray()
  @ArrayMaxSize(PROPOSAL_KINDS.length)
  @IsIn(PROPOSAL_KINDS, { each: true })
  acceptsKinds: ProposalKind[];

  @IsBoolean()
  requiresWish: boolean;

  @Describe('Whether the places of its activities show on the map.')
  @IsBoolean()
  publicPosition: boolean;

  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DraftMilestone)
  milestones: DraftMilestone[];

  @Nullable()
  @ValidateNested()
  @Type(() => CommitmentClosing)
  closing: CommitmentClosing | null;
}

@DescribeClass(
  'All that a coordinator writes of a promise. A draft may be incomplete; what is published is checked as a whole.',
)
export class PromiseContent {
  @ValidateNested()
  @Type(() => DraftText)
  title: DraftText;

  @Describe('Paragraphs with an empty line between them.')
  @ValidateNested()
  @Type(() => DraftText)
  intro: DraftText;

  @Describe('First day, `YYYY-MM-DD`; empty in a draft: not decided.')
  @IsString()
  @MaxLength(10)
  from: string;

  @Describe('Last day, `YYYY-MM-DD`; null when it holds until further notice.')
  @Nullable()
  @IsString()
  @MaxLength(10)
  to: string | null;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DraftFocusArea)
  focusAreas: DraftFocusArea[];

  @Describe('In their order.')
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DraftCommitment)
  commitments: DraftCommitment[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DraftGoal)
  goals: DraftGoal[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DraftChannel)
  channels: DraftChannel[];
}

export const DRAFT_ORIGINS = ['nothing', 'copy', 'change'] as const;
export type DraftOrigin = (typeof DRAFT_ORIGINS)[number];

@DescribeClass(
  'What begins a draft: nothing, a copy of a promise as a new one, or a change of a published promise.',
)
export class BeginPromiseDraft {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @IsIn(DRAFT_ORIGINS)
  origin: DraftOrigin;

  @Describe('The promise to copy or to change.')
  @IsOptional()
  @IsUUID()
  promiseId?: string;
}

@DescribeClass('What has been written so far. Saved by itself while a person writes.')
export class SavePromiseDraft {
  @Describe('The version that was read; an older one is refused.')
  @IsInt()
  version: number;

  @IsObject()
  @ValidateNested()
  @Type(() => PromiseContent)
  content: PromiseContent;
}

@DescribeClass('Publishes a draft as it was saved.')
export class PublishPromise {
  @IsInt()
  version: number;

  @Describe('What changed and why; everyone reads it. Needed when the promise has been published before.')
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DraftText)
  note?: DraftText;
}

@DescribeClass('What already hangs on a commitment, and what follows from it.')
export class CommitmentUse {
  @IsUUID()
  id: string;

  @Describe('Activities have been logged: neither removed nor given another type.')
  @IsBoolean()
  hasActivities: boolean;

  @Describe('Proposals are linked to it: not removed.')
  @IsBoolean()
  hasProposals: boolean;

  @Describe('Milestones that an activity has completed: not removed.')
  @IsArray()
  @IsUUID(undefined, { each: true })
  doneMilestones: string[];
}

@DescribeClass('A draft of a promise, for the coordinators of its municipality.')
export class PromiseDraft {
  @IsUUID()
  id: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The published promise that it changes; null for a new one.')
  @Nullable()
  @IsUUID()
  promiseId: string | null;

  @Describe('How many versions of that promise are published.')
  @IsInt()
  published: number;

  @IsInt()
  version: number;

  @IsISO8601()
  savedAt: string;

  @Describe('Who saved it last.')
  @IsString()
  savedBy: string;

  @ValidateNested()
  @Type(() => PromiseContent)
  content: PromiseContent;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CommitmentUse)
  uses: CommitmentUse[];

  @Describe('Organisations of the municipality, who may own commitments or help.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  organisations: OrganisationView[];

  @Describe('Whether this person may write.')
  @IsBoolean()
  mayWrite: boolean;
}

@DescribeClass('The draft’s new version.')
export class SavedPromiseDraft {
  @IsInt()
  version: number;

  @IsISO8601()
  savedAt: string;
}

@DescribeClass('Where a promise was published.')
export class PublishedPromise {
  @IsUUID()
  promiseId: string;

  @Describe('The number of the version.')
  @IsInt()
  number: number;
}

@DescribeClass('A draft in the list of promises.')
export class PromiseDraftRow {
  @IsUUID()
  id: string;

  @Describe('Its Swedish title so far; may be empty.')
  @IsString()
  title: string;

  @Nullable()
  @IsUUID()
  promiseId: string | null;

  @IsISO8601()
  savedAt: string;

  @IsString()
  savedBy: string;
}

export const PROMISE_TIMES = ['coming', 'present', 'past'] as const;
export type PromiseTime = (typeof PROMISE_TIMES)[number];

@DescribeClass('A published promise in the list of promises.')
export class PublishedPromiseRow {
  @IsUUID()
  id: string;

  @IsString()
  title: string;

  @Describe('First day.', { format: 'date' })
  @IsString()
  from: string;

  @Describe('Last day; null when it has no end.', { format: 'date' })
  @Nullable()
  @IsString()
  to: string | null;

  @IsIn(PROMISE_TIMES)
  time: PromiseTime;

  @Describe('Versions published.')
  @IsInt()
  versions: number;
}

@DescribeClass('A municipality’s promises and drafts, for its coordinators and admins.')
export class StaffPromises {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublishedPromiseRow)
  promises: PublishedPromiseRow[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PromiseDraftRow)
  drafts: PromiseDraftRow[];

  @Describe('Whether this person may write.')
  @IsBoolean()
  mayWrite: boolean;
}

/** Which municipality’s promises. */
export class StaffPromisesQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}
