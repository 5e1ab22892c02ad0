import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  QUESTION_EVENTS,
  QUESTION_KINDS,
  QUESTION_LIMITS,
  QUESTION_OUTCOMES,
  QUESTION_REFUSALS,
  QUESTION_STATUSES,
  QUESTION_SUPPORTS,
  type QuestionEventType,
  type QuestionKind,
  type QuestionOutcome,
  type QuestionRefusal,
  type QuestionStatus,
  type QuestionSupport,
} from '../medborgardialog-questions.js';
import { IsNotBlank } from '../text.js';
import { TRAP_CHARACTERS, TRAP_WORDS } from '../trap.js';
import { LIMITS } from '../vocabulary.js';
import {
  CONTACT_LIMITS,
  CONTACT_ROLES,
  CONTACT_STATES,
  type ContactRole,
  type ContactState,
} from './contacts.js';
import { PersonalDataFinding } from './proposals.js';

@DescribeClass(
  'Where a person wants the answer to a question. Nobody is written to before they have confirmed it.',
)
export class QuestionContact {
  @Describe('E-mail address.', { example: 'namn@example.se' })
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;
}

@DescribeClass('What somebody wants to be talked about, without an account.')
export class AskQuestion {
  @Describe('A question wants an answer; a subject is something to talk about.')
  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @Describe('In one’s own words. Public once staff have read it.', {
    example: 'När lagas belysningen i gångtunneln?',
  })
  @IsString()
  @IsNotBlank()
  @MaxLength(QUESTION_LIMITS.characters)
  text: string;

  @Describe('Where to send the answer; refused where the municipality sends no mail (`Municipality.mail`).')
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionContact)
  contact?: QuestionContact;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass('The receipt. The follow token is shown once: it opens the sender’s own page.')
export class QuestionReceipt {
  @Describe('The number to remember.', { example: 'F7K3F9' })
  @IsString()
  reference: string;

  @Describe('The secret that opens the sender’s page (`Follow-Token`).')
  @IsString()
  followToken: string;

  @Describe('What in the text looks like personal data.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonalDataFinding)
  personalData: PersonalDataFinding[];

  @Describe('When it came in, RFC 3339 UTC.')
  @IsISO8601()
  askedAt: string;
}

@DescribeClass('Support for a question; with a contact the supporter gets the same answer as the sender.')
export class SupportQuestion {
  @Describe('Where to send the answer. An e-mail counts as one supporter only once it is confirmed.')
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionContact)
  contact?: QuestionContact;
}

@DescribeClass('The question that is supported: the one with which it was gathered, if it was.')
export class QuestionSupportReceipt {
  @IsString()
  reference: string;

  @Describe('People who want an answer, each counted once, also over questions that were gathered.')
  @IsInt()
  supportCount: number;
}

@DescribeClass('The answer to a question and to all that were gathered with it.')
export class QuestionAnswer {
  @Describe('The public text.')
  @IsString()
  text: string;

  @Describe('What the question led to.')
  @IsIn(QUESTION_OUTCOMES)
  outcome: QuestionOutcome;

  @IsISO8601()
  at: string;
}

@DescribeClass('A question as everyone sees it.')
export class PublicQuestion {
  @Describe('The number.', { example: 'F7K3F9' })
  @IsString()
  reference: string;

  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @Describe('The words that are shown; `edited` says whether staff have changed them.')
  @IsString()
  text: string;

  @IsBoolean()
  edited: boolean;

  @Describe('People who want an answer, the senders included.')
  @IsInt()
  supportCount: number;

  @Describe('How many other questions were gathered with it.')
  @IsInt()
  gatheredCount: number;

  @Describe(
    'Whether one can say that one wants an answer too: `cancelled` since the dialogue was called off, `over` since what it held of people was disposed of.',
  )
  @IsIn(QUESTION_SUPPORTS)
  support: QuestionSupport;

  @Nullable()
  @ValidateNested()
  @Type(() => QuestionAnswer)
  answer: QuestionAnswer | null;

  @IsISO8601()
  publishedAt: string;
}

@DescribeClass('Which questions to show.')
export class QuestionsQuery {
  @Describe('Words to look for.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.searchCharacters)
  q?: string;
}

@DescribeClass('The published questions of a dialogue, those that most people want answered first.')
export class PublicQuestions {
  @Describe(`At most ${String(QUESTION_LIMITS.mostListed)}.`)
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicQuestion)
  items: PublicQuestion[];

