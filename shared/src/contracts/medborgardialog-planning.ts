import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import {
  DIALOGUE_FORMS,
  DIALOGUE_GROUPS,
  DIALOGUE_LEVELS,
  DIALOGUE_LIMITS,
  DIALOGUE_LINKS,
  DIALOGUE_ROLES,
  type DialogueForm,
  type DialogueGroup,
  type DialogueLevel,
  type DialogueLink,
  type DialogueRole,
} from '../medborgardialog.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass('Somebody who leads a public dialogue or answers there: by role, never by name.')
export class PresidiumSeat {
  @IsIn(DIALOGUE_ROLES)
  role: DialogueRole;

  @Describe('Whom the role is for.', { example: 'Ale kommun, samhällsbyggnad' })
  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.organisationCharacters)
  organisation: string;
}

@DescribeClass('What a public dialogue is, in other words than the Swedish ones.')
export class DialogueWords {
  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.titleCharacters)
  title: string;

  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.purposeCharacters)
  purpose: string;

  @Describe('What those who come can decide, in a plain sentence.')
  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.levelMeaningCharacters)
  levelMeaning: string;
}

@DescribeClass('The words in English and in easy Swedish, where somebody wrote them.')
export class DialogueTranslations {
  @IsOptional()
  @ValidateNested()
  @Type(() => DialogueWords)
  en?: DialogueWords;

  @Describe('In easy Swedish (lättläst).')
  @IsOptional()
  @ValidateNested()
  @Type(() => DialogueWords)
  easy?: DialogueWords;
}

@DescribeClass('An item of the agenda.')
export class AgendaItemInput {
  @Describe('Of an item that is kept under new words; absent for a new one.')
  @IsOptional()
  @IsUUID()
  id?: string | null;

  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.agendaTitleCharacters)
  title: string;

  @Describe('About how long it takes.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DIALOGUE_LIMITS.agendaMinutes)
  minutes?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(DIALOGUE_LIMITS.agendaDescriptionCharacters)
  description?: string | null;
}

@DescribeClass('Something that a public dialogue is about.')
export class DialogueLinkInput {
  @IsIn(DIALOGUE_LINKS)
  kind: DialogueLink;

  @Describe('The id of a commitment, or the reference of a public proposal or of a place of the inventory.', {
    example: 'ALE-7K3F9',
  })
  @IsString()
  @MaxLength(40)
  key: string;
}

/** What is planned of a public dialogue. */
export class DialogueInput extends DialogueWords {
  @Describe('What it is about, in a few words.', { example: 'Trygghet och trafik' })
  @IsString()
  @IsNotBlank()
  @MaxLength(DIALOGUE_LIMITS.themeCharacters)
  theme: string;

  @Describe('How much those who come can decide: the ladder of participation.')
  @IsIn(DIALOGUE_LEVELS)
  level: DialogueLevel;

  @Describe('Who is asked in particular.')
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsIn(DIALOGUE_GROUPS, { each: true })
  targetGroups: DialogueGroup[];

  @IsIn(DIALOGUE_FORMS)
  form: DialogueForm;

  @Describe('Where it is held, in words; needed before it is published unless it is held online alone.')
  @IsOptional()
  @IsString()
  @MaxLength(DIALOGUE_LIMITS.venueCharacters)
  venue?: string | null;

  @Describe('[lng, lat] of the venue.')
  @IsOptional()
  @IsPosition()
  venuePosition?: Position | null;

  @Describe('Where one takes part online; needed before one that is held online is published.')
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(DIALOGUE_LIMITS.linkCharacters)
  onlineUrl?: string | null;

  @Describe('How one gets in and around with a wheelchair, a stick or a pram; toilets, hearing loop.')
  @IsOptional()
  @IsString()
  @MaxLength(DIALOGUE_LIMITS.practicalCharacters)
  accessibility?: string | null;

  @Describe('Languages that are interpreted, and how one asks for others.')
  @IsOptional()
  @IsString()
  @MaxLength(DIALOGUE_LIMITS.practicalCharacters)
  interpreter?: string | null;

  @Describe('Buses, trains, parking, a lift.')
  @IsOptional()
  @IsString()
  @MaxLength(DIALOGUE_LIMITS.practicalCharacters)
  transport?: string | null;

  @Describe('When it begins.', { example: '2026-12-03T17:30:00Z' })
  @IsISO8601({ strict: true })
  startsAt: string;

  @Describe('When it ends, after it begins.', { example: '2026-12-03T19:30:00Z' })
  @IsISO8601({ strict: true })
  endsAt: string;

  @Describe('Until when questions can be sent in ahead; absent means until it begins.', {
    example: '2026-12-01T22:59:00Z',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  questionsUntil?: string | null;

  @Describe('How many seats there are; absent where nobody has to sign up.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DIALOGUE_LIMITS.capacity)
  capacity?: number | null;

  @Describe('Until when one can sign up; absent means until it begins.', { example: '2026-12-02T11:00:00Z' })
  @IsOptional()
  @IsISO8601({ strict: true })
  signUpUntil?: string | null;

  @Describe('Who leads it and who answers there, by role.')
  @IsArray()
  @ArrayMaxSize(DIALOGUE_LIMITS.presidium)
  @ValidateNested({ each: true })
  @Type(() => PresidiumSeat)
  presidium: PresidiumSeat[];

  @IsOptional()
  @ValidateNested()
  @Type(() => DialogueTranslations)
  translations?: DialogueTranslations;

  @Describe('In their order.')
  @IsArray()
  @ArrayMaxSize(DIALOGUE_LIMITS.agendaItems)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  agenda: AgendaItemInput[];

  @Describe('Slugs of the localities that it is for; none means the whole municipality.')
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(DIALOGUE_LIMITS.localities)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  localities: string[];

  @Describe('What it is about, beside its words.')
  @IsArray()
  @ArrayMaxSize(DIALOGUE_LIMITS.links)
  @ValidateNested({ each: true })
  @Type(() => DialogueLinkInput)
  links: DialogueLinkInput[];
}

@DescribeClass('A public dialogue to be held: a draft that staff alone see.')
export class CreateDialogue extends DialogueInput {
  @Describe('The municipality’s slug.', { example: 'ale' })
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('A public dialogue as it is to be kept.')
export class SaveDialogue extends DialogueInput {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('Moves a public dialogue on.')
export class MoveDialogue {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

@DescribeClass('Calls a public dialogue off; everyone who may read of it reads why.')
export class CancelDialogue extends MoveDialogue {
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('Makes a new draft of a public dialogue, to be held another day.')
export class CopyDialogue {
  @Describe('When the new one begins; its end and deadlines keep their distance.', {
    example: '2027-04-15T16:30:00Z',
  })
  @IsISO8601({ strict: true })
  startsAt: string;
}
