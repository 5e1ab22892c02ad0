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
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { DIALOGUE_CODE_PATTERN, DIALOGUE_STATUSES, type DialogueStatus } from '../medborgardialog.js';
import {
  LIVE_LIMITS,
  PIN_KINDS,
  STATEMENT_VERDICTS,
  STATEMENT_VOTES,
  VOTER_PATTERN,
  type PinKind,
  type StatementVerdict,
  type StatementVote,
} from '../medborgardialog-live.js';
import { QUESTION_LIMITS } from '../medborgardialog-questions.js';
import { IsPosition, type Position } from '../position.js';
import { IsNotBlank } from '../text.js';
import { TRAP_CHARACTERS, TRAP_WORDS } from '../trap.js';

@DescribeClass('Which medborgardialog a live page is of.')
export class LiveFacts {
  @Describe('Its reference.', { example: 'D7K3F9' })
  @IsString()
  reference: string;

  @Describe('What people type to come here.', { example: 'K7M2QX' })
  @Matches(DIALOGUE_CODE_PATTERN)
  code: string;

  @Describe('The municipality (slug).', { example: 'ale' })
  @IsString()
  municipality: string;

  @Describe('Where it is: a map begins there, [lng, lat].')
  @Nullable()
  @IsPosition()
  center: Position | null;

  @Describe('What it is called.')
  @IsString()
  title: string;

  @Describe('How far it has come. Questions, votes and pins are taken while it is `open`.')
  @IsIn(DIALOGUE_STATUSES)
  status: DialogueStatus;

  @Describe('When it begins, RFC 3339 UTC.')
  @IsISO8601()
  startsAt: string;
}

@DescribeClass('An item of the agenda.')
export class LiveAgendaItem {
  @IsUUID()
  id: string;

  @Describe('What is dealt with.')
  @IsString()
  title: string;

  @Describe('How long it is meant to take.')
  @Nullable()
  @IsInt()
  minutes: number | null;
}

@DescribeClass('The agenda, and where one is in it.')
export class LiveAgenda {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LiveAgendaItem)
  items: LiveAgendaItem[];

  @Describe('The item that is dealt with now.')
  @Nullable()
  @IsUUID()
  current: string | null;
}

@DescribeClass('A published question.')
export class LiveQuestion {
  @IsString()
  reference: string;

  @IsString()
  text: string;

  @Describe('People who want it answered.')
  @IsInt()
  supportCount: number;

  @Describe('Whether it has been answered, in the room or in words. Such ones come last.')
  @IsBoolean()
  isAnswered: boolean;
}

@DescribeClass('The questions, those that most people want answered first.')
export class LiveQuestions {
  @Describe('Whether a question is shown at once, or when somebody has read it.')
  @IsBoolean()
  direct: boolean;

  @Describe('The question that is being answered now.')
  @Nullable()
  @IsString()
  current: string | null;

  @Describe('How many are published.')
  @IsInt()
  total: number;

  @Describe('At most 40 of them; the one that is being answered is always among them.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LiveQuestion)
  items: LiveQuestion[];
}

@DescribeClass('A statement that one can vote on.')
export class LiveStatement {
  @IsUUID()
  id: string;

  @IsString()
  text: string;

  @Describe('How many times five have answered it: phones ask about those with the fewest answers first.')
  @IsInt()
  round: number;
}

@DescribeClass('How people voted on a statement: counts only when at least five answered.')
export class StatementResult {
  @IsUUID()
  id: string;

  @IsString()
  text: string;

  @Describe('Whether one can still vote.')
  @IsBoolean()
  isOpen: boolean;

  @Describe(
    'How many answered, on phones and on paper; null when fewer than five did. Phones count from the fifth on, so that nobody can find what one said by taking the paper away.',
  )
  @Nullable()
  @IsInt()
  answers: number | null;

  @Describe('How many agree; null when fewer than five answered.')
  @Nullable()
  @IsInt()
  agree: number | null;

  @Describe('How many disagree; null when fewer than five answered.')
  @Nullable()
  @IsInt()
  disagree: number | null;

