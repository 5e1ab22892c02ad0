import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  INVENTORY_LIMITS,
  PHOTO_LIGHTS,
  PLACE_GROUPS,
  PLACE_SORTS,
  PLACE_STATES,
  SEASONS,
  type PhotoLight,
  type PlaceGroup,
  type PlaceSort,
  type PlaceState,
  type Season,
} from '../inventory.js';
import { IsPosition, type Position } from '../position.js';
import type { DayPart } from '../situation.js';
import { IsNotBlank } from '../text.js';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  LIMITS,
  PROPOSAL_STATUSES,
  type DarkPlaceCause,
  type DarkPlaceTime,
  type ProposalStatus,
} from '../vocabulary.js';
import { PlaceMeasure } from './inventory-measures.js';
import { Repeated } from './proposals.js';

/** What is kept of a place, new or not. */
export class PlaceInput {
  @Describe('What people call it; public once the place is.', { example: 'Gångtunneln under E45 i Nol' })
  @IsString()
  @IsNotBlank()
  @MaxLength(INVENTORY_LIMITS.nameCharacters)
  name: string;

  @Describe('[lng, lat] in WGS 84, exact. The public sees it rounded to the grid of dark places.')
  @IsPosition()
  position: Position;

  @Describe(
    'Its outline, where a point says too little: a GeoJSON Polygon or MultiPolygon. Public as drawn.',
    {
      schema: { type: ['object', 'null'] },
    },
  )
  @IsOptional()
  @IsObject()
  outline?: object | null;

  @Describe('What makes it dark or unsafe.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @Describe('When it is dark.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];

  @Describe('In which seasons.')
  @IsArray()
  @ArrayUnique()
  @IsIn(SEASONS, { each: true })
  seasons: Season[];

  @Describe('Who answers for it: a body of the municipality’s register; null while nobody knows.')
  @IsOptional()
  @IsUUID()
  bodyId?: string | null;

  @Describe('Numbers on the lamp posts. Staff only.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(INVENTORY_LIMITS.lampNumbers)
  @IsString({ each: true })
  @IsNotBlank({ each: true })
  @MaxLength(LIMITS.lampNumberCharacters, { each: true })
  lampNumbers?: string[];

  @Describe('What the place is like, for everyone once it is public.')
  @IsOptional()
  @IsString()
  @MaxLength(INVENTORY_LIMITS.descriptionCharacters)
  description?: string | null;

  @Describe('For staff alone.')
  @IsOptional()
  @IsString()
  @MaxLength(INVENTORY_LIMITS.noteCharacters)
  note?: string | null;

  @Describe('Whether everyone sees the place.')
  @IsBoolean()
  isPublic: boolean;
}

@DescribeClass('A new place of the inventory, with the proposals that it is made from.')
export class CreatePlace extends PlaceInput {
  @Describe('The municipality’s slug.', { example: 'ale' })
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('Numbers of dark places that residents sent in; those gathered under one come along.')
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(INVENTORY_LIMITS.proposalsAtOnce)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  proposals?: string[];
}

@DescribeClass('A place as it is to be kept.')
export class SavePlace extends PlaceInput {
  @Describe('The version that was read; a stale one is refused.')
  @IsInt()
  version: number;
}

/** Proposals by their numbers, and the version of the place that was read. */
export class NamedProposals {
  @IsInt()
  version: number;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(INVENTORY_LIMITS.proposalsAtOnce)
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  proposals: string[];
}

@DescribeClass(
  'Proposals that belong to a place from now on, and whether their people are told what was done there.',
)
export class LinkProposals extends NamedProposals {
  @Describe(
    'A measure of the place that everyone reads to be done, without an activity: those behind the proposals that were sent in by its day are told, and asked how it is. Left out: nobody is.',
  )
  @IsOptional()
  @IsUUID()
  tellOf?: string;
}

@DescribeClass('Proposals that no longer belong to a place, and why.')
export class UnlinkProposals extends NamedProposals {
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('How safe it feels, 1 (not at all) to 5 (very): the mean of so many answers.')
export class PlaceRating {
  @IsNumber()
  mean: number;

  @IsInt()
  answers: number;
}

@DescribeClass(
  'How safe it felt before the latest measure that was done, and since; what recurs in the yearly wheel is none of these. Each proposal counts once in each. Null where nobody has said.',
)
export class PlaceRatings {
  @Describe('All answers, where nothing was done yet.')
  @Nullable()
  @ValidateNested()
  @Type(() => PlaceRating)
  before: PlaceRating | null;

