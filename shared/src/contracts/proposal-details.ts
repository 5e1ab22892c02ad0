import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  HOUR_BAND_PATTERN,
  IDEA_TOPICS,
  LIMITS,
  SPEED_LIMITS,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  WEEKDAYS,
  type DarkPlaceCause,
  type DarkPlaceTime,
  type IdeaTopic,
  type ProposalKind,
  type SpeedLimit,
  type SpeedProblem,
  type SpeedSurrounding,
  type Weekday,
} from '../vocabulary.js';

@DescribeClass(
  'What a resident tells about a road where speed should be checked. Never plates, names or people.',
)
export class SpeedCheckDetails {
  @Describe('The road. Public at once when it is in the municipality’s place list, else after review.', {
    example: 'Göteborgsvägen',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.roadNameCharacters)
  roadName?: string;

  @Describe('Which way the traffic goes, in the resident’s words. Public after review.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.directionCharacters)
  direction?: string;

  @Describe('Weekdays on which it happens. May be empty.')
  @IsArray()
  @ArrayUnique()
  @IsIn(WEEKDAYS, { each: true })
  weekdays: Weekday[];

  @Describe('Hours of the day, local time, as `from-to`. May be empty.', { example: ['07-09'] })
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(24)
  @Matches(HOUR_BAND_PATTERN, { each: true })
  hourBands: string[];

  @Describe('The posted limit in km/h, null when unknown.', { schema: { enum: [...SPEED_LIMITS, null] } })
  @IsOptional()
  @IsIn(SPEED_LIMITS)
  postedLimit?: SpeedLimit | null;

  @Describe('What happens there. May be empty.')
  @IsArray()
  @ArrayUnique()
  @IsIn(SPEED_PROBLEMS, { each: true })
  problems: SpeedProblem[];

  @Describe('What is near. May be empty.')
  @IsArray()
  @ArrayUnique()
  @IsIn(SPEED_SURROUNDINGS, { each: true })
  near: SpeedSurrounding[];
}

@DescribeClass('What a resident tells about an unsafe or dark place: why and when, never who.')
export class DarkPlaceDetails {
  @Describe('Why the place feels unsafe. May be empty.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @Describe('When it feels unsafe. May be empty.')
  @IsArray()
  @ArrayUnique()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];

  @Describe('How safe it feels now, 1 (not at all) to 5 (quite). Never public for a single proposal.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  safetyNow?: number | null;

  @Describe('The number on the lamp post. Never public.')
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.lampNumberCharacters)
  lampNumber?: string | null;
}

@DescribeClass('What an idea is about.')
export class IdeaDetails {
  @Describe('The topic. `drugs` takes no position.')
  @IsIn(IDEA_TOPICS)
  topic: IdeaTopic;
}

/** Details of any kind; which one follows from the proposal's `kind`. */
export type ProposalDetails = SpeedCheckDetails | DarkPlaceDetails | IdeaDetails;

const detailsByKind: Record<ProposalKind, new () => ProposalDetails> = {
  'speed-check': SpeedCheckDetails,
  'dark-place': DarkPlaceDetails,
  idea: IdeaDetails,
};

/** The class that describes the details of a kind; `Object` when the kind itself is not one of the list. */
export function detailsClass(kind: unknown): new () => object {
  return typeof kind === 'string' && Object.hasOwn(detailsByKind, kind)
    ? detailsByKind[kind as ProposalKind]
    : Object;
}

/** The kind whose details have such members: what tells the three apart. */
export function kindOfDetails(details: unknown): ProposalKind {
  const members = typeof details === 'object' && details !== null ? details : {};
  if ('topic' in members) return 'idea';
  return 'causes' in members || 'when' in members ? 'dark-place' : 'speed-check';
}

/** JSON schema of `details`: one of the three kinds. */
export const DETAILS_SCHEMA = {
  oneOf: [
    { $ref: '#/components/schemas/SpeedCheckDetails' },
    { $ref: '#/components/schemas/DarkPlaceDetails' },
    { $ref: '#/components/schemas/IdeaDetails' },
  ],
};

@DescribeClass(
  'The coded part of a speed check wish, as the public sees it: words only when listed or released.',
)
export class PublicSpeedCheckDetails {
  @Describe('The road, if it is in the place list or a human released it.')
  @Nullable()
  @IsString()
  roadName: string | null;

  @Describe('Which way the traffic goes, if released.')
  @Nullable()
  @IsString()
  direction: string | null;

  @Describe('Weekdays on which it happens.')
  @IsArray()
  @IsIn(WEEKDAYS, { each: true })
  weekdays: Weekday[];

  @Describe('Hours of the day, local time.', { example: ['07-09'] })
  @IsArray()
  @IsString({ each: true })
  hourBands: string[];

  @Describe('The posted limit in km/h, null when unknown.')
  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @Describe('What happens there.')
  @IsArray()
  @IsIn(SPEED_PROBLEMS, { each: true })
  problems: SpeedProblem[];

  @Describe('What is near.')
  @IsArray()
  @IsIn(SPEED_SURROUNDINGS, { each: true })
  near: SpeedSurrounding[];
}

@DescribeClass('The coded part of an unsafe place, as the public sees it.')
export class PublicDarkPlaceDetails {
  @Describe('Why the place feels unsafe.')
  @IsArray()
  @IsIn(DARK_PLACE_CAUSES, { each: true })
  causes: DarkPlaceCause[];

  @Describe('When it feels unsafe.')
  @IsArray()
  @IsIn(DARK_PLACE_TIMES, { each: true })
  when: DarkPlaceTime[];
}

/** Public details of any kind. */
export type PublicProposalDetails = PublicSpeedCheckDetails | PublicDarkPlaceDetails | IdeaDetails;

/** JSON schema of the public `details`. */
export const PUBLIC_DETAILS_SCHEMA = {
  oneOf: [
    { $ref: '#/components/schemas/PublicSpeedCheckDetails' },
    { $ref: '#/components/schemas/PublicDarkPlaceDetails' },
    { $ref: '#/components/schemas/IdeaDetails' },
  ],
};
