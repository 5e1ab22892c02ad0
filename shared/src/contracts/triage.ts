import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsBoxText, IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import {
  type Language,
  LANGUAGES,
  CALL_FILTERS,
  type CallFilter,
  DEADLINE_FILTERS,
  type DeadlineFilter,
  LIMITS,
  OUTCOME_FILTERS,
  type OutcomeFilter,
  PROPOSAL_KINDS,
  PROPOSAL_SOURCES,
  PROPOSAL_STATUSES,
  PUBLICATION_STATES,
  type ProposalKind,
  type ProposalSource,
  type ProposalStatus,
  type PublicationState,
  REFERRAL_FILTERS,
  type ReferralFilter,
  QUEUE_SORTS,
  type QueueSort,
  REPORT_STATES,
  type ReportState,
} from '../vocabulary.js';
import { StaffActivity } from './activities.js';
import { EditedWords } from './edited-words.js';
import { Assignee } from './assignments.js';
import { AskedOnBehalf } from './asked-on-behalf.js';
import { StaffOutcome } from './outcomes.js';
import { StaffSupporterOutcome } from './supporter-outcomes.js';
import { PageQuery } from './paging.js';
import { DETAILS_SCHEMA, detailsClass, kindOfDetails, type ProposalDetails } from './proposal-details.js';
import { CommitmentLink, PersonalDataFinding, Repeated } from './proposals.js';
import { StaffQuestion } from './questions.js';
import { HeldText } from './block-list.js';
import { TriagePhoto } from './redactions.js';
import { StaffReport } from './reports.js';

/** How a proposal got its place, or that it has none. */
export const PLACEMENTS = ['inside', 'near-outline', 'by-staff', 'unplaced', 'none'] as const;
export type Placement = (typeof PLACEMENTS)[number];

@DescribeClass('A proposal in the staff’s queue.')
export class TriageItem {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('As this person may see it: a planned speed check reads `planned` for police members only.')
  @IsIn(PROPOSAL_STATUSES)
  status: ProposalStatus;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('[lng, lat], exact.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe(
    '`near-outline` lies within 300 m outside the outline; `unplaced` has words alone, which staff put on the map; `none` needs no place: an idea that names none, or one about drugs.',
  )
  @IsIn(PLACEMENTS)
  placement: Placement;

  @Nullable()
  @IsString()
  placeName: string | null;

  @Nullable()
  @IsString()
  description: string | null;

  @Describe('As they were sent.', { schema: DETAILS_SCHEMA })
  @IsObject()
  details: ProposalDetails;

  @Describe(
    'True when its road is in the municipality’s place list: such a name is public without a release.',
  )
  @IsBoolean()
  roadListed: boolean;

  @Describe('The language in which it was sent in, and in which its sender is answered by mail.')
  @IsIn(LANGUAGES)
  language: Language;

  @Describe('What was decided about the words.')
  @IsIn(PUBLICATION_STATES)
  publication: PublicationState;

  @Describe('Photos that wait for a human.')
  @IsInt()
  photosPending: number;

  @Describe('Things in the text that look like personal data.')
  @IsInt()
  personalDataCount: number;

  @Describe('Reports that somebody should look at.')
  @IsInt()
  openReports: number;

  @Describe('Words of the block list that stand in texts of residents which nobody has read yet.')
  @IsArray()
  @IsString({ each: true })
  heldWords: string[];

  @Describe('True when the sender has replied to a question, and staff have done nothing since.')
  @IsBoolean()
  replied: boolean;

  @Describe(
    'True when the sender, or one who supports it, says that it did not help, and nobody has looked at that yet.',
  )
  @IsBoolean()
  outcomeWaits: boolean;

  @Describe('How it came in.')
  @IsIn(PROPOSAL_SOURCES)
  source: ProposalSource;

  @Describe('True when the sender left a telephone number alone, and is to be called about the answer.')
  @IsBoolean()
  toCall: boolean;

  @Describe(
    'Whether the one who is to be called is to be asked as well whether it helped: the case has ended, and they have not said.',
  )
  @IsBoolean()
  toAsk: boolean;

  @Describe(
    'Whether something was done at the place of a secret proposal by somebody who may not know of it, and nobody who may has decided anything since.',
  )
  @IsBoolean()
  doneNearby: boolean;

