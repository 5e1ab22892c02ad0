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
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { DIALOGUE_STATUSES, type DialogueStatus } from '../medborgardialog.js';
import {
  LINKED_OUTCOMES,
  OUTCOME_LIMITS,
  POINT_OUTCOMES,
  POINT_SOURCES,
  POINT_STANDINGS,
  THING_STATES,
  type LinkedOutcome,
  type PointOutcome,
  type PointSource,
  type PointStanding,
  type ThingState,
} from '../medborgardialog-outcomes.js';
import { DATE_PATTERN } from './activities.js';
import { StatementResult } from './medborgardialog-live.js';

const { pointCharacters, publicTextCharacters, whoCharacters, doneCharacters, reasonCharacters } =
  OUTCOME_LIMITS;

@DescribeClass('The thing that a point became, as it stands today.')
export class PointThing {
  @IsIn(LINKED_OUTCOMES)
  kind: LinkedOutcome;

  @IsUUID()
  id: string;

  @Describe('What it is called; null while it is not public.')
  @Nullable()
  @IsString()
  name: string | null;

  @Describe('The path of its public page; null while it is not public.', {
    example: '/ale/forslag/ALE-7K3F9',
  })
  @Nullable()
  @IsString()
  path: string | null;

  @Nullable()
  @IsIn(THING_STATES)
  state: ThingState | null;

  @Describe(
    'The day on which it was done or is planned, or on which something was last done of a commitment.',
    {
      format: 'date',
    },
  )
  @Nullable()
  @IsString()
  day: string | null;

  @Describe('Of a commitment: how many activities everyone can read of that were done since the dialogue.')
  @Nullable()
  @IsInt()
  activities: number | null;
}

@DescribeClass('An organisation or a person who sees to a point.')
export class PointOwner {
  @IsUUID()
  id: string;

  @IsString()
  name: string;
}

@DescribeClass('A point of a public dialogue, as staff work with it.')
export class StaffPoint {
  @IsUUID()
  id: string;

  @Describe('Its number within the dialogue.')
  @IsInt()
  number: number;

  @IsInt()
  version: number;

  @IsIn(POINT_SOURCES)
  source: PointSource;

  @Describe(
    'The reference of its question, the table of its note, or the number of its statement; null for others.',
  )
  @Nullable()
  @IsString()
  origin: string | null;

  @Describe('What was asked or said.')
  @IsString()
  text: string;

  @Describe('How many asked or supported its question; null without one.')
  @Nullable()
  @IsInt()
  supporters: number | null;

  @Describe('Null while it is open.')
  @Nullable()
  @IsIn(POINT_OUTCOMES)
  outcome: PointOutcome | null;

  @Describe('What comes of it, in words that everyone reads once the report is published.')
  @Nullable()
  @IsString()
  publicText: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => PointThing)
  thing: PointThing | null;

  @Describe('Who decides on it, where that is outside the remit.')
  @Nullable()
  @IsString()
  outsideWho: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => PointOwner)
  organisation: PointOwner | null;

  @Describe('The person who sees to it; for staff alone.')
  @Nullable()
  @ValidateNested()
  @Type(() => PointOwner)
  person: PointOwner | null;

  @Nullable()
  @IsString()
  dueOn: string | null;

  @Nullable()
  @IsString()
  doneOn: string | null;

  @Describe('What was done in the end, for everyone.')
  @Nullable()
  @IsString()
  doneText: string | null;

  @IsIn(POINT_STANDINGS)
  standing: PointStanding;

  @Describe('Whether the person who asks may say that it is done.')
  @IsBoolean()
  mayComplete: boolean;
}

@DescribeClass('A statement that people voted on, and the point that it became.')
export class PointStatement extends StatementResult {
  @Describe('Its number within the dialogue, as on the papers for the tables.')
  @IsInt()
  number: number;

  @Describe('The number of the point that was made of it; null while there is none.')
  @Nullable()
  @IsInt()
  point: number | null;
}

@DescribeClass('All points of a public dialogue.')
export class StaffPoints {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('Whether the person who asks may change them.')
  @IsBoolean()
  mayChange: boolean;

