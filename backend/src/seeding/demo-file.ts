import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { CostBand, LightKind, MeasureKind, Season } from '@lofteskartan/shared/inventory';
import type { MeasurementSource, Measurer } from '@lofteskartan/shared/measurements';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, ProposalStatus, Role, SpeedLimit } from '@lofteskartan/shared/vocabulary';
import type { PopulationYear } from '@lofteskartan/shared/contracts/population';
import type { DemoDialogue } from './demo-dialogue.js';
import type { DemoWalk } from './demo-walk.js';
import type { WheelKind, WheelUnit } from '@lofteskartan/shared/yearly-wheel';
import type { DemoTraffic } from './demo-measurement.rules.js';

/** A place of the example data: on a listed road, beside a named place, or given. */
export type DemoPlace =
  | {
      readonly road: string;
      readonly locality: string;
      /** 0 is the road's first end, 1 its last. */ readonly along: number;
    }
  | { readonly place: string; /** Metres. */ readonly east: number; readonly north: number }
  | { readonly position: Position };

/** When something happened, counted from the day of seeding or from an activity. */
export interface DemoWhen {
  readonly daysAgo?: number;
  readonly hoursAgo?: number;
  /** So many `days` before the activity of this id. */
  readonly before?: string;
  /** So many `days` after the activity of this id. */
  readonly after?: string;
  readonly days?: number;
  /** 0 is the first day that is possible, 1 the last. */
  readonly share?: number;
  /** A day of last year, `MM-DD`. */
  readonly lastYear?: string;
  /** A share of the days of this year that have passed. */
  readonly thisYear?: number;
}

/** A move in a proposal's story. */
export interface DemoMove {
  readonly to: ProposalStatus;
  /** Days after the proposal came in. */
  readonly days: number;
  /** With this, `days` are counted from the activity of this id. */
  readonly afterActivity?: string;
  /** The key of who does it; by default the one who handles the kind. */
  readonly by?: string;
  readonly commitment?: string;
  readonly text?: string;
  readonly reason?: string;
  /** A body of the register, or a name that is not in it. */
  readonly responsible?: string;
  /** What it is asked for. */
  readonly asked?: string;
  /** The id of the proposal that leads the case. */
  readonly of?: string;
}

/** A resident's proposal and its story. */
export interface DemoProposal extends DemoWhen {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly at?: DemoPlace;
  readonly placeName?: string;
  readonly description?: string;
  readonly details: ProposalDetails;
  /** What was decided about the words; without it there are none to decide about. */
  readonly words?: 'released' | 'kept-back' | 'pending';
  /** Supporters besides the sender. */
  readonly support?: number;
  readonly story?: readonly DemoMove[];
  readonly policePlanned?: boolean;
  readonly note?: string;
}

/** Something that was done. */
export interface DemoActivity extends DemoWhen {
  readonly id: string;
  /** The commitment's slug. */
  readonly commitment: string;
  /** The key of who logs it. */
  readonly by: string;
  readonly text: string;
  readonly at?: DemoPlace;
  /** As in the contract, with the slug of a milestone in place of its id. */
  readonly result?: {
    readonly measured?: number;
    readonly reported?: number;
    readonly licencesSeized?: number;
    readonly topSpeed?: number;
    readonly participants?: number;
    readonly subject?: string;
    readonly milestone?: string;
  };
  /** Ids of the proposals that it served. */
  readonly serves?: readonly string[];
  readonly onBehalfOf?: string;
  readonly sourceNote?: string;
  readonly logAfterDays?: number;
  /** Without it, it still waits for its confirmation. */
  readonly confirmAfterDays?: number;
}

/** A published follow-up of the promise. */
export interface DemoFollowUp {
  /** Year 0 is the promise's first. */
  readonly asOf: { readonly year: number; readonly monthDay: string };
  /** The key of who writes it. */
  readonly by: string;
  readonly publishedAfterDays: number;
  readonly items: readonly {
    /** The commitment's slug. */
    readonly commitment: string;
    readonly result: string;
    /** Told where the commitment was behind. */
    readonly deviation: string;
    readonly nextStep: string;
  }[];
}

