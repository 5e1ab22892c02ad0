import { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import {
  COMMITMENT_TYPES,
  type CommitmentType,
  PROPOSAL_KINDS,
  type ProposalKind,
} from '@lofteskartan/shared/vocabulary';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

class LocalText {
  @IsString()
  @IsNotEmpty()
  sv: string;

  @IsString()
  @IsNotEmpty()
  en: string;
}

class LocalParagraphs {
  @IsArray()
  @IsString({ each: true })
  sv: string[];

  @IsArray()
  @IsString({ each: true })
  en: string[];
}

/** Either the first and last day, or whole years counted from the year in which the file is imported. */
export class PeriodFile {
  @ValidateIf((period: PeriodFile) => period.startsYearsAgo === undefined)
  @Matches(datePattern)
  from?: string;

  /** Left out for a promise that holds until further notice. */
  @IsOptional()
  @Matches(datePattern)
  to?: string | null;

  /** 1: it began on 1 January of last year. */
  @ValidateIf((period: PeriodFile) => period.from === undefined)
  @IsInt()
  startsYearsAgo?: number;

  @ValidateIf((period: PeriodFile) => period.startsYearsAgo !== undefined)
  @IsInt()
  @Min(1)
  years?: number;
}

class FocusAreaFile {
  @Matches(slugPattern)
  slug: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  name: LocalText;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  heading: LocalText;
}

class MilestoneFile {
  @Matches(slugPattern)
  slug: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  name: LocalText;

  @IsOptional()
  @Matches(datePattern)
  due?: string | null;
}

class PartFile {
  /** The organisation's slug. */
  @Matches(slugPattern)
  organisation: string;
}

class OpeningFile {
  @IsInt()
  @Min(0)
  count: number;

  @Matches(datePattern)
  asOf: string;

  @IsString()
  @IsNotEmpty()
  source: string;
}

/** A commitment of `promise.json`. */
export class CommitmentFile {
  @IsInt()
  @Min(1)
  number: number;

  @Matches(slugPattern)
  slug: string;

  @IsString()
  focusArea: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  title: LocalText;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  text: LocalText;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  countedHow: LocalText;

  @IsIn(COMMITMENT_TYPES)
  type: CommitmentType;

  @ValidateIf((commitment: CommitmentFile) => commitment.type === 'count')
  @IsInt()
  @Min(1)
  target?: number;

  @ValidateIf((commitment: CommitmentFile) => commitment.type === 'recurring')
  @IsInt()
  @Min(1)
  perYear?: number;

  /** What each needs its own, such as schools. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  perYearFor?: string[];

  @ValidateIf((commitment: CommitmentFile) => commitment.type === 'recurring')
  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  unit?: LocalText;

  @ValidateIf((commitment: CommitmentFile) => commitment.type === 'milestones')
  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => MilestoneFile)
  milestones?: MilestoneFile[];

  @IsOptional()
  @IsInt()
  @Min(1)
  staleAfterDays?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => OpeningFile)
  opening?: OpeningFile | null;

  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => PartFile)
  owners: PartFile[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartFile)
  partners: PartFile[];

  @IsArray()
  @IsIn(PROPOSAL_KINDS, { each: true })
  acceptsKinds: ProposalKind[];

  @IsBoolean()
  requiresWish: boolean;

  @IsBoolean()
  publicPosition: boolean;
}

class GoalFile {
  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  text: LocalText;

  @IsOptional()
  @IsIn(['increase', 'decrease'])
  direction: 'increase' | 'decrease' | null;
}

class ChannelFile {
  @IsString()
  @IsNotEmpty()
  name: string;

  @IsOptional()
  @IsString()
  url: string | null;
}

class FollowUpFile {
  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  name: LocalText;

  @IsString()
  @IsNotEmpty()
  url: string;
}

/** `promise.json`. Members that are not named here are for readers of the file. */
export class PromiseFile {
  @Matches(slugPattern)
  slug: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  title: LocalText;

  @IsDefined()
  @ValidateNested()
  @Type(() => PeriodFile)
  period: PeriodFile;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalText)
  lead: LocalText;

  @IsDefined()
  @ValidateNested()
  @Type(() => LocalParagraphs)
  intro: LocalParagraphs;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FocusAreaFile)
  focusAreas: FocusAreaFile[];

  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => CommitmentFile)
  commitments: CommitmentFile[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GoalFile)
  goals: GoalFile[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OrganisationView)
  organisations: OrganisationView[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ChannelFile)
  channels: ChannelFile[];

  /** How earlier promises went. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpFile)
  followUpLinks?: FollowUpFile[];
}
