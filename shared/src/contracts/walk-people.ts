import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { WALK_LIMITS } from '../safety-walks.js';

/** A count of people. */
const IsCount = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsInt()(target, property);
  Min(0)(target, property);
  Max(WALK_LIMITS.people)(target, property);
};

@DescribeClass('How many of those who took part belonged to which group, where that was asked.')
export class WalkBands {
  @IsCount()
  women?: number | null;

  @IsCount()
  men?: number | null;

  @Describe('Under 18 years.')
  @IsCount()
  'under-18'?: number | null;

  @Describe('18 to 64 years.')
  @IsCount()
  '18-64'?: number | null;

  @Describe('65 years or more.')
  @IsCount()
  '65-more'?: number | null;
}
