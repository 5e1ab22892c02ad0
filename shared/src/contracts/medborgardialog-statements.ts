import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import {
  LIVE_LIMITS,
  PIN_KINDS,
  STATEMENT_SOURCES,
  STATEMENT_STATUSES,
  type PinKind,
  type StatementSource,
  type StatementStatus,
} from '../medborgardialog-live.js';
import { IsNotBlank } from '../text.js';
import { LiveDialogue } from './medborgardialog-live.js';

@DescribeClass('A statement as those who conduct the dialogue see it.')
export class StaffStatement {
  @IsUUID()
  id: string;

  @Describe('Its number within the dialogue, as on the papers for the tables.')
  @IsInt()
  number: number;

  @IsString()
  text: string;

  @IsIn(STATEMENT_STATUSES)
  status: StatementStatus;

  @Describe('Who wrote it.')
  @IsIn(STATEMENT_SOURCES)
  source: StatementSource;

  @Describe('Goes up with each change.')
  @IsInt()
  version: number;
}

@DescribeClass('A dialogue as those who conduct it see it.')
export class StaffLive {
  @Describe('What everybody sees.')
  @IsDefined()
  @ValidateNested()
  @Type(() => LiveDialogue)
  live: LiveDialogue;

  @Describe('Goes up with each change by those who conduct it.')
  @IsInt()
  revision: number;

  @Describe('Whether this person may conduct it.')
  @IsBoolean()
  mayConduct: boolean;

  @Describe('The questions (references) that have been answered in the room.')
  @IsArray()
  @IsString({ each: true })
  answered: string[];

  @Describe('All statements, in their order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffStatement)
  statements: StaffStatement[];
}

@DescribeClass('What is shown from now on. What is left out stays as it is.')
export class ConductLive {
  @Describe('The item of the agenda that is dealt with; null for none.')
  @IsOptional()
  @IsUUID()
  agendaItem?: string | null;

  @Describe('The published question that is being answered (reference); null for none.')
  @IsOptional()
  @IsString()
  @MaxLength(20)
  question?: string | null;

  @Describe('A published question (reference) that has been answered in the room: it comes last from now on.')
  @IsOptional()
  @IsString()
  @MaxLength(20)
  answered?: string | null;

  @Describe('One (reference) that was not answered after all.')
  @IsOptional()
  @IsString()
  @MaxLength(20)
  unanswered?: string | null;

  @Describe('Whether questions from phones are shown at once.')
  @IsOptional()
  @IsBoolean()
  questionsDirect?: boolean;

  @Describe('What pins are asked for with, such as “Where is it dark?”; null takes the map away.')
  @IsOptional()
  @IsNotBlank()
  @IsString()
  @MaxLength(LIVE_LIMITS.promptCharacters)
  pinPrompt?: string | null;

  @Describe('What a pin becomes.')
  @IsOptional()
  @IsIn(PIN_KINDS)
  pinKind?: PinKind;
}

@DescribeClass('A statement to vote on. It waits until it is shown.')
export class AddStatement {
  @Describe('One thought that one can agree or disagree with, at most 200 characters.')
  @IsNotBlank()
  @IsString()
  @MaxLength(LIVE_LIMITS.statementCharacters)
  text: string;

  @Describe('Whether a resident proposed it, on paper.')
  @IsOptional()
  @IsBoolean()
  fromResident?: boolean;
}

@DescribeClass('Other words or another state of a statement.')
export class ChangeStatement {
  @Describe('Other words; only while it waits or is refused: who has read it answers what they read.')
  @IsOptional()
  @IsNotBlank()
  @IsString()
  @MaxLength(LIVE_LIMITS.statementCharacters)
  text?: string;

  @Describe(
    '`open` lets people vote, `closed` ends that, `refused` is for one of a resident that is not shown.',
  )
  @IsOptional()
  @IsIn(STATEMENT_STATUSES)
  status?: StatementStatus;

  @Describe('The version that was read.')
  @IsInt()
  @Min(1)
  version: number;
}
