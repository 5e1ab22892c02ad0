import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { WALK_ORGANISERS, WALK_STATUSES, type WalkOrganiser, type WalkStatus } from '../safety-walks.js';
import { NamedChoice } from './inventory.js';
import { NamedMeasure, StopAnswer } from './walk-answers.js';
import { Checklist, StopObservation, StopPhoto } from './walk-observations.js';
import { WalkBands } from './walk-people.js';

@DescribeClass('A place of the inventory as a walk needs it.')
export class StopPlace {
  @IsString()
  reference: string;

  @IsBoolean()
  isPublic: boolean;
}

@DescribeClass('A stop of a walk.')
export class WalkStop {
  @IsUUID()
  id: string;

  @Describe('Counts changes of the answer; a stale one is refused.')
  @IsInt()
  version: number;

  @IsString()
  name: string;

  @Describe('[lng, lat], exact.')
  @IsPosition()
  position: Position;

  @Describe('Null for a stop that is no place of the inventory yet.')
  @Nullable()
  @ValidateNested()
  @Type(() => StopPlace)
  place: StopPlace | null;

  @Describe('By all that was seen: each mark from the last who looked.')
  @ValidateNested()
  @Type(() => Checklist)
  checklist: Checklist;

  @Describe('The last that was told, 1 to 5.')
  @Nullable()
  @IsInt()
  impression: number | null;

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StopObservation)
  observations: StopObservation[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StopPhoto)
  photos: StopPhoto[];

  @Describe('What was seen, in the words that everyone reads.')
  @Nullable()
  @IsString()
  seen: string | null;

  @Nullable()
  @ValidateNested()
  @Type(() => StopAnswer)
  answer: StopAnswer | null;

  @Describe('Measures of its place that an answer can point at.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedMeasure)
  measures: NamedMeasure[];
}

@DescribeClass('A walk in the list of staff.')
export class WalkItem {
  @Describe('How it is named in addresses.', { example: 'V7K3F9' })
  @IsString()
  reference: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsISO8601()
  startsAt: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @IsIn(WALK_STATUSES)
  status: WalkStatus;

  @IsInt()
  stopCount: number;

  @Describe('Stops that have no answer yet.')
  @IsInt()
  unansweredCount: number;
}

@DescribeClass('The walks of a municipality, the latest first.')
export class WalkList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WalkItem)
  items: WalkItem[];

  @Describe('Whether this person may plan walks.')
  @IsBoolean()
  mayChange: boolean;
}

/** Whose walks are read. */
export class WalkQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

/** What can happen to a walk. */
export const WALK_EVENTS = [
  'created',
  'changed',
  'stop-added',
  'stop-removed',
  'stops-ordered',
  'stop-into-place',
  'observed',
  'observation-withdrawn',
  'photos-added',
  'answered',
  'walked',
  'cancelled',
  'published',
  'corrected',
] as const;
export type WalkEventType = (typeof WALK_EVENTS)[number];

@DescribeClass('Something that happened to a walk.')
export class WalkEvent {
  @IsISO8601()
  at: string;

  @IsIn(WALK_EVENTS)
  type: WalkEventType;

  @Describe('Who did it; null for the house itself.')
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

@DescribeClass('A safety walk as staff work with it.')
export class StaffWalk extends WalkItem {
  @IsInt()
  version: number;

  @IsString()
  meetingPoint: string;

  @Nullable()
  @IsPosition()
  meetingPosition: Position | null;

  @IsString()
  purpose: string;

  @IsArray()
  @IsIn(WALK_ORGANISERS, { each: true })
  organisers: WalkOrganiser[];

  @Nullable()
  @IsInt()
  participants: number | null;

  @Nullable()
  @ValidateNested()
  @Type(() => WalkBands)
  bands: WalkBands | null;

  @Nullable()
  @IsString()
  cancelledReason: string | null;

  @Describe('In their order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WalkStop)
  stops: WalkStop[];

  @Describe('Metres from stop to stop, as the crow flies.')
  @IsInt()
  crowMetres: number;

  @Describe('How many versions of the protocol were published.')
  @IsInt()
  published: number;

  @Describe('Whether something was changed that the published protocol does not say yet.')
  @IsBoolean()
  isChanged: boolean;

  @Describe('Bodies of the register that a stop can be referred to.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedChoice)
  bodies: NamedChoice[];

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WalkEvent)
  events: WalkEvent[];

  @Describe('Whether this person may change it.')
  @IsBoolean()
  mayChange: boolean;
}
