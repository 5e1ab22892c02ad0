import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What was logged, for rooms that wait for it. */
export interface LoggedActivity {
  readonly id: string;
  readonly municipalityId: string;
  /** Kinds of proposals that its commitment takes. */
  readonly acceptsKinds: readonly ProposalKind[];
  /** Whether only what answers a resident's wish counts towards it. */
  readonly requiresWish: boolean;
  readonly occurredOn: string;
  readonly position: Position | null;
  readonly proposalIds: readonly string[];
  readonly loggedBy: string;
  readonly loggedAt: Date;
}

type Listener = (manager: EntityManager, activity: LoggedActivity) => Promise<void>;

/** Rooms above this one that act on what is logged, in its transaction. What they do changes nothing of the activity. */
@Injectable()
export class ActivityListeners {
  private readonly listeners: Listener[] = [];

  /** To be called when the house starts. */
  add(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Tells all that wait. */
  async logged(manager: EntityManager, activity: LoggedActivity): Promise<void> {
    for (const listener of this.listeners) await listener(manager, activity);
  }
}
