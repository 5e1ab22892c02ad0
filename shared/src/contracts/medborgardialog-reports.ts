import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  DIALOGUE_LEVELS,
  DIALOGUE_STATUSES,
  type DialogueLevel,
  type DialogueStatus,
} from '../medborgardialog.js';
import {
  DIALOGUE_BAND_NAMES,
  OUTCOME_LIMITS,
  POINT_OUTCOMES,
  POINT_SOURCES,
  POINT_STANDINGS,
  type DialogueBand,
  type PointOutcome,
  type PointSource,
  type PointStanding,
} from '../medborgardialog-outcomes.js';
import { StatementResult } from './medborgardialog-live.js';
import { PointThing } from './medborgardialog-points.js';

const { summaryCharacters, reasonCharacters } = OUTCOME_LIMITS;

@DescribeClass('A point of a published report: the words as they were published, and how it stands today.')
export class PublicPoint {
  @IsInt()
  number: number;

  @IsIn(POINT_SOURCES)
  source: PointSource;

  @Describe('The number of the statement that it was made of, as at the dialogue; null for others.')
  @Nullable()
  @IsInt()
  statement: number | null;

  @Describe('What was asked or said.')
  @IsString()
  text: string;

  @Describe(
    'How many asked or supported it, where it was a question; null for others, and for fewer than five.',
  )
  @Nullable()
  @IsInt()
  supporters: number | null;

  @IsIn(POINT_OUTCOMES)
  outcome: PointOutcome;

  @IsString()
  publicText: string;

  @Nullable()
  @ValidateNested()
  @Type(() => PointThing)
  thing: PointThing | null;

  @Nullable()
  @IsString()
  outsideWho: string | null;

  @Describe('The organisation that sees to it.')
  @Nullable()
  @IsString()
  owner: string | null;

  @Nullable()
  @IsString()
  dueOn: string | null;

  @Nullable()
  @IsString()
  doneOn: string | null;

  @Describe('What was done in the end.')
  @Nullable()
  @IsString()
  doneText: string | null;

  @IsIn(POINT_STANDINGS)
  standing: PointStanding;
}

@DescribeClass('How many points stand how.')
export class StandingCount {
  @IsIn(POINT_STANDINGS)
  standing: PointStanding;

  @IsInt()
  points: number;
}

@DescribeClass('How many came from a locality; null for fewer than five, and where others would tell it.')
export class PublicAttendance {
  @Describe('The locality’s name; null for those from elsewhere, and for those who did not say.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Nullable()
  @IsInt()
  people: number | null;
}

@DescribeClass('How many of those who came belonged to a group. Told only where nobody can be found out.')
export class PublicDialogueBand {
  @IsIn(DIALOGUE_BAND_NAMES)
  band: DialogueBand;

  @IsInt()
  people: number;
}

@DescribeClass('What was said at a table.')
export class PublicNote {
  @IsString()
  table: string;

  @IsString()
  text: string;
}

@DescribeClass('A version of a report: when it was published, and why it was corrected.')
export class ReportVersion {
  @IsInt()
  number: number;

  @IsISO8601()
  publishedAt: string;

  @Nullable()
  @IsString()
  reason: string | null;
}

@DescribeClass('The published report of a public dialogue, in its latest version.')
export class DialogueReport {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsString()
  theme: string;

  @IsString()
  purpose: string;

  @IsIn(DIALOGUE_LEVELS)
  level: DialogueLevel;

  @IsString()
  levelMeaning: string;

  @IsISO8601()
  startsAt: string;

  @Nullable()
  @IsString()
  venue: string | null;

  @Describe('What the dialogue was about and what came of it, in the municipality’s words.')
  @Nullable()
  @IsString()
  summary: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicPoint)
  points: PublicPoint[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StandingCount)
  standings: StandingCount[];

