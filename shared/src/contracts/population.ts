import { Type } from 'class-transformer';
import {
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { POPULATION_BANDS, POPULATION_LIMITS, type PopulationBand } from '../population.js';
import { IsNotBlank } from '../text.js';
import { ImportFault } from './activity-import.js';

const { people, sourceCharacters, firstYear, lastYear } = POPULATION_LIMITS;

/** How many live in a municipality. */
const IsPopulation = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsInt()(target, property);
  Min(0)(target, property);
  Max(people)(target, property);
};

@DescribeClass('How many live in a municipality, by sex and age. Each of the two is whole or left out.')
export class PopulationBands {
  @IsPopulation()
  women?: number | null;

  @IsPopulation()
  men?: number | null;

  @Describe('Under 18 years.')
  @IsPopulation()
  'under-18'?: number | null;

  @Describe('18 to 29 years.')
  @IsPopulation()
  '18-29'?: number | null;

  @Describe('30 to 64 years.')
  @IsPopulation()
  '30-64'?: number | null;

  @Describe('65 years or more.')
  @IsPopulation()
  '65-more'?: number | null;
}

@DescribeClass('The population of a municipality at the end of a year, and where the figures come from.')
export class PopulationYear {
  @IsInt()
  @Min(firstYear)
  @Max(lastYear)
  year: number;

  @Describe('Who counted, for everyone to read.', { example: 'SCB, folkmängd 31 december 2025' })
  @IsString()
  @IsNotBlank()
  @MaxLength(sourceCharacters)
  source: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => PopulationBands)
  bands: PopulationBands;
}

@DescribeClass('The populations of a municipality that dialogues are laid beside, the latest year first.')
export class Population {
  @Describe('Of the municipality; sent back with a change.')
  @IsInt()
  version: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PopulationYear)
  years: PopulationYear[];
}

@DescribeClass('The population of one year; without any figure the year is taken away.')
export class PutPopulation extends PopulationYear {
  @Describe('Of the municipality, as it was read.')
  @IsInt()
  @Min(1)
  version: number;
}

@DescribeClass('A file of populations.')
export class PopulationFile {
  @Describe('CSV whose first line names the columns `år`, `grupp`, `antal` and `källa`.')
  @IsString()
  @IsNotBlank()
  @MaxLength(200_000)
  file: string;
}

@DescribeClass('A file of populations that is to be kept.')
export class ImportPopulation extends PopulationFile {
  @Describe('Of the municipality, as it was read.')
  @IsInt()
  @Min(1)
  version: number;
}

export const POPULATION_LINE_STATES = ['new', 'changed', 'same', 'refused'] as const;
export type PopulationLineState = (typeof POPULATION_LINE_STATES)[number];

@DescribeClass('A line of the file, and what becomes of it.')
export class PopulationLine {
  @Describe('The heads are line 1.')
  @IsInt()
  line: number;

  @IsIn(POPULATION_LINE_STATES)
  state: PopulationLineState;

  @Nullable()
  @IsInt()
  year: number | null;

  @Nullable()
  @IsIn(POPULATION_BANDS)
  band: PopulationBand | null;

  @Nullable()
  @IsInt()
  people: number | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportFault)
  faults: ImportFault[];
}

@DescribeClass('What would become of each line, or did.')
export class PopulationReport {
  @Describe('Lines that are new or changed.')
  @IsInt()
  accepted: number;

  @IsInt()
  refused: number;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PopulationLine)
  lines: PopulationLine[];
}
