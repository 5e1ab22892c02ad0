import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { DIALOGUE_STATUSES, type DialogueStatus } from '../medborgardialog.js';
import { NOTE_STATES, OUTCOME_LIMITS, type NoteState } from '../medborgardialog-outcomes.js';

const { noteCharacters, tableCharacters, people } = OUTCOME_LIMITS;

/** A count of people. */
const IsPeople = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsInt()(target, property);
  Min(0)(target, property);
  Max(people)(target, property);
};

@DescribeClass('How many of those who came belonged to which group, where they wanted to say so.')
export class DialogueBands {
  @IsPeople()
  women?: number | null;

  @IsPeople()
  men?: number | null;

  @Describe('Another sex, or none that they say.')
  @IsPeople()
  'other-sex'?: number | null;

  @Describe('Under 18 years.')
  @IsPeople()
  'under-18'?: number | null;

  @Describe('18 to 29 years.')
  @IsPeople()
  '18-29'?: number | null;

  @Describe('30 to 64 years.')
  @IsPeople()
  '30-64'?: number | null;

  @Describe('65 years or more.')
  @IsPeople()
  '65-more'?: number | null;
}

@DescribeClass('How many came from a locality.')
export class LocalityAttendance {
  @Describe('The locality’s slug; null for those from elsewhere, and for those who did not say.')
  @Nullable()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  locality: string | null;

  @IsInt()
  @Min(0)
  @Max(people)
  people: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => DialogueBands)
  bands?: DialogueBands | null;
}

@DescribeClass('How many came: counts, never people. The whole of it is kept as it is sent.')
export class SaveAttendance {
  @Describe('0 before anything was written.')
  @IsInt()
  @Min(0)
  version: number;

  @Describe('Each locality once.')
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LocalityAttendance)
  localities: LocalityAttendance[];
}

@DescribeClass('A note from a table, as staff read it.')
export class DialogueNote {
  @IsUUID()
  id: string;

  @IsInt()
  version: number;

  @Describe('Which table, or where in the room.')
  @IsString()
  table: string;

  @IsString()
  text: string;

  @IsISO8601()
  writtenAt: string;

  @IsIn(NOTE_STATES)
  state: NoteState;

  @Describe(
    'Whether it holds something that looks like a personal number, a telephone number, an address or a plate.',
  )
  @IsBoolean()
  looksPersonal: boolean;

  @Describe('The numbers of the points that were made of it: they keep their words when it is removed.')
  @IsArray()
  @IsInt({ each: true })
  points: number[];

  @Describe('Whether a published report tells it: it leaves the report when it is removed.')
  @IsBoolean()
  isTold: boolean;
}

@DescribeClass('How many at a table ticked what on paper.')
export class VoteCounts {
  @IsInt()
  @Min(0)
  @Max(people)
  agree: number;

  @IsInt()
  @Min(0)
  @Max(people)
  disagree: number;

  @IsInt()
  @Min(0)
  @Max(people)
  pass: number;
}

@DescribeClass('The votes of a table on a statement.')
export class TableVotes extends VoteCounts {
  @IsString()
  table: string;
}

@DescribeClass('A statement that people vote on, with the votes that were typed in from paper.')
export class PaperStatement {
  @IsUUID()
  id: string;

  @Describe('Its number within the dialogue, as on the papers for the tables.')
  @IsInt()
  number: number;

  @IsString()
  text: string;

  @Describe('By table.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TableVotes)
  votes: TableVotes[];
}

@DescribeClass(
  'The votes of a table on a statement, typed in from paper. Nothing but noughts takes them away.',
)
export class SavePaperVotes extends VoteCounts {
  @IsUUID()
  statementId: string;

  @IsString()
  @Length(1, tableCharacters)
  table: string;

  @Describe('The counts of the table that were read; left out where there were none.')
  @IsOptional()
  @ValidateNested()
  @Type(() => VoteCounts)
  known?: VoteCounts | null;
}

@DescribeClass('What was gathered on paper at a public dialogue.')
export class DialoguePaper {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('Whether the person who asks may change it.')
  @IsBoolean()
  mayChange: boolean;

  @Describe('Whether the person who asks may type in questions, subjects and statements from paper.')
  @IsBoolean()
  mayTypeIn: boolean;

  @Describe('By table, then by time.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueNote)
  notes: DialogueNote[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LocalityAttendance)
  attendance: LocalityAttendance[];

  @Describe('Statements that are or were voted on, in their order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PaperStatement)
  statements: PaperStatement[];

  @Describe('Of the attendance; 0 before anything was written.')
  @IsInt()
  attendanceVersion: number;
}

@DescribeClass('What was said at a table, without names.')
export class AddNote {
  @Describe('Made where it was written, so that it is kept once.')
  @IsUUID()
  id: string;

  @IsString()
  @Length(1, tableCharacters)
  table: string;

  @IsString()
  @Length(1, noteCharacters)
  text: string;

  @IsISO8601()
  writtenAt: string;
}

@DescribeClass('A note as it is to be kept, and whether the report tells it.')
export class SaveNote {
  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @Length(1, tableCharacters)
  table: string;

  @IsString()
  @Length(1, noteCharacters)
  text: string;

  @IsIn(NOTE_STATES)
  state: NoteState;
}