  @Describe('How many passed; null when fewer than five answered.')
  @Nullable()
  @IsInt()
  pass: number | null;

  @Describe('The share that agrees among those who took a stand, 0 to 1; null when fewer than five did.')
  @Nullable()
  @IsNumber()
  share: number | null;

  @Describe('The lower end of its uncertainty (95 %, Wilson).')
  @Nullable()
  @IsNumber()
  low: number | null;

  @Describe('The upper end of its uncertainty.')
  @Nullable()
  @IsNumber()
  high: number | null;

  @Describe(
    '`agreed`: surely more than seven of ten are of one mind. `divided`: surely fewer than seven of ten are, on either side. `unsure`: neither is sure. `few`: fewer than five took a stand.',
  )
  @IsIn(STATEMENT_VERDICTS)
  verdict: StatementVerdict;

  @Describe('True when fewer than 20 took a stand: a small number, which is to be said beside the share.')
  @IsBoolean()
  isSmall: boolean;
}

@DescribeClass('Whether pins are asked for, and how many there are.')
export class LivePins {
  @Describe('What is asked, such as “Where is it dark?”; null while no pins are asked for.')
  @Nullable()
  @IsString()
  prompt: string | null;

  @Describe('What a pin becomes.')
  @IsIn(PIN_KINDS)
  kind: PinKind;

  @Describe('How many pins have come; null when there are fewer than five.')
  @Nullable()
  @IsInt()
  count: number | null;
}

@DescribeClass('What everybody at a medborgardialog sees: on the big screen and on phones.')
export class LiveDialogue {
  @IsDefined()
  @ValidateNested()
  @Type(() => LiveFacts)
  dialogue: LiveFacts;

  @IsDefined()
  @ValidateNested()
  @Type(() => LiveAgenda)
  agenda: LiveAgenda;

  @IsDefined()
  @ValidateNested()
  @Type(() => LiveQuestions)
  questions: LiveQuestions;

  @Describe('Those that one can vote on.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LiveStatement)
  statements: LiveStatement[];

  @Describe('All that were voted on, in their order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StatementResult)
  results: StatementResult[];

  @IsDefined()
  @ValidateNested()
  @Type(() => LivePins)
  pins: LivePins;
}

@DescribeClass('A vote. The last one of a voter on a statement counts.')
export class CastVote {
  @Describe('The statement.')
  @IsUUID()
  statement: string;

  @Describe(
    'A random number that the phone made up for this dialogue: never that of a device, a person or another route.',
    {
      example: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    },
  )
  @Matches(VOTER_PATTERN)
  voter: string;

  @IsIn(STATEMENT_VOTES)
  vote: StatementVote;
}

@DescribeClass(
  'A statement that somebody at the dialogue proposes. It is shown when those who conduct it have read it.',
)
export class ProposeStatement {
  @Describe('One thought that one can agree or disagree with, at most 200 characters.')
  @IsNotBlank()
  @IsString()
  @MaxLength(LIVE_LIMITS.statementCharacters)
  text: string;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass(
  'A question from the room. It is shown when somebody has read it, or at once where those who conduct the dialogue say so.',
)
export class AskLive {
  @Describe('In one’s own words, without names of people.')
  @IsNotBlank()
  @IsString()
  @MaxLength(QUESTION_LIMITS.characters)
  text: string;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}

@DescribeClass('A pin on the map. It becomes a proposal, with all that follows from it.')
export class DropPin {
  @Describe('Where, as [lng, lat] in WGS 84.', { example: [12.049, 57.895] })
  @IsPosition()
  position: Position;

  @Describe(
    'What the person was asked when they began: the question may have changed meanwhile. What is asked for now when it is left out.',
  )
  @IsOptional()
  @IsIn(PIN_KINDS)
  kind?: PinKind | null;

  @Describe('Where and why, in the resident’s own words. Public after review.')
  @IsOptional()
  @IsString()
  @MaxLength(LIVE_LIMITS.pinCharacters)
  description?: string;

  @Describe(TRAP_WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(TRAP_CHARACTERS)
  homepage?: string;
}
