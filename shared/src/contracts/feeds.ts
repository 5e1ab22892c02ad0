import { IsIn, IsOptional } from 'class-validator';
import { Describe } from '../describe.js';
import { LANGUAGES, type Language } from '../vocabulary.js';

/** How a feed or a calendar is read. */
export class FeedQuery {
  @Describe('The language of what the platform says itself; Swedish when it is left out.')
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}
