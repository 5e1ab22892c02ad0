import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsString, Max, Min } from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import {
  DIALOGUE_LIMITS,
  DIALOGUE_NEEDS,
  DIALOGUE_STATUSES,
  SIGN_UP_STATES,
  type DialogueNeed,
  type DialogueStatus,
  type SignUpState,
} from '../medborgardialog.js';

@DescribeClass('Signs up for a public dialogue: how many come and what they need. No names.')
export class SignUpInput {
  @Describe('How many come.')
  @IsInt()
  @Min(1)
  @Max(DIALOGUE_LIMITS.peopleOfOneSignUp)
  people: number;

  @IsArray()
  @ArrayUnique()
  @IsIn(DIALOGUE_NEEDS, { each: true })
  needs: DialogueNeed[];
}

@DescribeClass('A sign-up as who made it sees it.')
export class OwnSignUp {
  @Describe('The reference of the public dialogue.', { example: 'D7K3F9' })
  @IsString()
  dialogue: string;

  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  title: string;

  @IsISO8601()
  startsAt: string;

  @Describe('How far the public dialogue has come.')
  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('Why it was called off.')
  @Nullable()
  @IsString()
  cancelledReason: string | null;

  @Describe('Whether the sign-up can be changed now.')
  @IsBoolean()
  mayChange: boolean;

  @IsInt()
  people: number;

  @IsArray()
  @IsIn(DIALOGUE_NEEDS, { each: true })
  needs: DialogueNeed[];

  @IsIn(SIGN_UP_STATES)
  state: SignUpState;
}

@DescribeClass('A sign-up that was just made.')
export class SignUpReceipt extends OwnSignUp {
  @Describe('Opens the sign-up again, in the header Follow-Token. Told this once.')
  @IsString()
  followToken: string;
}
