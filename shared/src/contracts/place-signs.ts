import { IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { PLANNER_LIMITS } from '../planner.js';
import { LANGUAGES, type Language } from '../vocabulary.js';

/** How a sign is wanted. */
export class PlaceSignQuery {
  @Describe('The language of the sign; Swedish when it is not said.')
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

/** The same for a stretch. */
export class StretchSignQuery extends PlaceSignQuery {
  @Describe('What the road is called on the sign; by default what those who asked call it in public.')
  @IsOptional()
  @IsString()
  @MaxLength(PLANNER_LIMITS.signRoadCharacters)
  road?: string;
}

@DescribeClass(
  'What a sign to put up at a place says. Made of what is public at the moment, and of nothing else.',
)
export class PlaceSign {
  @IsIn(LANGUAGES)
  language: Language;

  @Describe('The municipality.', { example: 'Ale kommun' })
  @IsString()
  municipality: string;

  @Describe('The promise and the commitment that it belongs to; null where nothing is promised.')
  @Nullable()
  @IsString()
  promise: string | null;

  @Describe('What is said in large letters.', { example: 'Här har 12 önskat hastighetskontroll.' })
  @IsString()
  heading: string;

  @Describe('The road or the place.')
  @Nullable()
  @IsString()
  place: string | null;

  @Describe('What was done there last.')
  @IsArray()
  @IsString({ each: true })
  lines: string[];

  @Describe('What the reader is asked to do.')
  @IsString()
  ask: string;

  @Describe('How to do it.')
  @IsString()
  how: string;

  @Describe('The address that the QR code holds.')
  @IsString()
  link: string;

  @Describe(
    'The address that stands in words below the code: of a place its page, short enough to be typed in; of a stretch the same as the code.',
  )
  @IsString()
  address: string;

  @Describe('The month in which it was printed, and where to turn in an emergency.')
  @IsString()
  foot: string;
}