  @Describe('True when the body that it was referred to has answered, and staff have not told it on.')
  @IsBoolean()
  bodyAnswered: boolean;

  @IsInt()
  supportCount: number;

  @Nullable()
  @ValidateNested()
  @Type(() => CommitmentLink)
  commitment: CommitmentLink | null;

  @Describe('Who has it in hand.')
  @Nullable()
  @ValidateNested()
  @Type(() => Assignee)
  assignee: Assignee | null;

  @Describe(
    'When the answer is due: from then on it has waited too long. Null when it does not wait for one.',
  )
  @Nullable()
  @IsISO8601()
  answerDueAt: string | null;

  @Describe('True when the answer was due before now.')
  @IsBoolean()
  overdue: boolean;

  @Describe('Send it back with a change; a stale one is refused.')
  @IsInt()
  version: number;

  @IsISO8601()
  createdAt: string;

  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('A page of the queue.')
export class TriagePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TriageItem)
  items: TriageItem[];

  @Nullable()
  @IsString()
  nextCursor: string | null;

  @Describe('How many fit the filters in all.')
  @IsInt()
  total: number;
}

@DescribeClass('A move that is possible now, and the fields that it needs.')
export class AllowedMove {
  @IsIn(PROPOSAL_STATUSES)
  to: ProposalStatus;

  @Describe('Fields that must be filled in.', { example: ['reason', 'publicText'] })
  @IsArray()
  @IsIn(['publicText', 'reason', 'commitmentId', 'responsible', 'duplicateOf'], { each: true })
  requires: ('publicText' | 'reason' | 'commitmentId' | 'responsible' | 'duplicateOf')[];
}

@DescribeClass('An internal note.')
export class StaffNote {
  @IsUUID()
  id: string;

  @IsString()
  text: string;

  @Describe('Who wrote it.')
  @IsString()
  author: string;

  @IsISO8601()
  createdAt: string;
}

/** What the history that staff see can tell. */
export const HISTORY_EVENTS = [
  'received',
  'moved',
  'reopened',
  'planned',
  'unplanned',
  'published',
  'kept-back',
  'noted',
  'corrected',
  'photos-added',
  'supported',
  'activity',
  'released',
  'withdrawn',
  'contact-opened',
  'reported',
  'report-closed',
  'outcome-told',
  'outcome-closed',
  'supporter-told',
  'supporter-outcome-closed',
  'supporter-outcome-removed',
  'measure-done',
  'measure-withdrawn',
  'asked',
  'reminded',
  'replied',
  'renewed',
  'words-edited',
  'lead-taken',
  'lead-given',
  'member-joined',
  'member-left',
  'disposed',
  'registered',
  'called-back',
  'body-set',
  'fault-linked',
  'referral-sent',
  'referral-reminded',
  'referral-answered',
  'assigned',
  'photo-redacted',
  'photo-redaction-removed',
  'photo-original-opened',
  'photo-original-disposed',
  'photo-marked-secret',
  'photo-secrecy-lifted',
  'words-held',
  'held-words-read',
  'restored',
] as const;
export type HistoryEventType = (typeof HISTORY_EVENTS)[number];

@DescribeClass('An entry of the history: who, when, what, why.')
export class HistoryEvent {
  @IsISO8601()
  at: string;

  @IsIn(HISTORY_EVENTS)
  type: HistoryEventType;

  @Nullable()
  @IsIn(PROPOSAL_STATUSES)
  from: ProposalStatus | null;

  @Nullable()
  @IsIn(PROPOSAL_STATUSES)
  to: ProposalStatus | null;

  @Describe('Who did it; null for the sender or the system.')
  @Nullable()
  @IsString()
  actor: string | null;

  @Nullable()
  @IsString()
  organisation: string | null;

  @Nullable()
  @IsString()
  publicText: string | null;

  @Nullable()
  @IsString()
  reason: string | null;

  @Describe('What was changed, before and after, as JSON.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  changes: object | null;
}

@DescribeClass('A proposal near the one that is open.')
export class TriageNeighbour {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @IsIn(PROPOSAL_STATUSES)
  status: ProposalStatus;

  @IsPosition()
  position: Position;

  @IsNumber()
  distanceMetres: number;

  @Nullable()
  @IsString()
  description: string | null;

  @IsInt()
  supportCount: number;

