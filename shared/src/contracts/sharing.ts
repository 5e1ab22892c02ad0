import { IsIn, IsOptional, IsString } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { LANGUAGES, type Language } from '../vocabulary.js';

@DescribeClass(
  'Ready text for Instagram and Facebook, and what its square picture shows. All of it is public already.',
)
export class SocialPost {
  @Describe('The text to post, in Swedish, with the address of the page.')
  @IsString()
  text: string;

  @Describe('What the picture shows, for those who cannot see it.')
  @IsString()
  alt: string;

  @Describe('Where the picture is, 1080 × 1080, PNG.')
  @IsString()
  pictureUrl: string;

  @Describe('The name to save the picture under.')
  @IsString()
  pictureName: string;
}

/** How a page to embed is shown. */
export class EmbedQuery {
  @Describe('The language of the page; Swedish when it is not said.')
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}
