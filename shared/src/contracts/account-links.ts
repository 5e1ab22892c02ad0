import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { LANGUAGES, LIMITS, type Language } from '../vocabulary.js';
import { Account } from './staff.js';

/** What a link to an account is for. */
export const ACCOUNT_LINK_PURPOSES = ['invitation', 'password-reset'] as const;
export type AccountLinkPurpose = (typeof ACCOUNT_LINK_PURPOSES)[number];

@DescribeClass('A link for one person that was just made.')
export class IssuedLink {
  @Describe('Whether the link went to the person by mail.')
  @IsBoolean()
  mailed: boolean;

  @Describe('The address to hand over, where no mail is sent; told this once.')
  @Nullable()
  @IsString()
  address: string | null;

  @IsISO8601()
  expiresAt: string;
}

@DescribeClass('A new account and the invitation that goes with it.')
export class CreatedAccount {
  @ValidateNested()
  @Type(() => Account)
  account: Account;

  @ValidateNested()
  @Type(() => IssuedLink)
  invitation: IssuedLink;
}

@DescribeClass('What a link carries behind its #.')
export class AccountToken {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token: string;
}

@DescribeClass('What a link is for, and for whom.')
export class AccountLink {
  @IsIn(ACCOUNT_LINK_PURPOSES)
  purpose: AccountLinkPurpose;

  @IsString()
  name: string;

  @IsString()
  email: string;

  @IsISO8601()
  expiresAt: string;
}

@DescribeClass('A new password by a link.')
export class ChoosePassword extends AccountToken {
  @Describe(
    'At least 12 characters; no common password, and not made of the name, the address or the service.',
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.passwordCharacters)
  password: string;
}

@DescribeClass('Asks for a link by which a forgotten password is replaced.')
export class AskPasswordReset {
  @IsEmail()
  @MaxLength(LIMITS.emailCharacters)
  email: string;

  @Describe('The language of the mail.')
  @IsIn(LANGUAGES)
  language: Language;
}
