import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  COMPARED_OCCASIONS,
  type ComparedOccasion,
  COMPARISON_CAUTIONS,
  type ComparisonCaution,
  MEAN_WAYS,
  type MeanWay,
  MEASUREMENT_FORMS,
  MEASUREMENT_LIMITS,
  MEASUREMENT_SOURCES,
  type MeasurementForm,
  type MeasurementSource,
  MEASURERS,
  type Measurer,
  NOT_COMPARED_REASONS,
  type NotComparedReason,
  PERCENTILE_WAYS,
  type PercentileWay,
} from '../measurements.js';
import { IsNotBlank } from '../text.js';
import { IsVersion } from '../version.js';
import { SPEED_LIMITS, type SpeedLimit } from '../vocabulary.js';
import { ImportFault } from './activity-import.js';

@DescribeClass('A file of measured speeds. What it says of single passages is counted together and not kept.')
export class UploadMeasurement {
  @IsIn(MEASUREMENT_SOURCES)
  source: MeasurementSource;

  @IsIn(MEASURERS)
  measuredBy: Measurer;

  @Describe('Which way the vehicles went, in words; left out when both are measured together.', {
    example: 'Mot Nol',
  })
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(MEASUREMENT_LIMITS.directionCharacters)
  direction?: string;

  @Describe('The posted limit, km/h; left out when nobody knows.')
  @IsOptional()
  @IsIn(SPEED_LIMITS)
  postedLimit?: SpeedLimit;

  @Describe(
    'The file as text: `;`, `,` or tabs between columns. One passage a line (a time and a speed), or one interval a line (a time, how many, and their mean speed or bands of speed). Times are local.',
  )
  @IsString()
  @IsNotBlank()
  @MaxLength(MEASUREMENT_LIMITS.fileCharacters)
  file: string;

  @Describe(
    'Takes only the lines with this value in the file’s column of directions. It is the direction where `direction` says none.',
  )
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(MEASUREMENT_LIMITS.directionCharacters)
  onlyDirection?: string;
}

@DescribeClass('How many passed at a speed.')
export class SpeedBand {
  @Describe('km/h, the slowest.')
  @IsNumber()
  from: number;

  @Describe('km/h, which the band does not reach; null when it is open.')
  @Nullable()
  @IsNumber()
  to: number | null;

  @IsInt()
  passages: number;
}

@DescribeClass('What was measured, counted together.')
export class MeasuredFigures {
  @IsISO8601()
  fromAt: string;

  @IsISO8601()
  toAt: string;

  @IsInt()
  passages: number;

  @Describe('km/h.')
  @IsNumber()
  mean: number;

  @Describe('From what the mean was counted; from bands it is approximate.')
  @IsIn(MEAN_WAYS)
  meanFrom: MeanWay;

  @Describe('The speed that 85 of 100 did not exceed, km/h; null when it cannot be known.')
  @Nullable()
  @IsNumber()
  p85: number | null;

  @Describe('From what the 85-percentile comes; from bands it is approximate.')
  @IsIn(PERCENTILE_WAYS)
  p85From: PercentileWay;

  @Describe(
    'Passages above the posted limit; null without a limit, and where the file does not tell. Where a band begins at the limit, those exactly at it are among them.',
  )
  @Nullable()
  @IsInt()
  overLimit: number | null;

  @Describe('Empty where the file tells means alone.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SpeedBand)
  bands: SpeedBand[];
}

@DescribeClass('A line of the file that was not understood.')
export class MeasurementFault extends ImportFault {
  @Describe('The line of the file, counted from 1.')
  @IsInt()
  line: number;
}

@DescribeClass('A direction that the file names.')
export class MeasuredDirection {
  @IsString()
  direction: string;

  @Describe('Lines with it.')
  @IsInt()
  lines: number;
}

@DescribeClass('What would be kept of a file. Nothing is.')
export class MeasurementReport {
  @IsIn(MEASUREMENT_FORMS)
  form: MeasurementForm;

  @Describe('Lines that were understood and counted.')
  @IsInt()
  accepted: number;

