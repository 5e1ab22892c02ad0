import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { PHONE_CHARACTERS } from '../responsible-bodies.js';
import { IsNotBlank } from '../text.js';
import { BEHALF_SOURCES, type ProposalSource } from '../vocabulary.js';
import { CONTACT_LIMITS } from './contacts.js';
import { ProposalInput } from './proposals.js';

/** A telephone number as people write it: digits with a few signs between them. */
export const PHONE_PATTERN = /^\+?(?:[\s()./-]*\d){6,15}[\s)]*$/;

@DescribeClass(
  'How a resident who reached staff wants the answer: by mail, once the address is confirmed, or by a call.',
)
export class BehalfContact {
  @Describe('E-mail address.', { example: 'namn@example.se' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email?: string;

  @Describe('Telephone number.', { example: '070-123 45 67' })
  @IsOptional()
  @IsString()
  @MaxLength(PHONE_CHARACTERS)
  @Matches(PHONE_PATTERN)
  phone?: string;

  @Describe('How staff may address the person; never public.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(CONTACT_LIMITS.nameCharacters)
  name?: string;
}

@DescribeClass(
  'What staff register on a resident’s behalf. Words are read before they are public, like everybody’s.',
)
export class RegisterProposal extends ProposalInput {
  @Describe('How the resident reached staff.')
  @IsIn(BEHALF_SOURCES)
  source: ProposalSource;

  @IsOptional()
  @ValidateNested()
  @Type(() => BehalfContact)
  contact?: BehalfContact;
}

@DescribeClass('Support that staff register on a resident’s behalf.')
export class RegisterSupport {
  @Describe('How the resident reached staff.')
  @IsIn(BEHALF_SOURCES)
  source: ProposalSource;

  @Describe(
    'The address gets the answers once it is confirmed. The number serves to count the person once, and is not kept.',
  )
  @IsOptional()
  @ValidateNested()
  @Type(() => BehalfContact)
  contact?: BehalfContact;
}