  @Nullable()
  @ValidateNested()
  @Type(() => PlaceRating)
  after: PlaceRating | null;
}

@DescribeClass(
  'When residents say that it is dark or unsafe there: how many of the people who sent in or support proposals that say so, each once in each part of the day. Darkness is told of evenings and nights, in winter of mornings and afternoons too.',
)
export class PlaceTimes implements Readonly<Record<DayPart, number>> {
  @Describe('From 05 to 09.')
  @IsInt()
  morning: number;

  @Describe('From 09 to 15.')
  @IsInt()
  day: number;

  @Describe('From 15 to 18.')
  @IsInt()
  afternoon: number;

  @Describe('From 18 to 21.')
  @IsInt()
  evening: number;

  @Describe('From 21 to 05.')
  @IsInt()
  night: number;

  @Describe('People whose proposals say nothing of hours.')
  @IsInt()
  untold: number;
}

@DescribeClass('A place in the list.')
export class PlaceItem {
  @Describe('How it is named in addresses.', { example: 'P7K3F9' })
  @IsString()
  reference: string;

  @IsString()
  name: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('The locality’s slug.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('[lng, lat], exact.')
  @IsPosition()
  position: Position;

  @IsArray()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @Describe('What of the promise it belongs to; follows from its causes.')
  @IsArray()
  @IsIn(PLACE_GROUPS, { each: true })
  groups: PlaceGroup[];

  @IsArray()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];

  @IsArray()
  @IsIn(SEASONS, { each: true })
  seasons: Season[];

  @Describe('Who answers for it.')
  @Nullable()
  @IsString()
  body: string | null;

  @IsIn(PLACE_STATES)
  state: PlaceState;

  @Describe('The day of the measure that is next in turn; in the past when it is overdue.', {
    format: 'date',
  })
  @Nullable()
  @IsString()
  nextOn: string | null;

  @Describe('People who sent in or support its proposals, each once.')
  @IsInt()
  people: number;

  @Describe('Proposals about it.')
  @IsInt()
  proposalCount: number;

  @ValidateNested()
  @Type(() => PlaceRatings)
  ratings: PlaceRatings;

  @ValidateNested()
  @Type(() => PlaceTimes)
  times: PlaceTimes;

  @IsBoolean()
  isPublic: boolean;

  @IsISO8601()
  updatedAt: string;
}

@DescribeClass('The places of a municipality that fit the filters, at most 2,000.')
export class PlaceList {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceItem)
  items: PlaceItem[];

  @Describe('How many more fit and were left out.')
  @IsInt()
  leftOut: number;
}

/** The filters of the list and of the map; values of one filter are alternatives. */
export class PlaceQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('Groups of the promise; one or several.')
  @IsOptional()
  @Repeated()
  @IsIn(PLACE_GROUPS, { each: true })
  group?: PlaceGroup[];

  @Describe('Causes; places with any of them.')
  @IsOptional()
  @Repeated()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  cause?: DarkPlaceCause[];

  @Describe('When it is dark; places with any of these times.')
  @IsOptional()
  @Repeated()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when?: DarkPlaceTime[];

  @Describe('Seasons in which it is dark; places with any of them.')
  @IsOptional()
  @Repeated()
  @IsIn(SEASONS, { each: true })
  season?: Season[];

  @Describe('How far a place has come; one or several.')
  @IsOptional()
  @Repeated()
  @IsIn(PLACE_STATES, { each: true })
  state?: PlaceState[];

  @Describe('Locality slugs.')
  @IsOptional()
  @Repeated()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  locality?: string[];

  @Describe('A body of the register.')
  @IsOptional()
  @IsUUID()
  body?: string;

  @Describe('A part of the name.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.searchCharacters)
  q?: string;

  @Describe('The order; by default by name.')
  @IsOptional()
  @IsIn(PLACE_SORTS)
  sort?: PlaceSort;
}

@DescribeClass('A proposal of a place.')
export class PlaceProposal {
  @IsString()
  reference: string;

  @IsIn(PROPOSAL_STATUSES)
  status: ProposalStatus;

  @Nullable()
  @IsString()
  placeName: string | null;

  @Nullable()
  @IsString()
  description: string | null;

  @Describe('People who want it, those behind the proposals gathered under it among them.')
  @IsInt()
  people: number;

  @IsISO8601()
  createdAt: string;
}

@DescribeClass('How safe somebody felt there: when it was sent in, or when they were asked after a measure.')
export class GivenRating {
  @Describe('The day.', { format: 'date' })
  @IsString()
  on: string;

  @Describe('1 (not at all) to 5 (very).')
  @IsInt()
  rating: number;

  @IsIn(['sent-in', 'asked-again'])
  when: 'sent-in' | 'asked-again';
}

@DescribeClass('A photo of a place.')
export class PlacePhoto {
  @IsUUID()
  id: string;

  @Describe('Address of the picture, at most 2048 px.')
  @IsString()
  url: string;