  @IsISO8601()
  createdAt: string;
}

/** What staff find where the sender's contact would be. */
export const CONTACT_ACCESS = ['none', 'allowed', 'refused'] as const;
export type ContactAccess = (typeof CONTACT_ACCESS)[number];

@DescribeClass('A proposal as staff work with it.')
export class TriageProposal extends TriageItem {
  @Describe(
    'Whether the sender left an address, and whether one may open it: only the responsible organisation may, and each opening is logged.',
  )
  @IsIn(CONTACT_ACCESS)
  contact: ContactAccess;

  @Describe('[lng, lat] as the public sees it; null while it is not public.')
  @Nullable()
  @IsPosition()
  publicPosition: Position | null;

  @Describe('True when it shows on the public map and list.')
  @IsBoolean()
  publicNow: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TriagePhoto)
  photos: TriagePhoto[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonalDataFinding)
  personalData: PersonalDataFinding[];

  @Describe('The words as staff edited them for everyone; null when they are as they were sent.')
  @Nullable()
  @ValidateNested()
  @Type(() => EditedWords)
  edited: EditedWords | null;

  @Nullable()
  @IsString()
  responsible: string | null;

  @Describe('For a duplicate: the proposal that leads the case.')
  @Nullable()
  @IsString()
  duplicateOf: string | null;

  @Describe('Proposals that this one leads.')
  @IsArray()
  @IsString({ each: true })
  gathered: string[];

