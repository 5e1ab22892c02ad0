import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Describe, DescribeClass, Nullable } from '../describe.js';
import { MEASURE_KINDS, type MeasureKind } from '../inventory.js';
import { STRETCH_ALTERNATIVES, type StretchAlternative } from '../planner.js';
import { IsPosition, type Position } from '../position.js';
import {
  CERTAINTIES,
  COMPARISONS,
  DAY_PARTS,
  HEARD_VERDICTS,
  TREND_VERDICTS,
  type Certainty,
  type Comparison,
  type DayPart,
  type HeardVerdict,
  type TrendVerdict,
} from '../situation.js';
import {
  DARK_PLACE_TIMES,
  PROPOSAL_KINDS,
  WEEKDAYS,
  type DarkPlaceTime,
  type ProposalKind,
  type Weekday,
} from '../vocabulary.js';
import { Repeated } from './proposals.js';

/** A count of people or of what they sent in; null where it is hidden from those outside the staff side. */
export type Count = number | null;

export class SituationQuery {
  @Describe('The first day, Europe/Stockholm; not in the future.', { format: 'date', example: '2026-07-01' })
  @IsString()
  @MaxLength(10)
  from: string;

  @Describe('The last day, Europe/Stockholm; at most three years after the first.', {
    format: 'date',
    example: '2026-09-30',
  })
  @IsString()
  @MaxLength(10)
  to: string;
}

export class SpotsQuery extends SituationQuery {
  @Describe('Kinds; one or several.')
  @IsOptional()
  @Repeated()
  @ArrayUnique()
  @IsIn(PROPOSAL_KINDS, { each: true })
  kind?: ProposalKind[];

  @Describe('Weekdays on which it happens, as residents say; one or several.')
  @IsOptional()
  @Repeated()
  @ArrayUnique()
  @IsIn(WEEKDAYS, { each: true })
  weekday?: Weekday[];

  @Describe('Parts of the day in which it happens, as residents say; one or several.')
  @IsOptional()
  @Repeated()
  @ArrayUnique()
  @IsIn(DAY_PARTS, { each: true })
  part?: DayPart[];
}

@DescribeClass('A figure of a period and of the same days a year before.')
export class ComparedFigures {
  @Describe('Proposals that were sent in; null when hidden.')
  @Nullable()
  @IsInt()
  proposals: Count;

  @Describe('Distinct people who sent in or supported something, once each; null when hidden.')
  @Nullable()
  @IsInt()
  people: Count;

  @Describe('People in the same days a year before; null when hidden or not compared.')
  @Nullable()
  @IsInt()
  peopleBefore: Count;

  @Describe('Whether the difference in people is more than chance; null when hidden or not compared.')
  @Nullable()
  @IsIn(TREND_VERDICTS)
  verdict: TrendVerdict | null;
}

@DescribeClass('The figures of one kind.')
export class KindFigures extends ComparedFigures {
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;
}

@DescribeClass('The figures of one calendar month, or of the part of it within the period.')
export class MonthFigures {
  @Describe('The month, `YYYY-MM`.')
  @IsString()
  month: string;

  @Describe('Proposals that were sent in; null when hidden.')
  @Nullable()
  @IsInt()
  proposals: Count;

  @Describe('Distinct people; null when hidden.')
  @Nullable()
  @IsInt()
  people: Count;

  @Describe('People in the same days a year before; null when hidden or not compared.')
  @Nullable()
  @IsInt()
  peopleBefore: Count;
}

@DescribeClass('How many proposals of a kind name a problem, a cause or a topic. One may name several.')
export class ThemeFigures {
  @IsIn(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Describe('A code of the vocabulary: of speed problems, causes of dark places or topics of ideas.')
  @IsString()
  theme: string;

  @Describe('Proposals that name it; null when hidden.')
  @Nullable()
  @IsInt()
  proposals: Count;
}

@DescribeClass('When it happens, as wishes for speed checks say: by weekday and hour band.')
export class WishTimes {
  @Describe('By weekday (Monday first) and band of the form (from 05-07 to 00-05); null when hidden.', {
    schema: { type: 'array', items: { type: 'array', items: { type: ['integer', 'null'] } } },
  })
  @IsArray()
  counts: Count[][];

