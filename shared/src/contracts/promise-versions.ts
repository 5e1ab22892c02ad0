import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsISO8601, IsString, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';

export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGED_PARTS = ['promise', 'focus-area', 'commitment', 'milestone', 'goal', 'channel'] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

export const CHANGED_FIELDS = [
  'whole',
  'title',
  'intro',
  'from',
  'to',
  'name',
  'heading',
  'text',
  'countedHow',
  'type',
  'target',
  'perYear',
  'perYearFor',
  'unit',
  'staleAfterDays',
  'owners',
  'partners',
  'acceptsKinds',
  'requiresWish',
  'publicPosition',
  'focusArea',
  'dueOn',
  'closing',
  'direction',
  'url',
  'order',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

@DescribeClass('A run of words that stayed, came or went.')
export class WordRun {
  @IsString()
  text: string;

  @IsIn(['same', 'added', 'removed'])
  mark: 'same' | 'added' | 'removed';
}

@DescribeClass('One field that differs between two versions of a promise.')
export class PromiseChange {
  @IsIn(CHANGED_PARTS)
  part: ChangedPart;

  @Describe('What the part is called, such as a commitment’s title; empty for the promise itself.')
  @IsString()
  name: string;

  @Describe('`whole`: the part itself came or went.')
  @IsIn(CHANGED_FIELDS)
  field: ChangedField;

  @Describe('The language of a text; null for what has none.')
  @Nullable()
  @IsIn(['sv', 'en'])
  language: 'sv' | 'en' | null;

  @IsIn(CHANGE_KINDS)
  kind: ChangeKind;

  @Describe('The earlier value; empty when there was none.')
  @IsString()
  before: string;

  @Describe('The later value; empty when there is none.')
  @IsString()
  after: string;

  @Describe('Both in one, word by word, for a text that changed; otherwise empty.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WordRun)
  words: WordRun[];
}

@DescribeClass('All that differs between two versions of a promise, field by field.')
export class PromiseChanges {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PromiseChange)
  items: PromiseChange[];
}

@DescribeClass('A published version of a promise.')
export class PromiseVersion {
  @Describe('From 1.')
  @IsInt()
  number: number;

  @IsISO8601()
  publishedAt: string;

  @Describe('What changed and why; null for the first version.')
  @Nullable()
  @IsString()
  note: string | null;
}

@DescribeClass('The versions of a promise, the latest first.')
export class PromiseVersions {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PromiseVersion)
  items: PromiseVersion[];
}

@DescribeClass('A version of a promise beside the one before it.')
export class ComparedPromiseVersion extends PromiseVersion {
  @Describe('Empty for the first version.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PromiseChange)
  changes: PromiseChange[];
}
