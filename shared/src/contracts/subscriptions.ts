import { IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { TRAP_CHARACTERS, TRAP_WORDS } from '../trap.js';
import {
  LANGUAGES,
  SUBSCRIPTION_FREQUENCIES,
  SUBSCRIPTION_STATES,
  type Language,
  type SubscriptionFrequency,
  type SubscriptionState,
} from '../vocabulary.js';
import { CONTACT_LIMITS } from './contacts.js';

@DescribeClass('An area: a locality, what lies around a point, or without either the whole municipality.')
export class SubscriptionArea {
  @Describe('The locality’s slug; not together with a point.')
  @IsOptional()
  @IsString()
  @MaxLength(100)
  locality?: string;

  @Describe(
    '[lng, lat] of a point. Only the middle of the 200 m square that holds it is kept; everything within 500 m of the point is told.',
  )
  @IsOptional()
  @IsPosition()
  position?: Position;
}

@DescribeClass('Somebody wants to be told what becomes public in an area. Always answered the same.')
export class Subscribe extends SubscriptionArea {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(100)
  municipality: string;

  @Describe('Nobody is written to before they have confirmed the address.', { example: 'namn@example.se' })
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;

  @IsIn(SUBSCRIPTION_FREQUENCIES)
  frequency: SubscriptionFrequency;

  @Describe('The language of the mails.')
  @IsIn(LANGUAGES)
  language: Language;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass('What is to be different about a subscription; what is left out stays.')
export class ChangeSubscription {
  @Describe('From the fragment of the link in any mail of the subscription.')
  @IsString()
  @MaxLength(200)
  token: string;

  @Describe('Another area of the same municipality.')
  @IsOptional()
  @ValidateNested()
  @Type(() => SubscriptionArea)
  area?: SubscriptionArea;

  @IsOptional()
  @IsIn(SUBSCRIPTION_FREQUENCIES)
  frequency?: SubscriptionFrequency;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

@DescribeClass('A subscription as its owner sees it by a link from a mail. It does not tell the address.')
export class SubscriptionView {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  municipalityName: string;

  @Describe('The locality’s slug; null for a point and for the whole municipality.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @Describe('[lng, lat] of the middle of the square that holds the point; null without one.')
  @Nullable()
  @IsPosition()
  position: Position | null;

  @IsIn(SUBSCRIPTION_FREQUENCIES)
  frequency: SubscriptionFrequency;

  @IsIn(LANGUAGES)
  language: Language;

  @IsIn(SUBSCRIPTION_STATES)
  state: SubscriptionState;
}

@DescribeClass('Asks for links to all areas that an address watches. Always answered the same.')
export class AskForSubscriptions {
  @IsString()
  @MaxLength(CONTACT_LIMITS.emailCharacters)
  @IsEmail()
  email: string;
}