  @Describe('Wishes that tell a day or an hour; null when hidden.')
  @Nullable()
  @IsInt()
  told: Count;

  @Describe('Wishes that tell neither; null when hidden.')
  @Nullable()
  @IsInt()
  untold: Count;
}

@DescribeClass('When it feels unsafe, as proposals about dark places say. One may name several times.')
export class DarkTimeFigures {
  @IsIn(DARK_PLACE_TIMES)
  time: DarkPlaceTime;

  @Describe('Proposals that name it; null when hidden.')
  @Nullable()
  @IsInt()
  proposals: Count;
}

@DescribeClass('A value with the interval in which it lies nine times of ten.')
export class Interval {
  @IsNumber()
  low: number;

  @IsNumber()
  value: number;

  @IsNumber()
  high: number;
}

@DescribeClass('A locality beside its population.')
export class LocalityFigures {
  @Describe('The slug.')
  @IsString()
  slug: string;

  @IsString()
  name: string;

  @Describe('Inhabitants; null when unknown.')
  @Nullable()
  @IsInt()
  population: number | null;

  @Describe('Proposals about places there; null when hidden.')
  @Nullable()
  @IsInt()
  proposals: Count;

  @Describe('Distinct people who spoke about places there, wherever they live; null when hidden.')
  @Nullable()
  @IsInt()
  people: Count;

  @Describe('People per 1,000 inhabitants; null when hidden or without a population.')
  @Nullable()
  @ValidateNested()
  @Type(() => Interval)
  perThousand: Interval | null;

  @Describe('How it is heard; null when that cannot be told.')
  @Nullable()
  @IsIn(HEARD_VERDICTS)
  verdict: HeardVerdict | null;

  @Describe('Released activities made there.')
  @IsInt()
  activities: number;

  @Describe('Measures done at dark and unsafe places there.')
  @IsInt()
  measures: number;
}

@DescribeClass('What was done for a commitment.')
export class CommitmentDone {
  @IsInt()
  number: number;

  @IsString()
  title: string;

  @Describe('Released activities.')
  @IsInt()
  activities: number;

  @Describe('Of these, those that count towards the commitment.')
  @IsInt()
  counting: number;
}

@DescribeClass('Measures that were done.')
export class MeasuresDone {
  @IsIn(MEASURE_KINDS)
  kind: MeasureKind;

  @IsInt()
  count: number;
}

@DescribeClass('What was done instead of speed checks, by the day on which it ended.')
export class AlternativesDone {
  @IsIn(STRETCH_ALTERNATIVES)
  kind: StretchAlternative;

  @IsInt()
  count: number;
}

@DescribeClass('Answers that were given in the period.')
export class AnswersGiven {
  @Describe('Proposals whose answer was given in the period; null when hidden.')
  @Nullable()
  @IsInt()
  given: Count;

  @Describe('Of these, those whose answer came in time; null when hidden.')
  @Nullable()
  @IsInt()
  inTime: Count;

  @Describe('Proposals of the period that still wait for an answer; null when hidden.')
  @Nullable()
  @IsInt()
  waiting: Count;
}

@DescribeClass('What was done in the period. Only what is released or told already: nothing that is planned.')
export class SituationDone {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CommitmentDone)
  commitments: CommitmentDone[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MeasuresDone)
  measures: MeasuresDone[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AlternativesDone)
  alternatives: AlternativesDone[];

  @ValidateNested()
  @Type(() => AnswersGiven)
  answers: AnswersGiven;
}

@DescribeClass(
  'The situational picture of a municipality and a period, the same for everyone who may read it.',
)
export class SituationPicture {
  @Describe('The municipality’s slug.')
  @IsString()
  municipality: string;

  @IsString()
  municipalityName: string;

  @Describe('The first day.', { format: 'date' })
  @IsISO8601()
  from: string;

  @Describe('The last day that was asked for.', { format: 'date' })
  @IsISO8601()
  to: string;

