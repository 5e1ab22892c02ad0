import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass('A sign-in service that an account is tied to.')
export class AccountIdentity {
  @Describe('The id of the sign-in service.')
  @IsString()
  issuer: string;

  @IsString()
  name: string;

  @IsISO8601()
  linkedAt: string;
}

@DescribeClass('The second factor of an account: an authenticator app.')
export class SecondFactor {
  @Describe('Since when it is asked for; null when it is not.')
  @Nullable()
  @IsISO8601()
  since: string | null;

  @Describe('Whether it may not be switched off.')
  @IsBoolean()
  required: boolean;

  @IsInt()
  recoveryCodesLeft: number;
}

@DescribeClass('One’s own account.')
export class OwnAccount {
  @IsString()
  name: string;

  @IsString()
  email: string;

  @Describe('Whether a password can be changed here.')
  @IsBoolean()
  hasPassword: boolean;

  @ValidateNested()
  @Type(() => SecondFactor)
  secondFactor: SecondFactor;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AccountIdentity)
  identities: AccountIdentity[];
}

@DescribeClass('Changes to one’s own account.')
export class ChangeOwnAccount {
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  name: string;
}

@DescribeClass('A new password instead of the one that one has.')
export class ChangeOwnPassword {
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.passwordCharacters)
  current: string;

  @Describe(
    'At least 12 characters; no common password, and not made of the name, the address or the service.',
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.passwordCharacters)
  password: string;
}

@DescribeClass('The secret to put into an authenticator app; told this once.')
export class SecondFactorSecret {
  @Describe('In Base32, for typing.')
  @IsString()
  secret: string;

  @Describe('The same as an otpauth: address, for a QR code.')
  @IsString()
  uri: string;
}

@DescribeClass('A code of the authenticator app, or a recovery code where one may stand.')
export class SecondFactorCode {
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code: string;
}

@DescribeClass('New recovery codes; told this once, and older ones no longer hold.')
export class RecoveryCodes {
  @IsArray()
  @IsString({ each: true })
  codes: string[];
}

@DescribeClass('A session of an account, in words by which its person knows it.')
export class AccountSession {
  @IsUUID()
  id: string;

  @Describe('Whether this is the session that asks.')
  @IsBoolean()
  current: boolean;

  @Describe('The browser, such as `Firefox`; null when it is not known.')
  @Nullable()
  @IsString()
  browser: string | null;

  @Describe('What it runs on, such as `Windows`; null when that is not known.')
  @Nullable()
  @IsString()
  system: string | null;

  @Describe('The name of the sign-in service; null for a password.')
  @Nullable()
  @IsString()
  issuerName: string | null;

  @IsISO8601()
  startedAt: string;

  @IsISO8601()
  seenAt: string;

  @IsISO8601()
  expiresAt: string;
}

@DescribeClass('The sessions of an account that run.')
export class AccountSessions {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AccountSession)
  items: AccountSession[];
}
