import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { LIMITS, WHY_NOT_COUNTED, type WhyNotCounted } from '../vocabulary.js';

/** Columns of the file, as its first line names them. */
export const IMPORT_COLUMNS = [
  'datum',
  'åtagande',
  'text',
  'organisation',
  'källa',
  'latitud',
  'longitud',
  'ort',
  'förslag',
  'minuter',
  'mätta',
  'rapporterade',
  'körkort',
  'toppfart',
  'deltagare',
  'gäller',
  'metod',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** How many lines one file may have. */
export const IMPORT_LINES_MAX = 300;

@DescribeClass('A proposal that a person has chosen for a line.')
export class ImportLink {
  @Describe('The line of the file; the heads are line 1.')
  @IsInt()
  @Min(2)
  line: number;

  @IsString()
  @MaxLength(20)
  reference: string;
}

@DescribeClass('Activities in a file, logged by a coordinator for those who did them.')
export class ImportActivities {
  @Describe('The municipality’s slug.')
  @IsString()
  @MaxLength(60)
  municipality: string;

  @Describe('The file as text: `;` or `,` between columns, the first line names them.')
  @IsString()
  @IsNotBlank()
  @MaxLength(100_000)
  csv: string;

  @Describe('The slug of the organisation that did what no line says otherwise about.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  onBehalfOf?: string;

  @Describe('Where the coordinator has it from, for lines that do not say. Staff only.')
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(LIMITS.reasonCharacters)
  sourceNote?: string;

  @Describe('Suggested proposals that a person has accepted.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(IMPORT_LINES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ImportLink)
  links?: ImportLink[];
}

@DescribeClass('Why a line is refused: which column, what it says, and what would be right.')
export class ImportFault {
  @Describe('The column; empty when the whole line is meant.')
  @IsString()
  column: string;

  @IsString()
  value: string;

  @Describe('In the caller’s language.')
  @IsString()
  message: string;
}

@DescribeClass('An open wish near a line that names none. A person accepts it, or not.')
export class ImportSuggestion {
  @IsString()
  reference: string;

  @Describe('Metres.')
  @IsInt()
  distanceMetres: number;
}

export const IMPORT_STATES = ['accepted', 'refused', 'duplicate'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

@DescribeClass('A line of the file, and what becomes of it.')
export class ImportLine {
  @Describe('The line of the file; the heads are line 1.')
  @IsInt()
  line: number;

  @IsIn(IMPORT_STATES)
  state: ImportState;

  @Describe('The commitment’s title, or what the line says.')
  @IsString()
  commitment: string;

  @Describe('The date, or what the line says.')
  @IsString()
  occurredOn: string;

  @IsString()
  publicText: string;

  @Describe('Numbers of the proposals that it would be linked to.')
  @IsArray()
  @IsString({ each: true })
  references: string[];

  @Describe('Whether it would count; null for a line that is not accepted.')
  @Nullable()
  @IsBoolean()
  counts: boolean | null;

  @Nullable()
  @IsIn(WHY_NOT_COUNTED)
  whyNot: WhyNotCounted | null;

  @Nullable()
  @ValidateNested()
  @Type(() => ImportSuggestion)
  suggestion: ImportSuggestion | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportFault)
  faults: ImportFault[];
}

@DescribeClass('What would become of each line, or did.')
export class ImportReport {
  @Describe('Lines that are accepted; after the saving, that are saved.')
  @IsInt()
  accepted: number;

  @Describe('Lines that are refused, duplicates among them.')
  @IsInt()
  refused: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportLine)
  lines: ImportLine[];

  @Describe('The refused lines as a file with the reasons in a last column; empty when there are none.')
  @IsString()
  refusedCsv: string;
}
