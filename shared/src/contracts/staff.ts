import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { IsVersion } from '../version.js';
import { LIMITS, ORGANISATION_TYPES, ROLES, type OrganisationType, type Role } from '../vocabulary.js';

@DescribeClass('Sign-in with e-mail and password.')
export class SignIn {
  @Describe('The account’s e-mail address.', { example: 'handlaggare@demo.example' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.emailCharacters)
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.passwordCharacters)
  password: string;

  @Describe('The six figures of the authenticator app, or a recovery code, where the account asks for one.')
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

@DescribeClass('A membership: organisation × municipality × role.')
export class Membership {
  @Describe('The organisation’s slug.')
  @IsString()
  organisation: string;

  @IsString()
  organisationName: string;

  @IsIn(ORGANISATION_TYPES)
  organisationType: OrganisationType;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  municipalityName: string;

  @IsIn(ROLES)
  role: Role;

  @Describe(
    'The id of the sign-in service that it comes from, which gives it anew at each sign-in; null when it was given here.',
  )
  @Nullable()
  @IsString()
  issuer: string | null;
}

@DescribeClass('Who is signed in, and as what.')
export class Session {
  @IsUUID()
  accountId: string;

  @IsString()
  name: string;

  @IsString()
  email: string;

  @Describe(
    'Whether this person looks after the whole installation: adds municipalities and gives the same right to others.',
  )
  @IsBoolean()
  installationAdmin: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Membership)
  memberships: Membership[];

  @Describe('When the session ends at the latest, RFC 3339 UTC.')
  @IsISO8601()
  expiresAt: string;

  @Describe('After so many minutes without use the session ends earlier.')
  @IsInt()
  idleMinutes: number;

  @Describe('Seconds until the session ends if nothing more is done in it.')
  @IsInt()
  secondsLeft: number;

  @Describe('True for administrators who have to set up a second factor before anything else.')
  @IsBoolean()
  mustSetUpSecondFactor: boolean;
}

@DescribeClass('A membership to give.')
export class GrantMembership {
  @Describe('The organisation’s slug.')
  @IsString()
  @MaxLength(60)
  organisation: string;

  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @IsIn(ROLES)
  role: Role;
}

@DescribeClass('An account to create. The person is invited and chooses the password, or signs in elsewhere.')
export class CreateAccount {
  @IsEmail()
  @MaxLength(LIMITS.emailCharacters)
  email: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  name: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GrantMembership)
  memberships: GrantMembership[];
}

@DescribeClass(
  'Changes to an account; memberships given here replace those in the admin’s own municipalities.',
)
export class ChangeAccount {
  @Describe('The version that was read.')
  @IsDefined()
  @IsVersion()
  version: number;

  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  name?: string;

  @Describe('False ends all sessions at once.')
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GrantMembership)
  memberships?: GrantMembership[];
}

@DescribeClass('An invitation that waits for its person.')
export class Invitation {
  @IsISO8601()
  expiresAt: string;

  @IsBoolean()
  expired: boolean;
}

@DescribeClass('An account as an admin sees it.')
export class Account {
  @IsUUID()
  id: string;

  @IsString()
  email: string;

  @IsString()
  name: string;

  @IsBoolean()
  active: boolean;

  @Describe('Whether this person looks after the whole installation.')
  @IsBoolean()
  installationAdmin: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Membership)
  memberships: Membership[];

  @IsISO8601()
  createdAt: string;

  @Nullable()
  @IsISO8601()
  lastSignInAt: string | null;

  @Describe('The latest invitation while the person has no way to sign in yet; null when there is none.')
  @Nullable()
  @ValidateNested()
  @Type(() => Invitation)
  invitation: Invitation | null;

  @Describe('Whether the person has any way to sign in.')
  @IsBoolean()
  canSignIn: boolean;

  @IsBoolean()
  secondFactor: boolean;

  @Describe('Comes back with each change; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('A page of accounts.')
export class AccountPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Account)
  items: Account[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('An organisation of the municipalities one serves.')
export class Organisation {
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @IsIn(ORGANISATION_TYPES)
  type: OrganisationType;

  @Describe('Slugs of the municipalities in which it works.')
  @IsArray()
  @IsString({ each: true })
  municipalities: string[];

  @Describe('Comes back with a change, so that nobody’s change is overwritten unread.')
  @IsInt()
  version: number;
}

@DescribeClass('A page of organisations.')
export class OrganisationPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Organisation)
  items: Organisation[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('How many things wait in a municipality.')
export class WorkSummary {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('Not yet looked at.')
  @IsInt()
  received: number;

  @IsInt()
  underReview: number;

  @Describe('Words or photos that wait for a human.')
  @IsInt()
  awaitingPublication: number;

  @Describe('Without a position.')
  @IsInt()
  unplaced: number;

  @Describe('Reported by residents and not looked at yet.')
  @IsInt()
  reported: number;

  @Describe('The sender says that it did not help, and nobody has looked at that yet.')
  @IsInt()
  notHelped: number;

  @Describe('Without an answer for longer than the answer time.')
  @IsInt()
  overdue: number;

  @Describe('In one’s own hands, and not ended.')
  @IsInt()
  mine: number;

  @Describe('Activities that wait for a coordinator.')
  @IsInt()
  awaitingConfirmation: number;

  @Describe('Confirmed activities that are not public yet.')
  @IsInt()
  awaitingRelease: number;
}

@DescribeClass('How many things wait, for each of one’s own municipalities.')
export class WorkSummaryPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkSummary)
  items: WorkSummary[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}