  @Describe('Lines that were not understood.')
  @IsInt()
  refused: number;

  @Describe('Lines with a speed that no road vehicle has: below 3 or above 250 km/h.')
  @IsInt()
  leftOut: number;

  @Describe('Lines of another direction than the chosen one.')
  @IsInt()
  otherDirection: number;

  @Describe('Columns that say nothing of speed: they are neither read nor kept.')
  @IsArray()
  @IsString({ each: true })
  ignoredColumns: string[];

  @Describe('The first of the lines that were not understood.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MeasurementFault)
  faults: MeasurementFault[];

  @Describe('Directions in the file, the most frequent first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MeasuredDirection)
  directions: MeasuredDirection[];

  @Describe('Null when no line could be counted.')
  @Nullable()
  @ValidateNested()
  @Type(() => MeasuredFigures)
  figures: MeasuredFigures | null;

  @Describe('Whether the stretch has this measurement already.')
  @IsBoolean()
  alreadyThere: boolean;
}

@DescribeClass('A measurement of speeds on a stretch.')
export class SpeedMeasurement extends MeasuredFigures {
  @IsUUID()
  id: string;

  @IsIn(MEASUREMENT_SOURCES)
  source: MeasurementSource;

  @IsIn(MEASURERS)
  measuredBy: Measurer;

  @Describe('In words; null when both ways are measured together.')
  @Nullable()
  @IsString()
  direction: string | null;

  @Describe('km/h.')
  @Nullable()
  @IsIn(SPEED_LIMITS)
  postedLimit: SpeedLimit | null;

  @IsIn(MEASUREMENT_FORMS)
  form: MeasurementForm;

  @Describe('Lines of the file that were not understood.')
  @IsInt()
  refused: number;

  @Describe('Lines with a speed that no road vehicle has.')
  @IsInt()
  leftOut: number;

  @IsISO8601()
  uploadedAt: string;

  @IsInt()
  version: number;
}

@DescribeClass(
  'Two measurements, before and after something that was done. A difference says nothing of its cause.',
)
export class BeforeAndAfter {
  @IsIn(COMPARED_OCCASIONS)
  occasion: ComparedOccasion;

  @Describe('The id of the check or of the alternative.')
  @IsUUID()
  occasionId: string;

  @Describe('The day of the check, or on which the alternative was reported done.', { format: 'date' })
  @IsString()
  on: string;

  @Describe('The last measurement that ended before.')
  @IsUUID()
  before: string;

  @Describe('The first measurement that began after.')
  @IsUUID()
  after: string;

  @Describe('Why they are not compared; empty when they are.')
  @IsArray()
  @IsIn(NOT_COMPARED_REASONS, { each: true })
  notCompared: NotComparedReason[];

  @Describe('After minus before, km/h; null when they are not compared.')
  @Nullable()
  @IsNumber()
  meanDifference: number | null;

  @Describe(
    'How far from the difference of the means chance among the passages reaches, km/h either way, 19 times of 20; null when the files do not tell.',
  )
  @Nullable()
  @IsNumber()
  meanMargin: number | null;

  @Describe('After minus before, km/h; null when one of them is not known.')
  @Nullable()
  @IsNumber()
  p85Difference: number | null;

  @IsArray()
  @IsIn(COMPARISON_CAUTIONS, { each: true })
  cautions: ComparisonCaution[];
}

@DescribeClass(
  'What was measured on a stretch, on those merged into it too, and what it was like before and after.',
)
export class StretchMeasurements {
  @Describe('The latest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SpeedMeasurement)
  items: SpeedMeasurement[];

  @Describe('The latest occasion first; one for each direction, limit and kind of device.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BeforeAndAfter)
  comparisons: BeforeAndAfter[];
}

@DescribeClass('Takes a measurement away, with why; the history of the stretch keeps that.')
export class RemoveMeasurement {
  @IsDefined()
  @IsVersion()
  version: number;

  @Describe('For the police.')
  @IsString()
  @IsNotBlank()
  @MaxLength(MEASUREMENT_LIMITS.reasonCharacters)
  reason: string;
}
