import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { ChosenProposals } from './bulk.js';

@DescribeClass('Who has a proposal in hand: a person with their organisation, or an organisation alone.')
export class Assignee {
  @Describe('Null when it is an organisation alone.')
  @Nullable()
  @IsUUID()
  accountId: string | null;

  @Nullable()
  @IsString()
  name: string | null;

  @Describe('The organisation’s slug.')
  @IsString()
  organisation: string;

  @IsString()
  organisationName: string;

  @Describe('False when the person’s account has been closed since.')
  @IsBoolean()
  active: boolean;
}

@DescribeClass('Assign proposals to a person, to an organisation, or (with neither) to nobody.')
export class AssignProposals extends ChosenProposals {
  @Describe('A person who handles proposals in their municipality.')
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @Describe('The slug of an organisation that works in their municipality. Not read when a person is named.')
  @IsOptional()
  @IsString()
  @MaxLength(60)
  organisation?: string;
}

@DescribeClass('A person to whom proposals may be assigned.')
export class Colleague {
  @IsUUID()
  accountId: string;

  @IsString()
  name: string;

  @Describe('The name of the organisation for which they would have it.')
  @IsString()
  organisationName: string;
}

@DescribeClass('An organisation to which proposals may be assigned.')
export class AssignableOrganisation {
  @Describe('Its slug.')
  @IsString()
  organisation: string;

  @IsString()
  name: string;
}

@DescribeClass('To whom proposals of a municipality may be assigned.')
export class Assignees {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @Describe('In the order of the alphabet.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Colleague)
  colleagues: Colleague[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AssignableOrganisation)
  organisations: AssignableOrganisation[];
}

@DescribeClass('To whom proposals may be assigned, for each of one’s own municipalities.')
export class AssigneesPage {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Assignees)
  items: Assignees[];

  @Nullable()
  @IsString()
  nextCursor: string | null;
}
