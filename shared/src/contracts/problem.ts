import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';

/** One field that was not as it should be. */
export class FieldProblem {
  @Describe('The field as a path.', { example: 'details.hourBands[0]' })
  @IsString()
  field: string;

  @Describe('A stable code for programs.', { example: 'notOneOf' })
  @IsString()
  code: string;

  @Describe('What would be right, in the caller’s language.')
  @IsString()
  message: string;
}

@DescribeClass('An error as RFC 9457 problem details, in Swedish or English by Accept-Language.')
export class ProblemDetails {
  @Describe('A URI that names the kind of problem.', { example: '/api/docs#proposal.notFound' })
  @IsString()
  type: string;

  @Describe('What is wrong, in a few words.')
  @IsString()
  title: string;

  @Describe('The HTTP status.', { example: 422 })
  @IsInt()
  status: number;

  @Describe('What happened and what to do.')
  @IsString()
  detail: string;

  @Describe('A stable code for programs.', { example: 'input.invalid' })
  @IsString()
  code: string;

  @Describe('The fields that were not as they should be.')
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FieldProblem)
  errors?: FieldProblem[];
}
