import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { Describe, DescribeClass } from '../describe.js';
import { IsNotBlank } from '../text.js';
import { ORGANISATION_TYPES, type OrganisationType } from '../vocabulary.js';

@DescribeClass('An organisation to create.')
export class CreateOrganisation {
  @IsString()
  @IsNotBlank()
  @MaxLength(120)
  name: string;

  @IsIn(ORGANISATION_TYPES)
  type: OrganisationType;

  @Describe('Slugs of the municipalities in which it works.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  municipalities: string[];
}

@DescribeClass('An organisation as it should be from now on.')
export class ChangeOrganisation extends CreateOrganisation {
  @Describe('The version that was read.')
  @IsInt()
  version: number;
}