  @Describe('How many came; null for fewer than five, or where the parts would tell of few.')
  @Nullable()
  @IsInt()
  people: number | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicAttendance)
  attendance: PublicAttendance[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicDialogueBand)
  bands: PublicDialogueBand[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicNote)
  tableNotes: PublicNote[];

  @Describe('How people voted on statements, on phones and on paper together.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StatementResult)
  statements: StatementResult[];

  @Describe('The latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportVersion)
  versions: ReportVersion[];

  @Describe('The follow-ups that are published, in months after the report.')
  @IsArray()
  @IsInt({ each: true })
  followUps: number[];
}

@DescribeClass('A report as staff prepare it.')
export class StaffDialogueReport {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('Of the dialogue.')
  @IsInt()
  version: number;

  @IsBoolean()
  mayChange: boolean;

  @Describe(
    'Points that have no outcome yet, as `1. What was asked`: none may be left when the report is published.',
  )
  @IsArray()
  @IsString({ each: true })
  open: string[];

  @Describe(
    'Points whose measure was taken back and not planned anew, as `1. What was asked`: each gets another outcome before the report is published.',
  )
  @IsArray()
  @IsString({ each: true })
  takenBack: string[];

  @Describe(
    'Questions that nobody has read, as `F7K3F9: What was asked`: each is published, gathered or refused before the report is published.',
  )
  @IsArray()
  @IsString({ each: true })
  newQuestions: string[];

  @Describe('How many notes nobody has decided on: whether the report tells them.')
  @IsInt()
  newNotes: number;

  @Describe(
    'Whether it has no point, no note, no statement and nobody who came: its summary has to say why then.',
  )
  @IsBoolean()
  isEmpty: boolean;

  @Describe('Whether anything is said otherwise than in the latest version; true before the first.')
  @IsBoolean()
  isChanged: boolean;

  @Describe('How many people who asked or supported get their answer when it is published.')
  @IsInt()
  answersToSend: number;

  @Describe('The latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReportVersion)
  versions: ReportVersion[];

  @Nullable()
  @IsString()
  summary: string | null;

  @Describe('As it would be published now; points without an outcome are left out.')
  @ValidateNested()
  @Type(() => DialogueReport)
  preview: DialogueReport;
}

@DescribeClass('That the report is published, or published again.')
export class PublishReport {
  @Describe('Of the dialogue.')
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(summaryCharacters)
  summary?: string | null;

  @Describe('Why it is corrected, for everyone to read; needed when it was published before.')
  @IsOptional()
  @IsString()
  @Length(1, reasonCharacters)
  reason?: string | null;
}

@DescribeClass('A point of a municipality’s dialogues, with the dialogue that it was raised at.')
export class OutcomeRow {
  @Describe('The reference of its dialogue.')
  @IsString()
  reference: string;

  @Describe('The title of its dialogue.')
  @IsString()
  title: string;

  @IsISO8601()
  startsAt: string;

  @ValidateNested()
  @Type(() => PublicPoint)
  point: PublicPoint;
}

@DescribeClass(
  'What became of the points of all dialogues whose report is published; the latest dialogue first.',
)
export class OutcomeList {
  @Describe('How many points there are in all.')
  @IsInt()
  total: number;

  @Describe('How many of all stand how.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StandingCount)
  standings: StandingCount[];

  @Describe('How many match what is asked for.')
  @IsInt()
  matching: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OutcomeRow)
  items: OutcomeRow[];
}

/** Which points are asked for. */
export class OutcomeQuery {
  @Describe('How they stand today.')
  @IsOptional()
  @IsIn(POINT_STANDINGS)
  standing?: PointStanding;

  @Describe('What came of them.')
  @IsOptional()
  @IsIn(POINT_OUTCOMES)
  outcome?: PointOutcome;

  @Describe('Words of what was asked or answered.')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @Describe('How many of the first are left out.')
  @IsOptional()
  @Matches(/^\d{1,5}$/)
  after?: string;
}

/** A period of a year. */
export class HeardQuery {
  @Describe('The calendar year, this one if none is named.', { example: '2026' })
  @IsOptional()
  @Matches(/^20\d\d$/)
  year?: string;
}

@DescribeClass('How many of a locality were heard at dialogues in a year.')
export class HeardLocality {
  @IsString()
  name: string;

  @Nullable()
  @IsInt()
  population: number | null;

  @Describe('As told by the year’s published reports; null where none tells.')
  @Nullable()
  @IsInt()
  people: number | null;

  @Describe('Dialogues that were held for it in the year.')
  @IsInt()
  dialogues: number;

  @Describe('The day of the latest dialogue that was held for it; null for none.')
  @Nullable()
  @IsString()
  lastOn: string | null;

  @Describe('Whether a year has passed without one.')
  @IsBoolean()
  isLongAgo: boolean;
}

@DescribeClass('How many of a group were heard in a year, beside how many of it live in the municipality.')
export class HeardBand {
  @IsIn(DIALOGUE_BAND_NAMES)
  band: DialogueBand;

  @Describe('As told by the year’s published reports; null where none tells.')
  @Nullable()
  @IsInt()
  people: number | null;

  @Describe('Of those whose sex, or age, is told: 0 to 1; null where none is.')
  @Nullable()
  @IsNumber()
  share: number | null;

  @Describe('How many live there; null where nobody has said.')
  @Nullable()
  @IsInt()
  population: number | null;

  @Describe('Of all who live there, 0 to 1.')
  @Nullable()
  @IsNumber()
  populationShare: number | null;
}

@DescribeClass('Of when the population is, and who counted it.')
export class PopulationSource {
  @IsInt()
  year: number;

  @IsString()
  source: string;
}

@DescribeClass('Who was heard at the dialogues of a year: counts, never people.')
export class WhoWasHeard {
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  @Describe('The years in which there were dialogues, the latest first.')
  @IsArray()
  @IsInt({ each: true })
  years: number[];

  @Describe('Dialogues of the year that were held, and of how many of them the report tells who came.')
  @IsInt()
  dialogues: number;

  @IsInt()
  told: number;

  @Nullable()
  @IsInt()
  people: number | null;

  @Nullable()
  @IsInt()
  population: number | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HeardLocality)
  localities: HeardLocality[];

  @Describe('Groups of which something is known: that they were heard, or how many they are.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HeardBand)
  bands: HeardBand[];

  @Describe('Null where the municipality has not told its population by sex and age.')
  @Nullable()
  @ValidateNested()
  @Type(() => PopulationSource)
  populationOf: PopulationSource | null;
}