  @Describe('How many have no outcome yet.')
  @IsInt()
  openCount: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffPoint)
  points: StaffPoint[];

  @Describe('The statements that people voted on, in their order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PointStatement)
  statements: PointStatement[];

  @Describe('Organisations that may see to a point.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PointOwner)
  organisations: PointOwner[];

  @Describe('People who may see to a point.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PointOwner)
  people: PointOwner[];

  @Describe('Bodies that are known to decide on things outside the remit, by name.')
  @IsArray()
  @IsString({ each: true })
  bodies: string[];
}

@DescribeClass('A point that staff write down.')
export class AddPoint {
  @Describe('What was asked or said; without names.')
  @IsString()
  @Length(1, pointCharacters)
  text: string;

  @Describe('The note from a table that it was taken from.')
  @IsOptional()
  @IsUUID()
  noteId?: string | null;

  @Describe('The statement that it was taken from. Its words are the point’s, whatever else is sent.')
  @IsOptional()
  @IsUUID()
  statementId?: string | null;
}

@DescribeClass('What comes of a point. The whole of it is kept as it is sent.')
export class SavePoint {
  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @Length(1, pointCharacters)
  text: string;

  @Describe('Left out while the point is open.')
  @IsOptional()
  @IsIn(POINT_OUTCOMES)
  outcome?: PointOutcome | null;

  @Describe('Needed with an outcome.')
  @IsOptional()
  @IsString()
  @MaxLength(publicTextCharacters)
  publicText?: string | null;

  @Describe('The proposal, commitment, measure or activity that it became; one that everyone can read of.')
  @IsOptional()
  @IsUUID()
  thingId?: string | null;

  @Describe('Needed where it is outside the remit.')
  @IsOptional()
  @IsString()
  @MaxLength(whoCharacters)
  outsideWho?: string | null;

  @IsOptional()
  @IsUUID()
  organisationId?: string | null;

  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Describe('The day by which it is to be done.', { format: 'date', example: '2027-03-31' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  dueOn?: string | null;
}

@DescribeClass('That what was promised about a point is done, or that this was a mistake.')
export class CompletePoint {
  @IsInt()
  @Min(1)
  version: number;

  @Describe('The day on which it was done; null takes back that it was.', {
    format: 'date',
    example: '2027-03-15',
  })
  @Nullable()
  @Matches(DATE_PATTERN)
  doneOn: string | null;

  @Describe('What was done, in words that everyone reads; or why it is taken back, for staff.')
  @IsString()
  @Length(1, doneCharacters)
  text: string;
}

@DescribeClass('That a point which was written down by hand was a mistake.')
export class WithdrawPoint {
  @IsInt()
  @Min(1)
  version: number;

  @IsString()
  @Length(1, reasonCharacters)
  reason: string;
}

@DescribeClass('Something that a point may become.')
export class PointChoice {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @Describe('What tells it from others: a reference, a place, a day.')
  @IsString()
  note: string;
}

@DescribeClass('What a point may become, of one kind: only what everyone can read of.')
export class PointChoices {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PointChoice)
  items: PointChoice[];
}

/** What is looked for. */
export class PointChoiceQuery {
  @Describe('What the point is to become.')
  @IsIn(LINKED_OUTCOMES)
  kind: LinkedOutcome;

  @Describe('Words of its name, place or reference.')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

@DescribeClass('Something that happened to a point.')
export class PointEvent {
  @IsISO8601()
  at: string;

  @IsString()
  type: string;

  @Nullable()
  @IsString()
  actor: string | null;

  @Nullable()
  @IsString()
  reason: string | null;

  @Describe('What was changed: before and after, by field.', { schema: { type: 'object', nullable: true } })
  @Nullable()
  changes: Record<string, unknown> | null;
}

@DescribeClass('The history of a point, oldest first.')
export class PointHistory {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PointEvent)
  items: PointEvent[];
}

@DescribeClass('A point that waits for the person who asks.')
class WaitingPoint {
  @Describe('The reference of its dialogue.')
  @IsString()
  reference: string;

  @IsString()
  municipality: string;

  @Describe('The title of its dialogue.')
  @IsString()
  title: string;

  @IsInt()
  number: number;

  @IsString()
  text: string;

  @Describe('Whether it waits for the person by name, and not for the organisation alone.')
  @IsBoolean()
  isMine: boolean;
}

@DescribeClass('A point that is late and waits for the person who asks.')
export class OwnPoint extends WaitingPoint {
  @IsString()
  dueOn: string;
}

@DescribeClass(
  'A point that became a measure which was taken back and not planned anew: somebody has to say what comes of it instead.',
)
export class TakenBackPoint extends WaitingPoint {
  @Describe('The organisation that sees to it; null for none.')
  @Nullable()
  @IsString()
  organisation: string | null;
}

@DescribeClass('A follow-up of a dialogue that is due.')
export class DueFollowUp {
  @IsString()
  reference: string;

  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsInt()
  months: number;

  @IsString()
  dueOn: string;
}

@DescribeClass('What of public dialogues waits for the person who asks, the longest late first.')
export class OwnPoints {
  @Describe('Outcomes that should have been done by now.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnPoint)
  late: OwnPoint[];

  @Describe(
    'Points whose measure was taken back, of the person, of the organisation, and of the dialogues that the person keeps.',
  )
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TakenBackPoint)
  takenBack: TakenBackPoint[];

  @Describe('Follow-ups that are due.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DueFollowUp)
  followUps: DueFollowUp[];
}