/** A place of the inventory with what is done about it. */
export interface DemoInventoryPlace {
  readonly name: string;
  /** Ids of the proposals that it is made from; the first says where it is, what makes it dark and when. */
  readonly proposals: readonly string[];
  /** The body of the register that answers for it. */
  readonly body?: string;
  readonly description?: string;
  readonly note?: string;
  readonly seasons: readonly Season[];
  readonly lampNumbers?: readonly string[];
  readonly isPublic: boolean;
  readonly measures?: readonly {
    readonly kind: MeasureKind;
    readonly text: string;
    /** Days from today on which it is planned, or was decided; negative in the past. */
    readonly planned?: number;
    readonly cost?: CostBand;
    /** Days ago on which it was done. */
    readonly doneDaysAgo?: number;
    readonly isPublic?: boolean;
  }[];
  /** How safe senders say that it feels since, by the ids of their proposals. */
  readonly safetySince?: Readonly<Record<string, number>>;
  /** How safe those who support its first proposal said that it felt, the first of them first, each time that they were asked. */
  readonly supportersSaid?: readonly { readonly daysAgo: number; readonly safety: readonly number[] }[];
}

/** A lamp that is dark on purpose, or lighting to come. */
export interface DemoLight {
  readonly at: DemoPlace;
  readonly kind: LightKind;
  /** The municipality's own number of it. */
  readonly number: string;
  readonly name: string;
  /** Hours in which it is dark, such as `00-05`. */
  readonly hours?: string;
  /** Days from today on which it is to be there. */
  readonly plannedIn?: number;
  readonly text: string;
}

/** Speeds that were measured before or after a check. */
export interface DemoMeasurement extends DemoTraffic {
  /** The id of a wish on the stretch. */
  readonly of: string;
  /** The id of the activity round which it was measured, and days from it to the first that was measured. */
  readonly around: string;
  readonly inDays: number;
  readonly source: MeasurementSource;
  readonly measuredBy: Measurer;
  readonly direction?: string;
  readonly postedLimit?: SpeedLimit;
}

/** Something that recurs in the care of places, since the beginning of last year. */
export interface DemoWheelItem {
  readonly kind: WheelKind;
  readonly title: string;
  readonly unit: WheelUnit;
  readonly due: readonly number[];
  readonly everyYears?: number;
  /** The body of the register that does it. */
  readonly body?: string;
  /** Names of places of the inventory. */
  readonly places?: readonly string[];
  readonly note?: string;
  /** Whether the last occurrence that has passed is not done. */
  readonly missed?: boolean;
}

/** What the police have found, planned and measured; for them alone. */
export interface DemoPolicePlan {
  /** The key of who tells it. */
  readonly by: string;
  readonly stretches: readonly {
    /** The id of a wish on the stretch. */
    readonly of: string;
    readonly name?: string;
    readonly safePlace?: boolean;
    readonly limitChangeMetres?: number;
    readonly roadKeeper?: 'municipality' | 'state' | 'private';
    readonly note?: string;
  }[];
  readonly checks: readonly {
    /** The id of a wish on the stretch. */
    readonly of: string;
    readonly inDays: number;
    readonly fromHour: number;
    readonly toHour: number;
    readonly note?: string;
  }[];
  readonly measurements?: readonly DemoMeasurement[];
}

/** Example data of a municipality: everything is counted from the day on which it is seeded. */
export interface DemoFile {
  /** The municipality's slug. */
  readonly municipality: string;
  readonly openings: readonly {
    readonly commitment: string;
    readonly count: number;
    /** Year 0 is the promise's first. */
    readonly asOf: { readonly year: number; readonly monthDay: string };
    readonly source: string;
  }[];
  readonly staff: readonly {
    readonly key: string;
    readonly email: string;
    readonly name: string;
    /** The organisation's slug. */
    readonly organisation: string;
    readonly role: Role;
  }[];
  readonly proposals: readonly DemoProposal[];
  readonly activities: readonly DemoActivity[];
  readonly followUps?: readonly DemoFollowUp[];
  readonly places?: readonly DemoInventoryPlace[];
  readonly lighting?: readonly DemoLight[];
  readonly walks?: readonly DemoWalk[];
  readonly wheel?: readonly DemoWheelItem[];
  readonly dialogues?: readonly DemoDialogue[];
  /** Figures that somebody has published, with their source; never made up. */
  readonly population?: readonly Pick<PopulationYear, keyof PopulationYear>[];
  readonly policePlan?: DemoPolicePlan;
  /** Where bodies of the register are mailed, by their names. Addresses that lead nowhere. */
  readonly bodyAddresses?: Readonly<Record<string, string>>;
}
