import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { Session } from './staff.js';

@DescribeClass('A service that staff can sign in with.')
export class SignInService {
  @IsString()
  id: string;

  @Describe('The name on the button.')
  @IsString()
  name: string;
}

@DescribeClass('How staff can sign in here.')
export class SignInWays {
  @Describe('Whether passwords of this installation are used.')
  @IsBoolean()
  passwords: boolean;

  @Describe('Whether a forgotten password can be replaced by mail.')
  @IsBoolean()
  resetByMail: boolean;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SignInService)
  services: SignInService[];
}

@DescribeClass('Begins a sign-in with a service.')
export class BeginSignIn {
  @Describe('The id of the service.')
  @IsString()
  @MaxLength(60)
  service: string;

  @Describe('Where to go afterwards: an address of the workplace.')
  @IsOptional()
  @IsString()
  @MaxLength(500)
  to?: string;

  @Describe('The token of an invitation: the account of the invitation is tied to whoever signs in.')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  invitation?: string;
}

@DescribeClass('Where the browser goes on.')
export class ContinueAt {
  @IsString()
  address: string;
}

@DescribeClass('What the service sent back with the browser.')
export class CompleteSignIn {
  @Describe('The query of the address that the service led to, from `code=` on.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(8000)
  query: string;
}

@DescribeClass('A session that a service has opened, and where to go.')
export class CompletedSignIn {
  @ValidateNested()
  @Type(() => Session)
  session: Session;

  @IsString()
  to: string;
}

@DescribeClass('Signed out.')
export class SignedOut {
  @Describe('Where the browser goes to sign out of the service as well; null when there is nowhere to go.')
  @Nullable()
  @IsString()
  address: string | null;
}
