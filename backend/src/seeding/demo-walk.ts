import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { WalkAnswer, WalkChecklist, WalkOrganiser } from '@lofteskartan/shared/safety-walks';
import type { DarkPlaceCause } from '@lofteskartan/shared/vocabulary';
import type { DemoPlace } from './demo-file.js';

/** Where a walk stops: at a place of the inventory by its name, or at a point that becomes one. */
interface DemoStop {
  readonly name: string;
  readonly at?: DemoPlace;
  readonly causes?: readonly DarkPlaceCause[];
  readonly checklist?: WalkChecklist;
  readonly impression?: number;
  readonly note?: string;
  readonly seen?: string;
  readonly answer?: WalkAnswer;
  readonly text?: string;
  /** The kind of the open measure of the place that the answer points at. */
  readonly measure?: MeasureKind;
  /** The body of the register that it was referred to. */
  readonly body?: string;
}

/** A safety walk: planned, or held and published with an answer for every stop. */
export interface DemoWalk {
  readonly title: string;
  readonly purpose: string;
  readonly meetingPoint: string;
  readonly organisers: readonly WalkOrganiser[];
  /** The slug of the locality. */
  readonly locality: string;
  /** Days from today; negative in the past. */
  readonly inDays: number;
  /** How many took part in one that was held. */
  readonly participants?: number;
  readonly publishedDaysAgo?: number;
  readonly stops: readonly DemoStop[];
}
