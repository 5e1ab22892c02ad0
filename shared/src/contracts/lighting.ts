import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { LIGHT_KINDS, type LightKind } from '../inventory.js';
import { IsPosition, IsPositionText, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { ImportFault } from './activity-import.js';

@DescribeClass('Lamps that are dark on purpose, and lighting that is planned, in a file.')
export class ImportLighting {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe(
    'The file as text: CSV whose first line names the columns, or a GeoJSON FeatureCollection of points.',
  )
  @IsString()
  @IsNotBlank()
  @MaxLength(1_500_000)
  file: string;

  @Describe('True when the file is all there is: what it does not hold is taken out.')
  @IsOptional()
  @IsBoolean()
  whole?: boolean;
}

export const LIGHTING_STATES = ['new', 'changed', 'same', 'refused'] as const;
export type LightingState = (typeof LIGHTING_STATES)[number];

@DescribeClass('A line of the file, and what becomes of it.')
export class LightingLine {
  @Describe('The line of a CSV file, the heads being line 1; of GeoJSON the feature, counted from 1.')
  @IsInt()
  line: number;

  @IsIn(LIGHTING_STATES)
  state: LightingState;

  @IsString()
  number: string;

  @IsString()
  name: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportFault)
  faults: ImportFault[];
}

@DescribeClass('What would become of each line, or did.')
export class LightingReport {
  @Describe('Lines that are new or changed.')
  @IsInt()
  accepted: number;

  @IsInt()
  refused: number;

  @Describe('What is taken out because the file does not hold it.')
  @IsInt()
  removed: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LightingLine)
  lines: LightingLine[];
}

@DescribeClass('A lamp that is dark on purpose at times, or lighting that is planned.')
export class LightPoint {
  @IsIn(LIGHT_KINDS)
  kind: LightKind;

  @Describe('The municipality’s own number, such as that on the post.')
  @IsString()
  number: string;

  @Nullable()
  @IsString()
  name: string | null;

  @Describe('[lng, lat].')
  @IsPosition()
  position: Position;

  @Describe('The hours in which it is dark or turned down, local time, as `from-to`.', { example: '00-05' })
  @Nullable()
  @IsString()
  hours: string | null;

  @Describe('The day for which it is planned.', { format: 'date' })
  @Nullable()
  @IsString()
  plannedOn: string | null;

  @Nullable()
  @IsString()
  text: string | null;
}

@DescribeClass('What a municipality has told of its lighting.')
export class Lighting {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LightPoint)
  items: LightPoint[];
}

/** Whose lighting is asked for. */
export class LightingQuery {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('`lng,lat` in WGS 84: only what is within 60 m, nearest first.', { example: '12.049,57.895' })
  @IsOptional()
  @IsPositionText()
  near?: string;
}
