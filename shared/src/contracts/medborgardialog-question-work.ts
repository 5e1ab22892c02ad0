import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  QUESTION_EVENTS,
  QUESTION_KINDS,
  QUESTION_LIMITS,
  QUESTION_REFUSALS,
  QUESTION_SOURCES,
  QUESTION_STATUSES,
  type QuestionEventType,
  type QuestionKind,
  type QuestionRefusal,
  type QuestionSource,
  type QuestionStatus,
} from '../medborgardialog-questions.js';
import { IsNotBlank } from '../text.js';
import {
  DialogueOfQuestion,
  QuestionAnswer,
  QuestionBrief,
  QuestionRefused,
} from './medborgardialog-questions.js';
import { PersonalDataFinding } from './proposals.js';

@DescribeClass('A line of a question’s history, as staff read it.')
export class WorkQuestionEvent {
  @IsIn(QUESTION_EVENTS)
  type: QuestionEventType;

  @IsISO8601()
  at: string;

  @Describe('Who did it; null for residents.')
  @Nullable()
  @IsString()
  actor: string | null;

  @Describe('Why, or what was written to the sender.')
  @Nullable()
  @IsString()
  reason: string | null;

  @Describe('For edited words: what everyone read before.')
  @Nullable()
  @IsString()
  before: string | null;

  @Describe('For edited words what everyone reads now; for gathered ones the number of the other question.')
  @Nullable()
  @IsString()
  after: string | null;
}

@DescribeClass('A question as those who keep the dialogue work with it.')
export class WorkQuestion {
  @IsString()
  reference: string;

  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @IsIn(QUESTION_STATUSES)
  status: QuestionStatus;

  @IsIn(QUESTION_SOURCES)
  source: QuestionSource;

  @Describe('At which table it was written, for one that was typed in from paper.')
  @Nullable()
  @IsString()
  table: string | null;

  @Describe('As it was sent.')
  @IsString()
  text: string;

  @Describe('What everyone reads instead, when the words were edited.')
  @Nullable()
  @IsString()
  shownText: string | null;

  @Nullable()
  @IsString()
  editedReason: string | null;

  @Describe('What in the text as it was sent looks like personal data.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PersonalDataFinding)
  personalData: PersonalDataFinding[];

  @Describe('Words of the municipality’s block list that stand in it.')
  @IsArray()
  @IsString({ each: true })
  blockedWords: string[];

  @Describe('People who want an answer, each counted once, those of gathered questions included.')
  @IsInt()
  supportCount: number;

  @Nullable()
  @IsString()
  gatheredInto: string | null;

  @Describe('The numbers of those that were gathered with it, directly or through others.')
  @IsArray()
  @IsString({ each: true })
  gathered: string[];

  @Nullable()
  @ValidateNested()
  @Type(() => QuestionRefused)
  refusal: QuestionRefused | null;

  @Nullable()
  @ValidateNested()
  @Type(() => QuestionAnswer)
  answer: QuestionAnswer | null;

  @IsInt()
  version: number;

  @IsISO8601()
  askedAt: string;

  @Nullable()
  @IsISO8601()
  publishedAt: string | null;
}

@DescribeClass('How many questions of a dialogue are in each state.')
export class QuestionCounts {
  @IsInt()
  received: number;

  @IsInt()
  published: number;

  @IsInt()
  refused: number;

  @IsInt()
  gathered: number;

  @IsInt()
  withdrawn: number;
}

@DescribeClass(
  'All questions of a dialogue: those that wait first, the oldest of them first, then by support.',
)
export class WorkQuestions {
  @ValidateNested()
  @Type(() => DialogueOfQuestion)
  dialogue: DialogueOfQuestion;

  @Describe('Whether one may publish, edit, refuse and gather them.')
  @IsBoolean()
  mayDecide: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkQuestion)
  items: WorkQuestion[];

  @ValidateNested()
  @Type(() => QuestionCounts)
  counts: QuestionCounts;

  @Describe('People behind all of them, each counted once.')
  @IsInt()
  people: number;
}

@DescribeClass('A question with its history and others like it.')
export class WorkQuestionDetail extends WorkQuestion {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkQuestionEvent)
  events: WorkQuestionEvent[];

  @Describe('Published questions like it, with which it could be gathered.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => QuestionBrief)
  similar: QuestionBrief[];
}

/** What every change says: which version it was decided on. */
class OnVersion {
  @Describe('The version that was read.')
  @IsInt()
  @Min(1)
  version: number;
}

@DescribeClass('Shows a question to everyone.')
export class PublishQuestion extends OnVersion {}

@DescribeClass('Edits the words that everyone reads. What was sent stays; those words take the edit back.')
export class EditQuestion extends OnVersion {
  @IsString()
  @IsNotBlank()
  @MaxLength(QUESTION_LIMITS.characters)
  text: string;

  @Describe('Why; the sender reads it.')
  @IsString()
  @IsNotBlank()
  @MaxLength(QUESTION_LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('Does not show a question, or no more.')
export class RefuseQuestion extends OnVersion {
  @IsIn(QUESTION_REFUSALS)
  reason: QuestionRefusal;

  @Describe('What the sender reads.')
  @IsString()
  @IsNotBlank()
  @MaxLength(QUESTION_LIMITS.refusalCharacters)
  text: string;
}

@DescribeClass('Answers a question together with another one. Nobody’s support moves.')
export class GatherQuestion extends OnVersion {
  @Describe('The number of the other question: one that is published in the same dialogue.', {
    example: 'F7K3F9',
  })
  @IsString()
  @MaxLength(20)
  into: string;
}

@DescribeClass('Takes a question out again: it stands on its own, as it did before.')
export class SeparateQuestion extends OnVersion {
  @Describe('Why; for the history.')
  @IsOptional()
  @IsString()
  @MaxLength(QUESTION_LIMITS.reasonCharacters)
  reason?: string;
}
