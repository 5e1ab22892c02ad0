import { IsInt, Max, Min } from 'class-validator';

/** A version, or another number that the database counts up: what is larger than its integers was never given out. */
export const IsVersion = (): PropertyDecorator => (target, key) => {
  IsInt()(target, key);
  Min(0)(target, key);
  Max(2_147_483_647)(target, key);
};
