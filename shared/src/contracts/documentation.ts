import { Type } from 'class-transformer';
import { IsArray, IsISO8601, IsString, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';

@DescribeClass('One kind of processing of the record of processing activities (GDPR article 30).')
export class RegisterEntry {
  @IsString()
  name: string;

  @Describe('Whose data.')
  @IsString()
  whose: string;

  @Describe('Which data, each once.')
  @IsArray()
  @IsString({ each: true })
  data: string[];

  @IsString()
  purpose: string;

  @IsString()
  legalBasis: string;

  @IsString()
  controller: string;

  @IsString()
  recipients: string;

  @IsString()
  retention: string;
}

@DescribeClass('A question of the assessment of risks (DPIA), and a draft of its answer.')
export class RiskEntry {
  @IsString()
  question: string;

  @IsString()
  answer: string;
}

@DescribeClass('A type of document of the plan for the handling of information.')
export class PlanEntry {
  @IsString()
  type: string;

  @IsString()
  retention: string;

  @Describe('The number of the decision; a dash without one.')
  @IsString()
  decision: string;

  @IsString()
  medium: string;
}

@DescribeClass(
  'What an authority must be able to show about personal data, in Swedish, from one catalogue of fields.',
)
export class Documentation {
  @IsString()
  municipality: string;

  @Describe('Who can answer for personal data.')
  @IsArray()
  @IsString({ each: true })
  controllers: string[];

  @Describe('How the data protection officer is reached; null when the municipality’s contacts name none.')
  @Nullable()
  @IsString()
  officer: string | null;

  @IsISO8601()
  at: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RegisterEntry)
  register: RegisterEntry[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RiskEntry)
  risks: RiskEntry[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PlanEntry)
  plan: PlanEntry[];
}
