import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { OUTCOME_LIMITS } from '../medborgardialog-outcomes.js';
import {
  PAPER_SOURCES,
  QUESTION_KINDS,
  QUESTION_LIMITS,
  QUESTION_STATUSES,
  type PaperSource,
  type QuestionKind,
  type QuestionStatus,
} from '../medborgardialog-questions.js';
import { IsNotBlank } from '../text.js';

@DescribeClass('A question or a subject that somebody wrote on paper or said at a table, typed in by staff.')
export class AddPaperQuestion {
  @Describe('A question wants an answer; a subject is something to talk about.')
  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @Describe('The words, without names.')
  @IsString()
  @IsNotBlank()
  @MaxLength(QUESTION_LIMITS.characters)
  text: string;

  @Describe('`paper` was handed in, `table` was said or written at a table.')
  @IsIn(PAPER_SOURCES)
  source: PaperSource;

  @Describe('Which table, or where in the room; for staff alone.')
  @Nullable()
  @IsOptional()
  @IsString()
  @MaxLength(OUTCOME_LIMITS.tableCharacters)
  table?: string | null;

  @Describe(
    'Whether everyone may read it at once. What looks like personal data, or is a blocked word, waits all the same.',
  )
  @IsBoolean()
  publish: boolean;
}

@DescribeClass('A question that was typed in.')
export class PaperQuestion {
  @Describe('Its number.', { example: 'F7K3F9' })
  @IsString()
  reference: string;

  @IsIn(QUESTION_STATUSES)
  status: QuestionStatus;
}
