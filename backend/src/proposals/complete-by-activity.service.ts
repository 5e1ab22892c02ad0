import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';

/** A confirmed activity and the proposals that it served. */
export interface ConfirmedActivity {
  readonly activityId: string;
  readonly proposalIds: readonly string[];
  /** `YYYY-MM-DD` */
  readonly occurredOn: string;
  /** True when nothing may be public until the activity is released. */
  readonly embargoed: boolean;
  readonly actor: StaffMember;
  /** The organisation that did it. */
  readonly organisationId: string;
  readonly publicText: string;
  readonly now: Date;
}

/** Moves proposals to `done` when an activity that served them is confirmed, and makes it public when it is released. */
@Injectable()
export class CompleteByActivityService {
  /**
   * Moves the open ones among the proposals to `done`. Public at once unless embargoed; with an embargo only staff see it
   * until `released`. Calling it again for the same activity changes nothing but for proposals that are new.
   */
  confirmed(_manager: EntityManager, _activity: ConfirmedActivity): Promise<void> {
    throw new Error('Being built');
  }

  /** Makes public what `confirmed` kept back. Words and date are read from the activity as it is then; a repeat changes nothing. */
  released(_manager: EntityManager, _activity: { activityId: string; now: Date }): Promise<void> {
    throw new Error('Being built');
  }
}
