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
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { TEMPLATE_NAME_CHARACTERS, TEMPLATE_STATUSES, type TemplateStatus } from '../reply-placeholders.js';
import { IsNotBlank } from '../text.js';
import {
  DECLINE_REASONS,
  type DeclineReason,
  LIMITS,
  PROPOSAL_KINDS,
  type ProposalKind,
} from '../vocabulary.js';

@DescribeClass(
  'The words of a reply in both languages; placeholders stand in braces, by their names in each language.',
)
export class TemplateText {
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  sv: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  en: string;
}

/** What a template is for, and what it says. */
class TemplateContent {
  @Describe('What staff call it.')
  @IsString()
  @IsNotBlank()
  @MaxLength(TEMPLATE_NAME_CHARACTERS)
  name: string;

  @Describe('The status that a move leads to.')
  @IsIn(TEMPLATE_STATUSES)
  status: TemplateStatus;

  @Describe('Null: every kind.')
  @Nullable()
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind | null;

  @Describe('For `declined` alone; null: every reason.')
  @Nullable()
  @IsIn(DECLINE_REASONS)
  reason: DeclineReason | null;

  @Describe('The organisation that it belongs to; null: everybody in the municipality.')
  @Nullable()
  @IsUUID()
  organisationId: string | null;

  @ValidateNested()
  @Type(() => TemplateText)
  text: TemplateText;

  @Describe('False once it is put away: it is kept, but not offered.')
  @IsBoolean()
  active: boolean;
}

@DescribeClass('A reply template of a municipality.')
export class ReplyTemplate extends TemplateContent {
  @IsUUID()
  id: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The organisation’s name.')
  @Nullable()
  @IsString()
  organisation: string | null;

  @Describe('Send it back with a change; a stale one is refused.')
  @IsInt()
  version: number;

  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('An organisation that works in a municipality, to which a template may belong.')
export class TemplateOrganisation {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('Whether one works for it in that municipality: its templates are for oneself.')
  @IsBoolean()
  isOwn: boolean;
}

@DescribeClass('Reply templates, by status and name.')
export class ReplyTemplates {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReplyTemplate)
  items: ReplyTemplate[];

  @Describe('By municipality and name.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TemplateOrganisation)
  organisations: TemplateOrganisation[];
}

/** Which templates. */
export class ReplyTemplateQuery {
  @Describe('A municipality’s slug; by default all of one’s own.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;
}

@DescribeClass('A new reply template.')
export class AddReplyTemplate extends TemplateContent {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('A reply template as it is to be from now on; what it was stays in its history.')
export class ChangeReplyTemplate extends TemplateContent {
  @Describe('The version that was read.')
  @IsInt()
  version: number;
}

@DescribeClass('A reply template as somebody left it.')
export class ReplyTemplateVersion extends TemplateContent {
  @IsInt()
  version: number;

  @Describe('Who changed it; null when it came with the product.')
  @Nullable()
  @IsString()
  by: string | null;

  @IsISO8601()
  at: string;
}

@DescribeClass('All that a template has been, the latest first.')
export class ReplyTemplateHistory {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReplyTemplateVersion)
  items: ReplyTemplateVersion[];
}