  @Describe('How many there are in all.')
  @IsInt()
  total: number;

  @Describe('Whether questions can be asked now.')
  @IsBoolean()
  open: boolean;

  @Describe('Until when questions can be asked in advance; null when the dialogue has no such time.')
  @Nullable()
  @IsISO8601()
  until: string | null;
}

@DescribeClass('What somebody is about to ask.')
export class SimilarQuestionsQuery {
  @Describe('The words so far.')
  @IsString()
  @MinLength(1)
  @MaxLength(QUESTION_LIMITS.characters)
  text: string;
}

@DescribeClass('Published questions like it, the most similar first.')
export class SimilarQuestions {
  @Describe(`At most ${String(QUESTION_LIMITS.mostSimilar)}.`)
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicQuestion)
  items: PublicQuestion[];
}

@DescribeClass('The dialogue that a question was asked for.')
export class DialogueOfQuestion {
  @IsString()
  reference: string;

  @IsString()
  title: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsISO8601()
  startsAt: string;

  @Describe('Whether it was called off: then no answer comes from it, and nobody can support its questions.')
  @IsBoolean()
  isCancelled: boolean;
}

@DescribeClass('One thing that happened to a question.')
export class QuestionEvent {
  @IsIn(QUESTION_EVENTS)
  type: QuestionEventType;

  @IsISO8601()
  at: string;
}

@DescribeClass('A published question with its dialogue and what has happened.')
export class QuestionStory extends PublicQuestion {
  @ValidateNested()
  @Type(() => DialogueOfQuestion)
  dialogue: DialogueOfQuestion;

  @Describe('What everyone may know of it, the oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuestionEvent)
  events: QuestionEvent[];
}

@DescribeClass('Why a question is not shown.')
export class QuestionRefused {
  @IsIn(QUESTION_REFUSALS)
  reason: QuestionRefusal;

  @Describe('What staff write to the sender.')
  @IsString()
  text: string;
}

@DescribeClass('A question beside another.')
export class QuestionBrief {
  @IsString()
  reference: string;

  @Describe('The words that are shown.')
  @IsString()
  text: string;

  @IsInt()
  supportCount: number;
}

@DescribeClass('The sender’s address, as the sender sees it.')
export class OwnQuestionContact {
  @IsString()
  email: string;

  @IsIn(CONTACT_STATES)
  state: ContactState;
}

@DescribeClass('One’s own question, with what became of it.')
export class FollowedQuestion {
  @IsString()
  reference: string;

  @ValidateNested()
  @Type(() => DialogueOfQuestion)
  dialogue: DialogueOfQuestion;

  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @IsIn(QUESTION_STATUSES)
  status: QuestionStatus;

  @Describe('As it was sent.')
  @IsString()
  text: string;

  @Describe('What everyone reads instead, when staff have edited the words.')
  @Nullable()
  @IsString()
  shownText: string | null;

  @Describe('Why the words were edited.')
  @Nullable()
  @IsString()
  editedReason: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => QuestionRefused)
  refusal: QuestionRefused | null;

  @Describe('The question with which it was gathered: its answer is the answer.')
  @Nullable()
  @ValidateNested()
  @Type(() => QuestionBrief)
  gatheredInto: QuestionBrief | null;

  @Describe('People who want an answer, each counted once.')
  @IsInt()
  supportCount: number;

  @Nullable()
  @ValidateNested()
  @Type(() => QuestionAnswer)
  answer: QuestionAnswer | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuestionEvent)
  events: QuestionEvent[];

  @IsBoolean()
  mayWithdraw: boolean;

  @Describe(
    'Whether others want the answer too: then it stays shown for them when its sender takes it back, and the link to this page ends.',
  )
  @IsBoolean()
  othersWant: boolean;

  @Nullable()
  @ValidateNested()
  @Type(() => OwnQuestionContact)
  contact: OwnQuestionContact | null;

  @IsISO8601()
  askedAt: string;
}

@DescribeClass('What an address was confirmed for, or taken off.')
export class QuestionContactReceipt {
  @Describe('The question’s number.')
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsIn(CONTACT_ROLES)
  role: ContactRole;

  @IsIn(CONTACT_STATES)
  state: ContactState;
}
