import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { TOWN_LIMITS } from './town-limits.js';

/** The shapes of a municipality’s map: its outline, and the sketch that is drawn where no tiles come. */
export const SHAPE_KINDS = ['outline', 'sketch'] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** What can be wrong with a GeoJSON file; `feature` names the feature, counted from 1. */
export const SHAPE_FAULTS = [
  'empty',
  'not-json',
  'not-geojson',
  'no-polygon',
  'several-polygons',
  'several-parts',
  'not-positions',
  'swapped',
  'sweref',
  'outside-sweden',
  'not-closed',
  'too-few-points',
  'too-many-points',
  'too-many-features',
  'crosses-itself',
  'no-type',
  'wrong-geometry',
  'leaves-out-localities',
] as const;
export type ShapeFaultCode = (typeof SHAPE_FAULTS)[number];

@DescribeClass('One thing that is wrong with a GeoJSON file, or worth knowing.')
export class ShapeFault {
  @IsIn(SHAPE_FAULTS)
  code: ShapeFaultCode;

  @Describe('The feature, counted from 1; null when it is the file.')
  @Nullable()
  @IsInt()
  feature: number | null;

  @Describe('The line of the file, where it is known.')
  @Nullable()
  @IsInt()
  line: number | null;

  @Describe('What was found there, such as a position or a number.')
  @Nullable()
  @IsString()
  found: string | null;
}

@DescribeClass('The text of a GeoJSON file.')
export class ShapeFile {
  @Describe('The text of the file: GeoJSON in WGS 84, [lng, lat].')
  @IsString()
  @MaxLength(TOWN_LIMITS.fileCharacters)
  text: string;
}

@DescribeClass('A shape to save.')
export class ReplaceShape extends ShapeFile {
  @Describe('The version of the municipality that was read.')
  @IsInt()
  version: number;
}

@DescribeClass('What a GeoJSON file holds, before anything is saved.')
export class ShapeReport {
  @Describe('What has to be changed; the file can be saved when there is nothing here.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShapeFault)
  faults: ShapeFault[];

  @Describe('What is worth knowing but hinders nothing.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ShapeFault)
  remarks: ShapeFault[];

  @Describe('The shape as it would be saved, as GeoJSON; null when it cannot be.', {
    schema: { type: ['object', 'null'] },
  })
  @Nullable()
  @IsObject()
  shape: object | null;

  @IsInt()
  features: number;

  @Describe('Points in the file.')
  @IsInt()
  pointsRead: number;

  @Describe('Points that would be saved, after simplification.')
  @IsInt()
  pointsKept: number;

  @Describe('How far a line may have moved by the simplification, metres; null when it was not simplified.')
  @Nullable()
  @IsInt()
  simplifiedByMetres: number | null;

  @Describe('The area of an outline; null for a sketch.')
  @Nullable()
  @IsNumber()
  squareKilometres: number | null;
}

@DescribeClass('A former outline or sketch.')
export class FormerShape {
  @IsUUID()
  id: string;

  @IsISO8601()
  replacedAt: string;

  @Describe('Who replaced it.')
  @IsString()
  replacedBy: string;

  @Describe('The shape as GeoJSON.', { schema: { type: 'object' } })
  @IsObject()
  shape: object;
}

@DescribeClass('The former outlines or sketches of a municipality, the latest first.')
export class FormerShapePage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FormerShape)
  items: FormerShape[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}

@DescribeClass('A former shape to take back.')
export class TakeShapeBack {
  @IsUUID()
  id: string;

  @Describe('The version of the municipality that was read.')
  @IsInt()
  version: number;
}
