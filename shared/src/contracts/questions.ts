import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS, PERSONAL_DATA_TYPES, type PersonalDataType } from '../vocabulary.js';

@DescribeClass('The sender’s reply to the question that staff asked. Only staff read it.')
export class SendReply {
  @Describe('The reply.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.replyCharacters)
  text: string;
}

@DescribeClass('A question that staff asked the sender, as the sender sees it.')
export class OwnQuestion {
  @Describe('The question.')
  @IsString()
  text: string;

  @Describe('The organisation that asks.')
  @Nullable()
  @IsString()
  organisation: string | null;

  @IsISO8601()
  askedAt: string;

  @Describe('True while a reply is awaited.')
  @IsBoolean()
  open: boolean;

  @Describe('The last day for a reply, `YYYY-MM-DD`; null when none is awaited.')
  @Nullable()
  @IsString()
  replyBy: string | null;

  @Nullable()
  @IsString()
  reply: string | null;

  @Nullable()
  @IsISO8601()
  repliedAt: string | null;
}

@DescribeClass('Something in a reply that looks like personal data.')
export class ReplyFinding {
  @Describe('What it looks like.')
  @IsIn(PERSONAL_DATA_TYPES)
  type: PersonalDataType;

  @Describe('First character, counted from 0 in UTF-16 units.')
  @IsInt()
  start: number;

  @Describe('One past the last character.')
  @IsInt()
  end: number;
}

@DescribeClass('A question to the sender, as staff see it.')
export class StaffQuestion extends OwnQuestion {
  @Describe('Who asked.')
  @IsString()
  askedBy: string;

  @Nullable()
  @IsISO8601()
  remindedAt: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ReplyFinding)
  personalData: ReplyFinding[];

  @Describe('True while staff have done nothing since the reply came.')
  @IsBoolean()
  unhandled: boolean;
}
