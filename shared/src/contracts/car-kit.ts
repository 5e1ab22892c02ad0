import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsISO8601, IsString, IsUUID, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsPosition, type Position } from '../position.js';
import { SPEED_LIMITS, type SpeedLimit } from '../vocabulary.js';

@DescribeClass('A wish that a check may answer.')
export class CarWish {
  @IsString()
  reference: string;

  @Describe('[lng, lat], exact.')
  @IsPosition()
  position: Position;

  @Describe('The date on which it came in.', { format: 'date' })
  @IsString()
  cameInOn: string;

  @Describe('People who asked for it: its sender and supporters.')
  @IsInt()
  people: number;
}

@DescribeClass('A stretch, as far as a check there is logged in the car.')
export class CarStretch {
  @IsUUID()
  id: string;

  @Describe('What the police call it. Not for anybody else.')
  @Nullable()
  @IsString()
  name: string | null;

  @Describe('The road of the place list that those who wait name, if they name one: this may be public.')
  @Nullable()
  @IsString()
  road: string | null;

  @Nullable()
  @IsString()
  localityName: string | null;

  @Describe('The middle of its wishes, [lng, lat], exact.')
  @IsPosition()
  position: Position;

  @Describe('The limit that most wishes name, km/h.')
  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @Describe('How many wishes wait there.')
  @IsInt()
  waiting: number;

  @Describe('Wishes that wait there, those that have waited longest first; not all where very many do.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CarWish)
  wishes: CarWish[];
}

@DescribeClass('The commitment that speed checks are logged on.')
export class CarCommitment {
  @IsUUID()
  id: string;

  @IsString()
  title: string;
}

@DescribeClass(
  'What a patrol carries along to log checks without a network. For the police alone; a device throws it away after twelve hours.',
)
export class CarKit {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  municipalityName: string;

  @Describe('When it was read.')
  @IsISO8601()
  readAt: string;

  @Describe('Null while no promise that takes speed checks holds.')
  @Nullable()
  @ValidateNested()
  @Type(() => CarCommitment)
  commitment: CarCommitment | null;

  @Describe('How far from a check a wish that it answers may lie. Metres.')
  @IsInt()
  wishMetres: number;

  @Describe('Stretches on which somebody waits, in the order of the planner.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CarStretch)
  stretches: CarStretch[];
}
