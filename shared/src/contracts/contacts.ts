import { Type } from 'class-transformer';
import {
  IsArray,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { OwnOutcome } from './outcomes.js';
import { PROPOSAL_KINDS, PUBLIC_STATUSES, type ProposalKind, type PublicStatus } from '../vocabulary.js';

/** The longest address that mail servers take (RFC 5321) and the longest name that we keep, characters. */
export const CONTACT_LIMITS = { emailCharacters: 254, nameCharacters: 100 } as const;

/** A contact is asked first whether the address is theirs (double opt-in); after that they get mail until they stop it. */
export const CONTACT_STATES = ['unconfirmed', 'confirmed', 'stopped'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** Why somebody gets mail about a proposal. */
export const CONTACT_ROLES = ['sender', 'supporter'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

@DescribeClass(
  'Where a person wants the answer. Nobody is written to before they have confirmed the address.',
)
export class ContactInput {
  @Describe('E-mail address.', { example: 'namn@example.se' })
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;

  @Describe('How staff may address the person; never public.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(CONTACT_LIMITS.nameCharacters)
  name?: string;
}

@DescribeClass('Support for a proposal; with a contact the supporter gets the same answers as the sender.')
export class SupportProposal {
  @Describe('Where to send the answers. An e-mail counts as one supporter only once it is confirmed.')
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactInput)
  contact?: ContactInput;
}

@DescribeClass('The sender’s own contact, as the sender sees it.')
export class OwnContact {
  @IsString()
  email: string;

  @Nullable()
  @IsString()
  name: string | null;

  @IsIn(CONTACT_STATES)
  state: ContactState;
}

@DescribeClass('The token of a link that was sent by mail.')
export class MailToken {
  @Describe('From the link’s fragment.')
  @IsString()
  @MaxLength(200)
  token: string;
}

@DescribeClass('What an address was confirmed for, or taken off.')
export class ContactReceipt {
  @Describe('The proposal’s number.')
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsIn(CONTACT_ROLES)
  role: ContactRole;

  @IsIn(CONTACT_STATES)
  state: ContactState;
}

@DescribeClass('Asks for a link to all proposals that an address belongs to. Always answered the same.')
export class AskForOwnProposals {
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;
}

@DescribeClass('One of a person’s own proposals, with the token that opens its page.')
export class OwnProposal {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('The status as the public sees it.')
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus;

  @Describe(
    'For a duplicate: the public status of the proposal that leads its case, whose answers are its own.',
  )
  @Nullable()
  @IsIn(PUBLIC_STATUSES)
  caseStatus: PublicStatus | null;

  @Describe('A new token for `Follow-Token`; those given out before stay good.')
  @IsString()
  followToken: string;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass(
  'A proposal that a person supports, with the token by which they change or remove their address.',
)
export class SupportedProposal {
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('The status as the public sees it; null when it is not shown.')
  @Nullable()
  @IsIn(PUBLIC_STATUSES)
  status: PublicStatus | null;

  @Describe('Whether mails go to the address.')
  @IsIn(CONTACT_STATES)
  state: ContactState;

  @Describe(
    'For `POST /supporter-address-changes`, `POST /supporter-address-removals` and `POST /supporter-data`.',
  )
  @IsString()
  token: string;

  @Describe('How it is now, as the address last said; null when it has not.')
  @Nullable()
  @ValidateNested()
  @Type(() => OwnOutcome)
  outcome: OwnOutcome | null;

  @Describe('When the address was left.')
  @IsISO8601()
  createdAt: string;
}

@DescribeClass('Another address for the answers to what a person supports.')
export class ChangeSupportAddress {
  @Describe('From the list of what is one’s own.')
  @IsString()
  @MaxLength(200)
  token: string;

  @Describe('Nobody is written to before they have confirmed the address.')
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;
}

@DescribeClass('A person’s own proposals, and those that they support, newest first.')
export class OwnProposals {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnProposal)
  items: OwnProposal[];

  @Describe('What the address supports.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SupportedProposal)
  supported: SupportedProposal[];
}

@DescribeClass('The sender’s contact, opened by staff; each opening stands in the history.')
export class OpenedContact {
  @Describe('Null when the sender left a telephone number alone.')
  @Nullable()
  @IsString()
  email: string | null;

  @Describe('Null when the sender left an address alone.')
  @Nullable()
  @IsString()
  phone: string | null;

  @Describe('How the sender wants to be addressed.')
  @Nullable()
  @IsString()
  name: string | null;
}
