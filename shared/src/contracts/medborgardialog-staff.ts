import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  DIALOGUE_EVENTS,
  DIALOGUE_GROUPS,
  DIALOGUE_NEEDS,
  type DialogueEventType,
  type DialogueGroup,
  type DialogueNeed,
} from '../medborgardialog.js';
import { IsPosition, type Position } from '../position.js';
import { DialogueTranslations, PresidiumSeat } from './medborgardialog-planning.js';
import { AgendaItem, DialogueItem, DialogueSubject } from './medborgardialoger.js';

@DescribeClass('A public dialogue in the list of staff.')
export class StaffDialogueItem extends DialogueItem {
  @Describe('People who have a seat; null where nobody has to sign up.')
  @Nullable()
  @IsInt()
  seated: number | null;
}

@DescribeClass('The public dialogues of a municipality, drafts among them, the latest first.')
export class StaffDialogueList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffDialogueItem)
  items: StaffDialogueItem[];

  @Describe('Whether this person may plan them.')
  @IsBoolean()
  mayChange: boolean;
}

/** Whose public dialogues are read. */
export class StaffDialogueQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('How many of those who come need something.')
export class NeedCount {
  @IsIn(DIALOGUE_NEEDS)
  need: DialogueNeed;

  @Describe('Sign-ups with a seat that need it.')
  @IsInt()
  signUps: number;
}

@DescribeClass('How many signed up, and what they need. Nobody is named.')
export class SignUpCounts {
  @Describe('Seats.')
  @IsInt()
  capacity: number;

  @Describe('People who have a seat.')
  @IsInt()
  seated: number;

  @Describe('People on the waiting list.')
  @IsInt()
  waiting: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NeedCount)
  needs: NeedCount[];
}

@DescribeClass('Something that happened to a public dialogue.')
export class DialogueEvent {
  @IsISO8601()
  at: string;

  @IsIn(DIALOGUE_EVENTS)
  type: DialogueEventType;

  @Describe('Who did it; null for the house itself or a resident.')
  @Nullable()
  @IsString()
  actor: string | null;

  @Nullable()
  @IsString()
  reason: string | null;

  @Describe('What it was about; its shape follows from the type.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  changes: object | null;
}

@DescribeClass('A public dialogue as staff work with it.')
export class StaffDialogue extends DialogueItem {
  @IsInt()
  version: number;

  @Describe('The code of its live page.', { example: 'K7M2QX' })
  @IsString()
  shortCode: string;

  @Describe('Whether everyone may read of it.')
  @IsBoolean()
  isPublic: boolean;

  @IsString()
  purpose: string;

  @IsString()
  levelMeaning: string;

  @ValidateNested()
  @Type(() => DialogueTranslations)
  translations: DialogueTranslations;

  @IsArray()
  @IsIn(DIALOGUE_GROUPS, { each: true })
  targetGroups: DialogueGroup[];

  @Nullable()
  @IsPosition()
  venuePosition: Position | null;

  @Nullable()
  @IsString()
  onlineUrl: string | null;

  @Nullable()
  @IsString()
  accessibility: string | null;

  @Nullable()
  @IsString()
  interpreter: string | null;

  @Nullable()
  @IsString()
  transport: string | null;

  @Nullable()
  @IsISO8601()
  questionsUntil: string | null;

  @Nullable()
  @IsInt()
  capacity: number | null;

  @Nullable()
  @IsISO8601()
  signUpUntil: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PresidiumSeat)
  presidium: PresidiumSeat[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AgendaItem)
  agenda: AgendaItem[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueSubject)
  subjects: DialogueSubject[];

  @Describe('Null where nobody has to sign up.')
  @Nullable()
  @ValidateNested()
  @Type(() => SignUpCounts)
  signUps: SignUpCounts | null;

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DialogueEvent)
  events: DialogueEvent[];

  @Describe('Whether this person may change it.')
  @IsBoolean()
  mayChange: boolean;
}

/** In whose words a poster is written: Swedish, English, or easy Swedish. */
export const POSTER_VOICES = ['sv', 'en', 'easy'] as const;
export type PosterVoice = (typeof POSTER_VOICES)[number];

/** Which poster is wanted. */
export class PosterQuery {
  @Describe('In which words; Swedish when it is not said.')
  @IsOptional()
  @IsIn(POSTER_VOICES)
  voice?: PosterVoice;
}
