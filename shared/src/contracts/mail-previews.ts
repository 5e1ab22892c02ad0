import { IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { LANGUAGES, type Language, LIMITS, PROPOSAL_STATUSES, type ProposalStatus } from '../vocabulary.js';

@DescribeClass('A move as far as it is written; what its mail would say is asked for.')
export class PreviewMail {
  @IsIn(PROPOSAL_STATUSES)
  to: ProposalStatus;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.responsibleCharacters)
  responsible?: string;

  @IsOptional()
  @IsUUID()
  commitmentId?: string;
}

@DescribeClass(
  'The mail as the sender would read it, in the language in which the proposal was sent in. It names nobody and holds no links.',
)
export class MailPreview {
  @IsIn(LANGUAGES)
  language: Language;

  @Describe('Null when the move is told to nobody by mail.')
  @Nullable()
  @IsString()
  subject: string | null;

  @IsArray()
  @IsString({ each: true })
  lines: string[];
}
