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
import {
  DIALOGUE_FORMS,
  DIALOGUE_GROUPS,
  DIALOGUE_LEVELS,
  DIALOGUE_LINKS,
  DIALOGUE_STATUSES,
  type DialogueForm,
  type DialogueGroup,
  type DialogueLevel,
  type DialogueLink,
  type DialogueStatus,
} from '../medborgardialog.js';
import { IsPosition, type Position } from '../position.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../vocabulary.js';
import { DialogueWords, PresidiumSeat } from './medborgardialog-planning.js';

@DescribeClass('An item of the agenda.')
export class AgendaItem {
  @IsUUID()
  id: string;

  @IsString()
  title: string;

  @Nullable()
  @IsInt()
  minutes: number | null;

  @Nullable()
  @IsString()
  description: string | null;
}

@DescribeClass('Something that a public dialogue is about.')
export class DialogueSubject {
  @IsIn(DIALOGUE_LINKS)
  kind: DialogueLink;

  @Describe('The id of a commitment, or the reference of a proposal or a place.')
  @IsString()
  key: string;

  @Describe('A commitment’s title, a place’s name, or where a proposal is.')
  @IsString()
  title: string;

  @Describe('Of a proposal.')
  @Nullable()
  @IsIn(PROPOSAL_KINDS)
  proposalKind: ProposalKind | null;

  @Describe('Its page, below the municipality’s address; null for what is not public.', {
    example: '/platser/P7K3F9',
  })
  @Nullable()
  @IsString()
  path: string | null;
}

@DescribeClass('A public dialogue in a list.')
export class DialogueItem {
  @Describe('How it is named in addresses.', { example: 'D7K3F9' })
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsString()
  theme: string;

  @IsIn(DIALOGUE_LEVELS)
  level: DialogueLevel;

  @IsIn(DIALOGUE_FORMS)
  form: DialogueForm;

  @Nullable()
  @IsString()
  venue: string | null;

  @IsISO8601()
  startsAt: string;

  @IsISO8601()
  endsAt: string;

  @Describe('Slugs of the localities that it is for; none means the whole municipality.')
  @IsArray()
  @IsString({ each: true })
  localities: string[];

  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('Why it was called off.')
  @Nullable()
  @IsString()
  cancelledReason: string | null;

  @Describe('Whether seats are counted, so that one has to sign up.')
  @IsBoolean()
  needsSignUp: boolean;
}

@DescribeClass(
  'The public dialogues of a municipality: those to come, soonest first, then those that were, latest first.',
)
export class DialogueList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueItem)
  coming: DialogueItem[];

  @Describe('Those that are over.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueItem)
  held: DialogueItem[];
}

/** Which of them are read. */
export class DialogueListQuery {
  @Describe('The slug of a locality: those that are for it, or for the whole municipality.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality?: string;
}

@DescribeClass('Whether and how one signs up.')
export class DialogueSignUp {
  @IsISO8601()
  until: string;

  @IsBoolean()
  isOpen: boolean;

  @Describe('Whether who signs up now comes on the waiting list.')
  @IsBoolean()
  isFull: boolean;
}

@DescribeClass('A public dialogue as everyone reads it.')
export class Medborgardialog extends DialogueItem {
  @IsString()
  purpose: string;

  @Describe('What those who come can decide, in a plain sentence.')
  @IsString()
  levelMeaning: string;

  @Describe('The words in easy Swedish, where somebody wrote them.')
  @Nullable()
  @ValidateNested()
  @Type(() => DialogueWords)
  easy: DialogueWords | null;

  @IsArray()
  @IsIn(DIALOGUE_GROUPS, { each: true })
  targetGroups: DialogueGroup[];

  @Describe('[lng, lat] of the venue.')
  @Nullable()
  @IsPosition()
  venuePosition: Position | null;

  @Nullable()
  @IsString()
  onlineUrl: string | null;

  @Nullable()
  @IsString()
  accessibility: string | null;

  @Nullable()
  @IsString()
  interpreter: string | null;

  @Nullable()
  @IsString()
  transport: string | null;

  @Describe('Until when questions can be sent in ahead.')
  @IsISO8601()
  questionsUntil: string;

  @Describe('Whether a question can be sent in ahead now.')
  @IsBoolean()
  mayAsk: boolean;

  @Describe('Null where nobody has to sign up.')
  @Nullable()
  @ValidateNested()
  @Type(() => DialogueSignUp)
  signUp: DialogueSignUp | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PresidiumSeat)
  presidium: PresidiumSeat[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgendaItem)
  agenda: AgendaItem[];

  @Describe('What it is about, as far as that is public.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueSubject)
  subjects: DialogueSubject[];

  @Describe('The code of its live page while it is open.')
  @Nullable()
  @IsString()
  liveCode: string | null;

  @Describe('When what is told here last changed.')
  @IsISO8601()
  updatedAt: string;
}