  @Describe('Of those that it leads: on whose pages an answer given afterwards waits for a look.')
  @IsArray()
  @IsString({ each: true })
  gatheredWaiting: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AllowedMove)
  allowedMoves: AllowedMove[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffNote)
  notes: StaffNote[];

  @Describe('What residents reported, the open ones first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffReport)
  reports: StaffReport[];

  @Describe('Texts of residents that hit the block list, the latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HeldText)
  heldTexts: HeldText[];

  @Describe('Questions to the sender, the latest first. Never public.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffQuestion)
  questions: StaffQuestion[];

  @Describe('Whether it helped, as the sender last said.')
  @Nullable()
  @ValidateNested()
  @Type(() => StaffOutcome)
  outcome: StaffOutcome | null;

  @Describe('How it is now to those who support it, the latest first; nothing tells who they are.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffSupporterOutcome)
  supporterOutcomes: StaffSupporterOutcome[];

  @Describe(
    'Those whom staff registered and may ask now how it is, the sender first; empty before the case has ended in public.',
  )
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AskedOnBehalf)
  asked: AskedOnBehalf[];

  @Describe('The history, oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HistoryEvent)
  events: HistoryEvent[];

  @Describe('Proposals within 250 m, nearest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TriageNeighbour)
  neighbours: TriageNeighbour[];

  @Describe('Activities that it led to.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffActivity)
  activities: StaffActivity[];
}

/** The filters of the queue. */
export class TriageQuery extends PageQuery {
  @Describe('Municipality slugs; by default all of one’s own.')
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

  @Describe('Statuses, as the caller may see them.')
  @IsOptional()
  @Repeated()
  @IsIn(PROPOSAL_STATUSES, { each: true })
  status?: ProposalStatus[];

  @Describe('Commitment ids.')
  @IsOptional()
  @Repeated()
  @IsUUID(undefined, { each: true })
  commitment?: string[];

  @Describe('Locality slugs.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  locality?: string[];

  @Describe('`pending`: words or photos wait for a human.')
  @IsOptional()
  @Repeated()
  @IsIn(PUBLICATION_STATES, { each: true })
  publication?: PublicationState[];

  @Describe('How a proposal came to its place.')
  @IsOptional()
  @Repeated()
  @IsIn(PLACEMENTS, { each: true })
  placement?: Placement[];

  @Describe('`open`: somebody has reported it, and nobody has looked at it yet.')
  @IsOptional()
  @Repeated()
  @IsIn(REPORT_STATES, { each: true })
  report?: ReportState[];

  @Describe('`not-helped`: the sender says that it did not help, and nobody has looked at that yet.')
  @IsOptional()
  @Repeated()
  @IsIn(OUTCOME_FILTERS, { each: true })
  outcome?: OutcomeFilter[];

  @Describe('How it came in.')
  @IsOptional()
  @Repeated()
  @IsIn(PROPOSAL_SOURCES, { each: true })
  source?: ProposalSource[];

  @Describe('`to-call`: the sender left a telephone number alone, and is to be called about the answer.')
  @IsOptional()
  @Repeated()
  @IsIn(CALL_FILTERS, { each: true })
  call?: CallFilter[];

  @Describe(
    '`answered`: the body that has it has answered. `overdue`: it has not, and staff may go on without it.',
  )
  @IsOptional()
  @Repeated()
  @IsIn(REFERRAL_FILTERS, { each: true })
  referral?: ReferralFilter[];

  @Describe('`me`, `nobody`, or the id of a person’s account.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  assignee?: string[];

  @Describe('Slugs of organisations that have it, or whose people do; `mine` for one’s own.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  organisation?: string[];

  @Describe('`overdue`: it has waited too long for its answer.')
  @IsOptional()
  @Repeated()
  @IsIn(DEADLINE_FILTERS, { each: true })
  deadline?: DeadlineFilter[];

  @Describe('`west,south,east,north` in WGS 84.')
  @IsOptional()
  @IsBoxText()
  bbox?: string;

  @Describe('Words to look for, or a number.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.searchCharacters)
  q?: string;

  @Describe('The order; newest by default. `due`: the answer that is due first comes first.')
  @IsOptional()
  @IsIn(QUEUE_SORTS)
  sort?: QueueSort;
}

@DescribeClass('A move to another status.')
export class MoveProposal {
  @Describe('The status to move to; `done` and `withdrawn` are never set by hand.')
  @IsIn(PROPOSAL_STATUSES)
  to: ProposalStatus;

  @Describe('The version that was read.')
  @IsDefined()
  @IsInt()
  version: number;

  @Describe(
    'What everyone will read. To `awaiting-reply`: the question, which the sender and staff alone read.',
  )
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

  @Describe('To refer: what the body is asked for, in its mail. Not public.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  asked?: string;

  @Describe('To refer: false when the case is not to be mailed to the body.')
  @IsOptional()
  @IsBoolean()
  mailBody?: boolean;

  @Describe('To gather: the number of the proposal that leads the case.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(20)
  duplicateOf?: string;

  @Describe('An internal note.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.noteCharacters)
  note?: string;
}

export const PUBLICATION_DECISIONS = ['release', 'keep-back'] as const;
export type PublicationDecision = (typeof PUBLICATION_DECISIONS)[number];

@DescribeClass('A decision about one photo.')
export class PhotoDecision {
  @IsUUID()
  id: string;

  @IsIn(PUBLICATION_DECISIONS)
  decision: PublicationDecision;
}

@DescribeClass('Decisions about the words and each photo.')
export class PublishProposal {
  @Describe('The version that was read; an older one is refused.')
  @IsOptional()
  @IsInt()
  version?: number;

  @Describe('About the words: description, place, direction and road.')
  @IsOptional()
  @IsIn(PUBLICATION_DECISIONS)
  text?: PublicationDecision;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.photosPerProposal)
  @ValidateNested({ each: true })
  @Type(() => PhotoDecision)
  photos?: PhotoDecision[];

  @Describe('Why something is kept back. Staff only.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason?: string;
}

@DescribeClass('An internal note.')
export class WriteNote {
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.noteCharacters)
  text: string;
}

@DescribeClass('A correction of what was sent, with a reason; the original stays in the history.')
export class CorrectProposal {
  @Describe('The version that was read; an older one is refused.')
  @IsOptional()
  @IsInt()
  version?: number;

  @Describe('Why. Staff only.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;

  @Describe('Another kind; needs `details` of that kind.')
  @IsOptional()
  @IsIn(PROPOSAL_KINDS)
  kind?: ProposalKind;

  @Describe('[lng, lat].')
  @IsOptional()
  @IsPosition()
  position?: Position;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.placeNameCharacters)
  placeName?: string;

  @Describe(
    'New coded answers, all of them: of the `kind` that is said with them, else of the one there is.',
    {
      schema: DETAILS_SCHEMA,
    },
  )
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type((options) => {
    const { kind, details } = (options?.object ?? {}) as { kind?: unknown; details?: unknown };
    return detailsClass(kind ?? kindOfDetails(details));
  })
  details?: ProposalDetails;
}
