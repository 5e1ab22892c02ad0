import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { LOG_AREAS, PROPOSAL_STATUSES, type LogArea, type ProposalStatus } from '../vocabulary.js';
import { PageQuery } from './paging.js';

@DescribeClass(
  'An entry of a municipality’s log: who did what, and when. It tells nothing of what anybody wrote.',
)
export class LogEntry {
  @Describe('Unique among all entries.', { example: 'proposals:4711' })
  @IsString()
  id: string;

  @IsISO8601()
  at: string;

  @IsIn(LOG_AREAS)
  area: LogArea;

  @Describe('What was done.', { example: 'contact-opened' })
  @IsString()
  type: string;

  @Describe('Who did it; null for the house itself.')
  @Nullable()
  @IsString()
  person: string | null;

  @Nullable()
  @IsString()
  organisation: string | null;

  @Describe('A proposal’s number.')
  @Nullable()
  @IsString()
  reference: string | null;

  @Describe('What else it was about: a commitment, the day of a follow-up, a colleague.')
  @Nullable()
  @IsString()
  subject: string | null;

  @Describe('The status that a proposal was moved to.')
  @Nullable()
  @IsIn(PROPOSAL_STATUSES)
  to: ProposalStatus | null;
}

@DescribeClass('A page of the log, the latest first.')
export class LogPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LogEntry)
  items: LogEntry[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** What the log is asked for. */
export class LogQuery extends PageQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('Where it was done.')
  @IsOptional()
  @IsIn(LOG_AREAS)
  area?: LogArea;

  @Describe('What was done, as `type` of an entry says it.')
  @IsOptional()
  @IsString()
  @Matches(/^[a-z.-]{1,60}$/)
  type?: string;

  @Describe('The account of whoever did it.')
  @IsOptional()
  @IsUUID()
  person?: string;

  @Describe('A proposal’s number.')
  @IsOptional()
  @IsString()
  @MaxLength(20)
  reference?: string;

  @Describe('The first day, YYYY-MM-DD.')
  @IsOptional()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/)
  from?: string;

  @Describe('The last day, YYYY-MM-DD.')
  @IsOptional()
  @Matches(/^[12]\d{3}-\d\d-\d\d$/)
  to?: string;
}

@DescribeClass('Somebody who works or worked in the municipality.')
export class LogPerson {
  @IsUUID()
  id: string;

  @IsString()
  name: string;
}

@DescribeClass('Whom the log can be asked for.')
export class LogPeople {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LogPerson)
  items: LogPerson[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** The municipality whose people are asked for. */
export class LogPeopleQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}