  @Describe('The last day that is counted: that, or today.', { format: 'date' })
  @IsISO8601()
  until: string;

  @Describe('Whether there is a year before to compare with, and why not.')
  @IsIn(COMPARISONS)
  comparison: Comparison;

  @Describe('The day since which residents could be heard here; null when nobody has been.', {
    format: 'date',
  })
  @Nullable()
  @IsISO8601()
  heardSince: string | null;

  @ValidateNested()
  @Type(() => ComparedFigures)
  all: ComparedFigures;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KindFigures)
  kinds: KindFigures[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MonthFigures)
  months: MonthFigures[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ThemeFigures)
  themes: ThemeFigures[];

  @ValidateNested()
  @Type(() => WishTimes)
  wishTimes: WishTimes;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => DarkTimeFigures)
  darkTimes: DarkTimeFigures[];

  @Describe(
    'People per 1,000 inhabitants over all localities with a population; null without any, or when hidden.',
  )
  @Nullable()
  @IsNumber()
  perThousand: number | null;

  @Describe('By name.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LocalityFigures)
  localities: LocalityFigures[];

  @Describe('Proposals that lie in no locality, as ideas without a place do; null when hidden.')
  @Nullable()
  @IsInt()
  inNoLocality: Count;

  @ValidateNested()
  @Type(() => SituationDone)
  done: SituationDone;
}

@DescribeClass('A place at which more people point than at others.')
export class HotSpot {
  @Describe('From 1, by the lower end of the interval.')
  @IsInt()
  rank: number;

  @Describe('[lng, lat] of its middle; rounded outside the staff side.')
  @IsPosition()
  position: Position;

  @Describe('The nearest road, school or stop of the place list; null when none is near.')
  @Nullable()
  @IsString()
  name: string | null;

  @Describe('The name of the locality.')
  @Nullable()
  @IsString()
  locality: string | null;

  @Describe('What people speak of there, the most first.')
  @IsArray()
  @IsIn(PROPOSAL_KINDS, { each: true })
  kinds: ProposalKind[];

  @Describe('Those of which at least five people speak there. Outside the staff side `kinds` are no others.')
  @IsArray()
  @IsIn(PROPOSAL_KINDS, { each: true })
  kindsOfMany: ProposalKind[];

  @Describe('Distinct people who point at it in the period.')
  @IsInt()
  people: number;

  @Describe('How many it would be without luck: the lower end, nine times of ten.')
  @IsNumber()
  low: number;

  @Describe('The upper end.')
  @IsNumber()
  high: number;

  @IsIn(CERTAINTIES)
  certainty: Certainty;
}

@DescribeClass('A place at which people point, as the map draws it.')
export class SpotPoint {
  @Describe('[lng, lat], its middle.')
  @IsPosition()
  position: Position;

  @IsInt()
  people: number;
}

@DescribeClass('The map of a period: where people point, and which places stand out.')
export class SituationSpots {
  @Describe('How many people point at a place on average, among those at which anybody points.')
  @IsNumber()
  usual: number;

  @Describe('Places at which anybody points.')
  @IsInt()
  places: number;

  @Describe('Proposals that are left out since they tell no time, when a time is asked for.')
  @IsInt()
  untimed: number;

  @Describe('Proposals that people spoke of in the period and that have no place on the map.')
  @IsInt()
  unplaced: number;

  @Describe('Those places, the most people first; at most a thousand.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SpotPoint)
  points: SpotPoint[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HotSpot)
  hotSpots: HotSpot[];
}

@DescribeClass(
  'The picture as it may leave the staff side: no figure of fewer than five people, or of what fewer than five are behind.',
)
export class OutsidePicture {
  @ValidateNested()
  @Type(() => SituationPicture)
  picture: SituationPicture;

  @Describe('Places that at least five people point at, with rounded positions.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HotSpot)
  hotSpots: HotSpot[];

  @Describe(
    'How many people point at a place on average; null where it would tell of fewer than five people.',
  )
  @Nullable()
  @IsNumber()
  usual: number | null;
}
