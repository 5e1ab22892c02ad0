import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { BUILT_IN_VIEW_NAMES, type BuiltInView } from '../queue.js';
import { LIMITS } from '../vocabulary.js';

@DescribeClass('A view that everyone has, with how many are in it.')
export class CountedView {
  @IsIn(BUILT_IN_VIEW_NAMES)
  view: BuiltInView;

  @IsInt()
  count: number;
}

@DescribeClass('A person’s own view of the queue, with how many are in it.')
export class OwnView {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @Describe('The filters and the order of the queue, as its address has them.', {
    example: 'status=received&kind=idea&sort=due',
  })
  @IsString()
  filters: string;

  @Describe('Counted up to 1000: then there are at least so many.')
  @IsInt()
  count: number;
}

@DescribeClass('The views of the queue, as they are now.')
export class QueueViews {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CountedView)
  builtIn: CountedView[];

  @Describe('In the person’s own order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OwnView)
  own: OwnView[];
}

/** Whose views. */
export class QueueViewsQuery {
  @Describe('A municipality’s slug: the built-in views of it alone; by default all of one’s own.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  municipality?: string;
}

@DescribeClass('A view to keep.')
export class KeepView {
  @Describe('Unique among one’s own.')
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.viewNameCharacters)
  name: string;

  @Describe(
    'The filters and the order of the queue, as its address has them; `limit` and `cursor` are left out.',
    {
      example: 'status=received&kind=idea&sort=due',
    },
  )
  @IsString()
  @MaxLength(LIMITS.viewFiltersCharacters)
  filters: string;
}

@DescribeClass('A change of a view; what is left out stays.')
export class ChangeView {
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.viewNameCharacters)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.viewFiltersCharacters)
  filters?: string;
}

@DescribeClass('The order of one’s own views: all of them, the first first.')
export class OrderViews {
  @IsArray()
  @ArrayMaxSize(LIMITS.viewsPerPerson)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

@DescribeClass('A kept view.')
export class KeptView {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @Describe('The filters and the order of the queue, as its address has them.', {
    example: 'status=received&kind=idea&sort=due',
  })
  @IsString()
  filters: string;
}

@DescribeClass('One’s own views, in one’s own order.')
export class KeptViewPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KeptView)
  items: KeptView[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}
