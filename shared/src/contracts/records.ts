import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { IsVersion } from '../version.js';
import {
  DISPOSAL_TYPES,
  type DisposalType,
  LIMITS,
  RETENTION_TYPES,
  type RetentionType,
} from '../vocabulary.js';
import { PageQuery } from './paging.js';

const DATE = /^[12]\d{3}-\d\d-\d\d$/;

@DescribeClass('Who can answer for the personal data of something.')
export class Controller {
  @IsUUID()
  id: string;

  @IsString()
  name: string;
}

@DescribeClass(
  'That something is secret: it is kept from the public, and only the controller’s own people open it.',
)
export class Secrecy {
  @Describe('The section of the law.', { example: '21 kap. 1 § OSL' })
  @IsString()
  ground: string;

  @Describe('Who marked it.')
  @IsString()
  by: string;

  @IsISO8601()
  at: string;
}

@DescribeClass('When something is to be disposed of, and under which decision.')
export class DisposalTerm {
  @Describe('The first day on which it is disposed of; null while it has not ended, or without a decision.', {
    format: 'date',
  })
  @Nullable()
  @IsString()
  after: string | null;

  @Describe('The number of the decision; null when there is none, and then nothing is ever disposed of.')
  @Nullable()
  @IsString()
  decision: string | null;

  @Describe('True when it is this one’s own and not the municipality’s rule for its kind.')
  @IsBoolean()
  own: boolean;
}

@DescribeClass('What an authority keeps of a proposal or an activity besides the thing itself.')
export class RecordView {
  @Nullable()
  @IsString()
  registryNumber: string | null;

  @Describe('Which organisation answers for the personal data (personuppgiftsansvarig).')
  @ValidateNested()
  @Type(() => Controller)
  controller: Controller;

  @Describe('True when somebody chose the controller; else it follows from the commitment or the kind.')
  @IsBoolean()
  controllerChosen: boolean;

  @Describe('The organisations that can be chosen.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Controller)
  controllers: Controller[];

  @Nullable()
  @ValidateNested()
  @Type(() => Secrecy)
  secrecy: Secrecy | null;

  @ValidateNested()
  @Type(() => DisposalTerm)
  disposal: DisposalTerm;

  @Describe('Why it may not be disposed of for now; null when it may.')
  @Nullable()
  @IsString()
  hold: string | null;

  @Nullable()
  @IsISO8601()
  disposedAt: string | null;

  @Describe('Send it back with a change; a stale one is refused. 0 while nothing was said of it.')
  @IsInt()
  version: number;
}

@DescribeClass('A date and a decision of its own.')
export class OwnDisposal {
  @Describe('From this day on.', { format: 'date', example: '2030-01-01' })
  @Matches(DATE)
  after: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  decision: string;
}

@DescribeClass('What is kept of something, all of it; what is left out is taken away.')
export class ChangeRecord {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(60)
  registryNumber?: string;

  @Describe(
    'An organisation of the municipality; left out, the one that follows from the commitment or the kind.',
  )
  @IsOptional()
  @IsUUID()
  controller?: string;

  @Describe('The section of the law that makes it secret; left out, it is not.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  secrecyGround?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => OwnDisposal)
  disposal?: OwnDisposal;

  @Describe('Why it may not be disposed of for now.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  hold?: string;
}

@DescribeClass('How long a kind of thing is kept after its end, and which decision says so.')
export class RetentionRule {
  @IsIn(RETENTION_TYPES)
  type: RetentionType;

  @IsInt()
  @Min(1)
  @Max(100)
  years: number;

  @Describe('The number of the decision (gallringsbeslut).', { example: 'KS 2026/123 § 45' })
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  decision: string;
}

@DescribeClass('The retention rules of a municipality. A kind without one is kept.')
export class RetentionRules {
  @IsArray()
  @ArrayMaxSize(RETENTION_TYPES.length)
  @ValidateNested({ each: true })
  @Type(() => RetentionRule)
  rules: RetentionRule[];

  @Describe('0 as long as nobody has changed them. Comes back with each change; a stale one is refused.')
  @IsDefined()
  @IsVersion()
  version: number;
}

@DescribeClass('Something that is to be disposed of.')
export class DisposalCandidate {
  @IsIn(RETENTION_TYPES)
  type: RetentionType;

  @Describe('A proposal’s number, or an activity’s date.')
  @IsString()
  name: string;

  @Describe('From this day on.', { format: 'date' })
  @IsString()
  after: string;

  @IsString()
  decision: string;

  @Describe('Why it stays for now; null when it goes.')
  @Nullable()
  @IsString()
  hold: string | null;
}

@DescribeClass('What is to be disposed of within a year, the earliest first.')
export class DisposalPreview {
  @Describe('The first 100 that you may open.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DisposalCandidate)
  items: DisposalCandidate[];

  @Describe('How many there are in all, with what you may not open.')
  @IsInt()
  total: number;

  @Describe('How many of them go the next time the job runs.')
  @IsInt()
  due: number;

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('What was disposed of: what is left of it.')
export class Disposal {
  @Describe('Unique among disposals.')
  @IsString()
  id: string;

  @IsISO8601()
  at: string;

  @IsIn(DISPOSAL_TYPES)
  type: DisposalType;

  @IsInt()
  count: number;

  @Describe('Files that were removed with them.')
  @IsInt()
  files: number;

  @IsString()
  decision: string;

  @Describe('The job that did it.')
  @IsString()
  job: string;
}

@DescribeClass('A page of what was disposed of, the latest first.')
export class DisposalPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Disposal)
  items: Disposal[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

/** The municipality whose disposals are asked for. */
export class DisposalQuery extends PageQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}
