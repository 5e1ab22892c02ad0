import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, IsPositionText, type Position } from '../position.js';
import { LIMITS } from '../vocabulary.js';

/** The query of a search for addresses. */
export class GeocoderSearchQuery {
  @Describe('What somebody typed: a street, an address, a place.', { example: 'Göteborgsvägen 12' })
  @IsString()
  @MinLength(2)
  @MaxLength(LIMITS.searchCharacters)
  q: string;

  @Describe('The slug of the municipality in which to search.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

/** The query for the address of a position. */
export class GeocoderReverseQuery {
  @Describe('A position as `lng,lat`; it is rounded to about 10 metres before anybody is asked.')
  @IsPositionText()
  position: string;

  @Describe('The slug of the municipality in which the position is.')
  @IsString()
  @MaxLength(60)
  municipality: string;
}

@DescribeClass('An address or a place that the operator’s geocoder knows.')
export class GeocodedPlace {
  @Describe('Such as `Göteborgsvägen 12`.')
  @IsString()
  name: string;

  @Describe('Where that is, such as `Nödinge`; null when it is not known.')
  @Nullable()
  @IsString()
  where: string | null;

  @IsPosition()
  position: Position;
}

@DescribeClass('What the operator’s geocoder answers. Forms work without it.')
export class GeocoderAnswer {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => GeocodedPlace)
  items: GeocodedPlace[];

  @Describe('False when there is no geocoder or it does not answer.')
  @IsBoolean()
  available: boolean;
}
