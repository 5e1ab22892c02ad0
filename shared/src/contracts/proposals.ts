import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsBoxText, IsPosition, IsPositionText, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { TRAP_CHARACTERS, TRAP_WORDS } from '../trap.js';
import {
  ANSWER_STATES,
  BODY_PREFIX,
  LIMITS,
  LISTED_STATUSES,
  PERSONAL_DATA_TYPES,
  PROPOSAL_KINDS,
  PROPOSAL_SORTS,
  PUBLIC_STATUSES,
  PUBLICATION_STATES,
  type AnswerState,
  type ListedStatus,
  type PersonalDataType,
  type ProposalKind,
  type ProposalSort,
  type PublicStatus,
  type PublicationState,
} from '../vocabulary.js';
import { PublicActivity } from './activities.js';
import { ContactInput, OwnContact } from './contacts.js';
import { EditedWords } from './edited-words.js';
import { FaultReport } from './fault-reports.js';
import { OwnOutcome } from './outcomes.js';
import { PageQuery } from './paging.js';
import { OwnQuestion } from './questions.js';
import {
  DETAILS_SCHEMA,
  PUBLIC_DETAILS_SCHEMA,
  detailsClass,
  type ProposalDetails,
  type PublicProposalDetails,
} from './proposal-details.js';

/** A filter that may be repeated: one value and many are read alike. */
export const Repeated = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );

/** What is sent in, whoever types it. */
export class ProposalInput {
  @Describe('What is sent in.')
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('The municipality’s slug; with a position the position decides.', { example: 'ale' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;

  @Describe('Where, as [lng, lat] in WGS 84. On the road or place, not on a home.', {
    example: [12.049, 57.895],
  })
  @IsOptional()
  @IsPosition()
  position?: Position;

  @Describe('Where, in words. Public after review.', { example: 'Gångtunneln vid stationen' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.placeNameCharacters)
  placeName?: string;

  @Describe('In the resident’s own words, at most 2,000 characters. An idea needs one. Public after review.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.descriptionCharacters)
  description?: string;

  @Describe('The coded answers; their shape follows from `kind`.', { schema: DETAILS_SCHEMA })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type((options) => detailsClass((options?.object as { kind?: unknown } | undefined)?.kind))
  details: ProposalDetails;
}

@DescribeClass(
  'What a resident sends in. A municipality with a place name suffices when there is no position.',
)
export class SubmitProposal extends ProposalInput {
  @Describe('Where to send the answers; refused where the municipality sends no mail (`Municipality.mail`).')
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactInput)
  contact?: ContactInput;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass('Something in free text that looks like personal data; a human decides.')
export class PersonalDataFinding {
  @Describe('The field in which it was found.', { example: 'description' })
  @IsString()
  field: string;

  @Describe('What it looks like.')
  @IsIn(PERSONAL_DATA_TYPES)
  type: PersonalDataType;

  @Describe('First character, counted from 0 in UTF-16 units.')
  @IsInt()
  start: number;

  @Describe('One past the last character.')
  @IsInt()
  end: number;
}

@DescribeClass('The receipt. The follow token is shown once: it opens the sender’s own page.')
export class ProposalReceipt {
  @Describe('The number to remember.', { example: 'ALE-7K3F9' })
  @IsString()
  reference: string;

  @Describe('The secret that opens the sender’s page (`Follow-Token`).')
  @IsString()
  followToken: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('Always `received`.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('The municipality that it went to (slug).')
  @IsString()
  municipality: string;

  @Describe('As it was sent, [lng, lat]; null when staff will place it.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('False until a human has read it, for ideas and for places that need it.')
  @IsBoolean()
  publicNow: boolean;

  @Describe('What in the text looks like personal data.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonalDataFinding)
  personalData: PersonalDataFinding[];

  @Describe('People who want this, the sender included.')
  @IsInt()
  supportCount: number;

  @Describe('When it came in, RFC 3339 UTC.')
  @IsISO8601()
  createdAt: string;
}

@DescribeClass('A released photo: addresses of the picture and its thumbnail.')
export class PublicPhoto {
  @IsUUID()
  id: string;

  @Describe('Address of the picture, at most 2048 px.')
  @IsString()
  url: string;

  @Describe('Address of the thumbnail, at most 480 px.')
  @IsString()
  thumbnailUrl: string;

  @IsInt()
  width: number;

  @IsInt()
  height: number;
}

@DescribeClass('A commitment that a proposal was linked to.')
export class CommitmentLink {
  @IsUUID()
  id: string;

  @Describe('Name in addresses.', { example: 'hastighetskontroller' })
  @IsString()
  slug: string;

  @IsString()
  title: string;
}

@DescribeClass('The latest answer from those who are responsible.')
export class PublicAnswer {
  @Describe('When it was given, RFC 3339 UTC.')
  @IsISO8601()
  at: string;

  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('The public text.')
  @Nullable()
  @IsString()
  text: string | null;
}

@DescribeClass(
  'A proposal as everyone sees it: the position snapped to a 25 m grid, words only when released.',
)
export class PublicProposal {
  @Describe('The number.', { example: 'ALE-7K3F9' })
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('The public status; a planned speed check reads `committed`.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('[lng, lat], snapped to a 25 m grid.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('Where, in words, if released.')
  @Nullable()
  @IsString()
  placeName: string | null;

  @Describe('The resident’s words, if released.')
  @Nullable()
  @IsString()
  description: string | null;

  @Describe('True when the municipality has edited these words, such as taken out a name.')
  @IsBoolean()
  textEdited: boolean;

  @Describe('The coded answers.', { schema: PUBLIC_DETAILS_SCHEMA })
  @IsObject()
  details: PublicProposalDetails;

  @Describe('People who want this, each counted once.')
  @IsInt()
  supportCount: number;

  @Describe('The commitment it was linked to.')
  @Nullable()
  @ValidateNested()
  @Type(() => CommitmentLink)
  commitment: CommitmentLink | null;

  @Describe('The body it was referred to.')
  @Nullable()
  @IsString()
  responsible: string | null;

  @Describe('The latest answer.')
  @Nullable()
  @ValidateNested()
  @Type(() => PublicAnswer)
  latestAnswer: PublicAnswer | null;

  @Describe('Released photos.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicPhoto)
  photos: PublicPhoto[];

  @Describe('The date on which it was done (an activity’s date), if it was.', { format: 'date' })
  @Nullable()
  @IsString()
  doneOn: string | null;

  @Describe('When it came in, RFC 3339 UTC.')
  @IsISO8601()
  createdAt: string;

  @Describe('When its public view last changed, RFC 3339 UTC.')
  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('A page of proposals.')
export class ProposalPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicProposal)
  items: PublicProposal[];

  @Describe('Send as `cursor` for the next page; null at the end.')
  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** What happened, as the public story tells it. */
export const STORY_EVENTS = ['received', 'moved', 'reopened', 'activity', 'gathered', 'corrected'] as const;
export type StoryEventType = (typeof STORY_EVENTS)[number];

@DescribeClass('Something that happened to a proposal.')
export class StoryEvent {
  @Describe('When it became public, RFC 3339 UTC.')
  @IsISO8601()
  at: string;

  @IsIn(STORY_EVENTS)
  type: StoryEventType;

  @Describe('The public status from then on.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('The public text, if any.')
  @Nullable()
  @IsString()
  text: string | null;

  @Describe('The organisation that acted; null for the sender.')
  @Nullable()
  @IsString()
  organisation: string | null;
}

@DescribeClass('The public story of a proposal.')
export class ProposalStory extends PublicProposal {
  @Describe('What happened, oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StoryEvent)
  events: StoryEvent[];

  @Describe('Released activities that this proposal led to.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicActivity)
  activities: PublicActivity[];

  @Describe('For a duplicate: the number of the proposal that leads the case.')
  @Nullable()
  @IsString()
  duplicateOf: string | null;
}

/** The filters of the public list. */
export class ProposalListQuery extends PageQuery {
  @Describe('Municipality slugs.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  municipality?: string[];

  @Describe('Kinds.')
  @IsOptional()
  @Repeated()
  @IsIn(PROPOSAL_KINDS, { each: true })
  kind?: ProposalKind[];

  @Describe('Public statuses.')
  @IsOptional()
  @Repeated()
  @IsIn(LISTED_STATUSES, { each: true })
  status?: ListedStatus[];

  @Describe('Commitment ids.')
  @IsOptional()
  @Repeated()
  @IsUUID(undefined, { each: true })
  commitment?: string[];

  @Describe('Locality slugs; `none` for proposals without one.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  locality?: string[];

  @Describe(
    'By answer: `overdue` are those that have waited for more working days than the municipality’s answer time for their kind.',
  )
  @IsOptional()
  @Repeated()
  @IsIn(ANSWER_STATES, { each: true })
  answer?: AnswerState[];

  @Describe(
    'Who is responsible for the answer: an organisation’s slug, `body:` and the name of a body that proposals were referred to, or `none`.',
    { example: 'body:Trafikverket' },
  )
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.responsibleCharacters + BODY_PREFIX.length)
  owner?: string;

  @Describe('`west,south,east,north` in WGS 84; inside when west ≤ lng < east and south ≤ lat < north.', {
    example: '11.9,57.8,12.5,58.1',
  })
  @IsOptional()
  @IsBoxText()
  bbox?: string;

  @Describe('Words to look for (Swedish full text, or a number).')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.searchCharacters)
  q?: string;

  @Describe('The order; in `latest-answer`, what has no answer comes last.')
  @IsOptional()
  @IsIn(PROPOSAL_SORTS)
  sort?: ProposalSort;
}

/** The query of the map. */
export class ProposalMapQuery {
  @Describe('`west,south,east,north` in WGS 84.', { example: '11.9,57.8,12.5,58.1' })
  @IsBoxText()
  bbox: string;

  @Describe('Zoom level 0–20: how fine the clusters are.', { example: 11 })
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(20)
  zoom: number;

  @Describe('Municipality slugs.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  municipality?: string[];

  @Describe('Kinds.')
  @IsOptional()
  @Repeated()
  @IsIn(PROPOSAL_KINDS, { each: true })
  kind?: ProposalKind[];

  @Describe('Public statuses.')
  @IsOptional()
  @Repeated()
  @IsIn(LISTED_STATUSES, { each: true })
  status?: ListedStatus[];
}

@DescribeClass('A GeoJSON FeatureCollection of pins and clusters; `bbox` says which box the counts cover.')
export class ProposalMap {
  @IsIn(['FeatureCollection'])
  type: 'FeatureCollection';

  @Describe('The box that the answer covers, at least the one asked for: [west, south, east, north].', {
    schema: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  })
  @IsArray()
  bbox: [number, number, number, number];

  @Describe('At most 2,000 pins and clusters.', {
    schema: {
      type: 'array',
      maxItems: LIMITS.mapFeatures,
      items: {
        type: 'object',
        required: ['type', 'geometry', 'properties'],
        additionalProperties: false,
        properties: {
          type: { const: 'Feature' },
          geometry: {
            type: 'object',
            required: ['type', 'coordinates'],
            additionalProperties: false,
            properties: {
              type: { const: 'Point' },
              coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
            },
          },
          properties: {
            oneOf: [{ $ref: '#/components/schemas/MapPin' }, { $ref: '#/components/schemas/MapCluster' }],
          },
        },
      },
    },
  })
  @IsArray()
  features: {
    type: 'Feature';
    geometry: { type: 'Point'; coordinates: Position };
    properties: MapPin | MapCluster;
  }[];
}

@DescribeClass('One proposal on the map.')
export class MapPin {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @IsIn(LISTED_STATUSES)
  status: ListedStatus;

  @IsInt()
  supportCount: number;
}

@DescribeClass('Many proposals near each other.')
export class MapCluster {
  @Describe('Always true.', { schema: { const: true } })
  @IsBoolean()
  cluster: true;

  @Describe('How many.')
  @IsInt()
  count: number;

  @Describe('How many of each kind: [speed-check, dark-place, idea].', {
    schema: { type: 'array', items: { type: 'integer' }, minItems: 3, maxItems: 3 },
  })
  @IsArray()
  kinds: [number, number, number];

  @Describe('The box that holds them: [west, south, east, north].', {
    schema: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  })
  @IsArray()
  bounds: [number, number, number, number];
}

/** The query for what neighbours already asked. */
export class SimilarQuery {
  @Describe('`lng,lat` in WGS 84.', { example: '12.049,57.895' })
  @IsPositionText()
  position: string;

  @Describe('The kind that is asked about.')
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;
}

@DescribeClass('A proposal nearby of the same kind.')
export class SimilarProposal extends PublicProposal {
  @Describe('Metres from the position asked about to the public position.')
  @IsNumber()
  distanceMetres: number;
}

@DescribeClass('Proposals nearby, nearest first: open ones, and those done in the last 12 months.')
export class SimilarProposals {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SimilarProposal)
  items: SimilarProposal[];
}

@DescribeClass('The outcome of “me too”.')
export class SupportReceipt {
  @IsString()
  reference: string;

  @Describe('People who want this, each counted once.')
  @IsInt()
  supportCount: number;

  @Describe('True when this device supports it, from now or from before.')
  @IsBoolean()
  supported: boolean;
}

@DescribeClass('A photo of one’s own, with what was decided about it.')
export class OwnPhoto extends PublicPhoto {
  @IsIn(PUBLICATION_STATES)
  publication: PublicationState;

  @Describe('True when it is marked as secret: then its address answers its controller’s own people alone.')
  @IsBoolean()
  secret: boolean;
}

@DescribeClass('The photos that were saved.')
export class PhotoUploadReceipt {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnPhoto)
  items: OwnPhoto[];
}

@DescribeClass(
  'How long a wish for a speed check holds. It ends with an answer then, unless its sender renews it.',
)
export class WishTerm {
  @Describe('The day on which it ends, `YYYY-MM-DD`.')
  @IsString()
  lapsesOn: string;

  @Describe('True from eleven months on.')
  @IsBoolean()
  mayRenew: boolean;
}

@DescribeClass(
  'What everyone is told of a case, by the proposal that leads it. Its answers are those of every member.',
)
export class CaseAnswer {
  @Describe('The number of the proposal that leads the case.')
  @IsString()
  reference: string;

  @Describe('Its status as the public sees it.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('`YYYY-MM-DD`; null until it is publicly done.')
  @Nullable()
  @IsString()
  doneOn: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => CommitmentLink)
  commitment: CommitmentLink | null;

  @Nullable()
  @IsString()
  responsible: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StoryEvent)
  events: StoryEvent[];

  @Describe('Released activities that the case led to.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicActivity)
  activities: PublicActivity[];
}

@DescribeClass('The sender’s own page: own words and photos, public status.')
export class FollowedProposal {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @IsString()
  municipality: string;

  @Describe('The locality’s slug; null without a position.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('The status as the public sees it.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe('As it was sent, [lng, lat].')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Nullable()
  @IsString()
  placeName: string | null;

  @Nullable()
  @IsString()
  description: string | null;

  @Describe('What everyone else reads instead, and why; null when nobody edited the words.')
  @Nullable()
  @ValidateNested()
  @Type(() => EditedWords)
  edited: EditedWords | null;

  @Describe('As they were sent.', { schema: DETAILS_SCHEMA })
  @IsObject()
  details: ProposalDetails;

  @Describe('What was decided about the words.')
  @IsIn(PUBLICATION_STATES)
  publication: PublicationState;

  @Describe('True when it shows on the public map and list.')
  @IsBoolean()
  publicNow: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnPhoto)
  photos: OwnPhoto[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonalDataFinding)
  personalData: PersonalDataFinding[];

  @IsInt()
  supportCount: number;

  @Nullable()
  @ValidateNested()
  @Type(() => CommitmentLink)
  commitment: CommitmentLink | null;

  @Nullable()
  @IsString()
  responsible: string | null;

  @Describe('For a duplicate: the number of the proposal that leads the case.')
  @Nullable()
  @IsString()
  duplicateOf: string | null;

  @Describe(
    'For a duplicate: what everyone is told of its case; null when the leading proposal is not shown.',
  )
  @Nullable()
  @ValidateNested()
  @Type(() => CaseAnswer)
  case: CaseAnswer | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StoryEvent)
  events: StoryEvent[];

  @Describe('Released activities that this proposal led to.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicActivity)
  activities: PublicActivity[];

  @Describe('False once it is withdrawn or ended; one that is gathered has ended when its case has.')
  @IsBoolean()
  mayWithdraw: boolean;

  @Describe('Where the sender gets the answers; null when no address was left.')
  @Nullable()
  @ValidateNested()
  @Type(() => OwnContact)
  contact: OwnContact | null;

  @Describe('The number at which staff call the sender, who left it with them; null without one.')
  @Nullable()
  @IsString()
  phone: string | null;

  @Describe('Fault reports elsewhere about the same thing.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FaultReport)
  faultReports: FaultReport[];

  @Describe('For an open wish for a speed check: how long it holds.')
  @Nullable()
  @ValidateNested()
  @Type(() => WishTerm)
  wish: WishTerm | null;

  @Describe('What staff asked the sender, the latest first. The sender and staff alone read it.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnQuestion)
  questions: OwnQuestion[];

  @Describe('Whether it helped, as the sender last said; null when there is no answer about the latest end.')
  @Nullable()
  @ValidateNested()
  @Type(() => OwnOutcome)
  outcome: OwnOutcome | null;

  @Describe(
    'True once it, or the proposal that leads its case, is publicly done, answered or declined: then the sender may say whether it helped.',
  )
  @IsBoolean()
  mayTellOutcome: boolean;

  @IsISO8601()
  createdAt: string;
}

/** An empty body, for calls that say everything in their address. */
export class EmptyBody {}

/** The sender's reason for withdrawing, if one is given. */
export class WithdrawProposal {
  @Describe('Why, if the sender wants to say.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string;
}
