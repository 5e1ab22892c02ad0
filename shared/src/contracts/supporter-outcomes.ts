import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';
import { CONTACT_STATES, type ContactState } from './contacts.js';
import { OUTCOME_CLOSINGS, OwnOutcome, StaffOutcome, TellOutcome, type OutcomeClosing } from './outcomes.js';

/** How many answers of supporters staff close at once. */
const closedAtOnce = 100;

@DescribeClass('What somebody who supports an unsafe place is asked afterwards, and what they said.')
export class SupporterOutcome {
  @Describe('The number of the proposal that they support.')
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('False for a device that supports it not, or that sent it; its sender has a page of their own.')
  @IsBoolean()
  supports: boolean;

  @Describe(
    'Whether they may say now: everyone reads that something was done at the unsafe place, and that no more is to come.',
  )
  @IsBoolean()
  asked: boolean;

  @Describe('The answer as it was last given; null when there is none about the present end.')
  @Nullable()
  @ValidateNested()
  @Type(() => OwnOutcome)
  outcome: OwnOutcome | null;
}

@DescribeClass(
  'How safe it feels now and whether it helped, by one who supports it, through the link in a mail. Never public. A new answer takes the place of the old one.',
)
export class TellSupporterOutcome extends TellOutcome {
  @Describe('From the fragment of the link in the mail.')
  @IsString()
  @MaxLength(200)
  token: string;
}

@DescribeClass('What one who supports a place said, as staff see it: nothing tells who it was.')
export class StaffSupporterOutcome extends StaffOutcome {
  @IsUUID()
  id: string;

  @Describe('When it was taken back: it counts no more.')
  @Nullable()
  @IsISO8601()
  withdrawnAt: string | null;
}

@DescribeClass('What staff do about answers of supporters.')
export class CloseSupporterOutcomes {
  @Describe('The answers that were read; one that was changed since is refused.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(closedAtOnce)
  @IsUUID(undefined, { each: true })
  outcomes: string[];

  @Describe('`reopened` moves the proposal back to `under-review`.')
  @IsIn(OUTCOME_CLOSINGS)
  decision: OutcomeClosing;

  @Describe('What was done about them, or why it is opened again. Staff only.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  note: string;

  @Describe('The version of the proposal that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('An answer of a supporter, among all that they gave.')
export class KeptOutcome extends OwnOutcome {
  @Describe('When a later answer took its place; null for the one that stands.')
  @Nullable()
  @IsISO8601()
  replacedAt: string | null;

  @Describe('When it was taken back: it counts no more.')
  @Nullable()
  @IsISO8601()
  withdrawnAt: string | null;
}

@DescribeClass('What is kept of somebody who supports a proposal, to take along.')
export class SupporterData {
  @IsISO8601()
  fetchedAt: string;

  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  email: string;

  @Describe('Whether mails go to the address.')
  @IsIn(CONTACT_STATES)
  state: ContactState;

  @Describe('When each device that the address counts for gave its support.')
  @IsArray()
  @IsISO8601(undefined, { each: true })
  supportedAt: string[];

  @Describe('All that was said afterwards, oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KeptOutcome)
  outcomes: KeptOutcome[];
}
