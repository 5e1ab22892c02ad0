import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
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
import { IsPosition, type Position } from '../position.js';
import { BODY_KINDS, type BodyKind } from '../responsible-bodies.js';
import { IsNotBlank } from '../text.js';
import { LIMITS, PROPOSAL_KINDS, type ProposalKind } from '../vocabulary.js';
import { FaultReport } from './fault-reports.js';
import { PublicPhoto } from './proposals.js';
import { ReplyFinding } from './questions.js';

/** How a referral can end: with the body's outcome, without one, or staff took it back. */
export const REFERRAL_OUTCOMES = ['answered', 'no-answer', 'taken-back'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** How far the mail to the body has come: none was written, it waits, a mail server took it, or it could not be delivered. */
export const REFERRAL_MAIL_STATES = ['none', 'waiting', 'sent', 'failed'] as const;
export type ReferralMailState = (typeof REFERRAL_MAIL_STATES)[number];

/** Why a body is suggested for a place. */
export const SUGGESTED_BY = ['road', 'area'] as const;
export type SuggestedBy = (typeof SUGGESTED_BY)[number];

@DescribeClass('A body as staff choose it.')
export class BodyChoice {
  @IsUUID()
  id: string;

  @IsIn(BODY_KINDS)
  kind: BodyKind;

  @IsString()
  name: string;

  @Describe('True when a referral is mailed to it.')
  @IsBoolean()
  mailed: boolean;

  @Describe('How it wants its cases.')
  @Nullable()
  @IsString()
  how: string | null;

  @Describe('What says that it answers for this place.')
  @Nullable()
  @IsIn(SUGGESTED_BY)
  suggestedBy: SuggestedBy | null;
}

@DescribeClass('What the body wrote by the link in its mail. Nobody but staff has seen it.')
export class BodyAnswer {
  @IsString()
  text: string;

  @IsISO8601()
  at: string;

  @Describe('What in it looks like personal data.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReplyFinding)
  personalData: ReplyFinding[];
}

@DescribeClass('A referral to a body, as staff see it.')
export class StaffReferral {
  @IsUUID()
  id: string;

  @Describe('The body’s name when it was referred.')
  @IsString()
  body: string;

  @Describe('What the body was asked for.')
  @Nullable()
  @IsString()
  asked: string | null;

  @IsISO8601()
  openedAt: string;

  @Nullable()
  @IsString()
  openedBy: string | null;

  @Describe('True when a mail with the case was taken by the body’s mail server.')
  @IsBoolean()
  mailed: boolean;

  @Describe('How far the mail with the case, or else its reminder, has come.')
  @IsIn(REFERRAL_MAIL_STATES)
  mail: ReferralMailState;

  @Describe('True when staff said at its end that the body got the case in another way.')
  @IsBoolean()
  sentOtherwise: boolean;

  @Describe('When the body was reminded by a mail that was taken.')
  @Nullable()
  @IsISO8601()
  remindedAt: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => BodyAnswer)
  answer: BodyAnswer | null;

  @Describe('From this day on staff may end it without an answer, `YYYY-MM-DD`.')
  @IsString()
  noAnswerFrom: string;

  @Describe('True when that day has come, and it is open.')
  @IsBoolean()
  mayEndUnanswered: boolean;

  @Nullable()
  @IsISO8601()
  endedAt: string | null;

  @Nullable()
  @IsIn(REFERRAL_OUTCOMES)
  outcome: ReferralOutcome | null;
}

@DescribeClass('The body that is responsible for a place.')
export class SetBodyView {
  @IsUUID()
  id: string;

  @IsIn(BODY_KINDS)
  kind: BodyKind;

  @IsString()
  name: string;
}

@DescribeClass('Who answers for a proposal’s place, who has it, and what was reported elsewhere.')
export class ProposalResponsibility {
  @Describe('The body that staff have set; null while it is unknown.')
  @Nullable()
  @ValidateNested()
  @Type(() => SetBodyView)
  body: SetBodyView | null;

  @Describe('The register’s active bodies, suggested ones first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BodyChoice)
  choices: BodyChoice[];

  @Describe('Referrals, the latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffReferral)
  referrals: StaffReferral[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FaultReport)
  faultReports: FaultReport[];
}

@DescribeClass('Sets who answers for a place.')
export class SetBody {
  @Describe('A body of the register; null: unknown.')
  @Nullable()
  @IsUUID()
  bodyId: string | null;
}

@DescribeClass('A referral that somebody thinks of.')
export class PreviewReferral {
  @IsUUID()
  bodyId: string;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.publicTextCharacters)
  asked?: string;
}

@DescribeClass('The mail as it would go out. In place of the link’s secret stands `…`.')
export class ReferralPreview {
  @Describe(
    'Where it goes; null when nothing is mailed: the body has no address, or no mail is sent from here.',
  )
  @Nullable()
  @IsString()
  to: string | null;

  @Nullable()
  @IsString()
  replyTo: string | null;

  @IsString()
  subject: string;

  @IsString()
  text: string;
}

@DescribeClass('How a referral ended. The sender and everybody who stands behind it are told in these words.')
export class EndReferral {
  @IsIn(['answered', 'no-answer'])
  outcome: 'answered' | 'no-answer';

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  publicText: string;

  @Describe(
    'That the body got the case in another way. `no-answer` needs it where no mail was taken by the body’s mail server.',
  )
  @IsOptional()
  @IsBoolean()
  sentOtherwise?: boolean;

  @Describe('The version of the proposal that was read.')
  @IsDefined()
  @IsInt()
  version: number;
}

/** How far a referral has come, to the body that has it. */
export const REFERRAL_STATES = ['open', 'answered', 'ended'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

@DescribeClass(
  'A case as the body that it was referred to sees it: what is public, and what it is asked for.',
)
export class ReferredCase {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  municipalityName: string;

  @IsString()
  reference: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @IsString()
  body: string;

  @IsIn(REFERRAL_STATES)
  state: ReferralState;

  @IsISO8601()
  referredAt: string;

  @Nullable()
  @IsString()
  asked: string | null;

  @Nullable()
  @IsString()
  place: string | null;

  @Describe('[lng, lat], rounded like everything public.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @Describe('The resident’s words, if released.')
  @Nullable()
  @IsString()
  description: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PublicPhoto)
  photos: PublicPhoto[];
}

@DescribeClass('What a body answers by the link in its mail. One answer; staff read it before anybody else.')
export class AnswerReferral {
  @Describe('From the link’s fragment.')
  @IsString()
  @MaxLength(200)
  token: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.publicTextCharacters)
  text: string;
}