  @Describe('Address of the thumbnail, at most 480 px.')
  @IsString()
  thumbnailUrl: string;

  @IsInt()
  width: number;

  @IsInt()
  height: number;

  @IsIn(PHOTO_LIGHTS)
  light: PhotoLight;

  @IsBoolean()
  isPublic: boolean;

  @IsISO8601()
  addedAt: string;
}

@DescribeClass('What is decided about a photo of a place.')
export class ChangePlacePhoto {
  @IsInt()
  version: number;

  @IsOptional()
  @IsIn(PHOTO_LIGHTS)
  light?: PhotoLight;

  @Describe('Whether everyone sees it, once the place is public.')
  @IsOptional()
  @IsBoolean()
  isPublic?: boolean;
}

/** By which light the photos that are sent were taken. */
export class PlacePhotoQuery {
  @Describe('By which light they were taken.')
  @IsIn(PHOTO_LIGHTS)
  light: PhotoLight;
}

@DescribeClass('Merges a place into another one of the municipality: from now on that one shows both.')
export class MergePlace {
  @IsInt()
  version: number;

  @Describe('The reference of the place that takes it in.', { example: 'P7K3F9' })
  @IsString()
  @MaxLength(20)
  into: string;
}

@DescribeClass('Parts a place from the one that it was merged into.')
export class PartPlace {
  @Describe('The version of the merged place.')
  @IsInt()
  version: number;

  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  reason: string;
}

@DescribeClass('A place that is merged with the one that is read.')
export class MergedPlace {
  @IsString()
  reference: string;

  @IsString()
  name: string;

  @IsInt()
  version: number;
}

/** What can happen to a place. */
export const PLACE_EVENTS = [
  'created',
  'changed',
  'published',
  'unpublished',
  'linked',
  'unlinked',
  'measure-added',
  'measure-changed',
  'measure-done',
  'measure-withdrawn',
  'photos-added',
  'photo-changed',
  'merged',
  'taken-in',
  'parted',
  'let-go',
  'split-off',
  'split-from',
  'walk-published',
  'care-done',
  'care-undone',
] as const;
export type PlaceEventType = (typeof PLACE_EVENTS)[number];

@DescribeClass('Something that happened to a place.')
export class PlaceEvent {
  @IsISO8601()
  at: string;

  @IsIn(PLACE_EVENTS)
  type: PlaceEventType;

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

@DescribeClass('A name that something goes by in a list to choose from.')
export class NamedChoice {
  @IsUUID()
  id: string;

  @IsString()
  name: string;
}

@DescribeClass('A place as staff work with it.')
export class StaffPlace extends PlaceItem {
  @IsInt()
  version: number;

  @Describe('A GeoJSON geometry.', { schema: { type: ['object', 'null'] } })
  @Nullable()
  @IsObject()
  outline: object | null;

  @Nullable()
  @IsUUID()
  bodyId: string | null;

  @IsArray()
  @IsString({ each: true })
  lampNumbers: string[];

  @Nullable()
  @IsString()
  description: string | null;

  @Nullable()
  @IsString()
  note: string | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceProposal)
  proposals: PlaceProposal[];

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GivenRating)
  given: GivenRating[];

  @Describe('Open ones by their day, then those that are done, the latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceMeasure)
  measures: PlaceMeasure[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlacePhoto)
  photos: PlacePhoto[];

  @Describe('Oldest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlaceEvent)
  events: PlaceEvent[];

  @Describe('Bodies of the register that can answer for it, those suggested by the position first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedChoice)
  bodies: NamedChoice[];

  @Describe('Commitments that a measure can be evidence for.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NamedChoice)
  commitments: NamedChoice[];

  @Describe('The place that this one was merged into, and that shows it.')
  @Nullable()
  @ValidateNested()
  @Type(() => MergedPlace)
  mergedInto: MergedPlace | null;

  @Describe('Places that were merged into this one.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MergedPlace)
  merged: MergedPlace[];

  @Describe('Whether this person may change it.')
  @IsBoolean()
  mayChange: boolean;
}

@DescribeClass('A place near a proposal.')
export class NearPlace {
  @IsString()
  reference: string;

  @IsString()
  name: string;

  @Describe('Metres.')
  @IsInt()
  distanceMetres: number;
}

@DescribeClass('The place that a proposal belongs to, or those that it may belong to.')
export class PlaceOfProposal {
  @Describe('Whether the proposal can belong to a place at all: only dark places do.')
  @IsBoolean()
  possible: boolean;

  @Nullable()
  @ValidateNested()
  @Type(() => NearPlace)
  place: NearPlace | null;

  @Describe('Places within 150 m, nearest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NearPlace)
  near: NearPlace[];

  @Describe('Whether this person may make a place of it.')
  @IsBoolean()
  mayChange: boolean;
}
