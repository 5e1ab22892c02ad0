import type { WalkEventType } from '@lofteskartan/shared/contracts/safety-walks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { WalkEventRepository } from './walk-event.repository.js';
import { WalkRepository, type WalkRecord } from './walk.repository.js';

/** What happened to a walk, for its history. */
interface WalkChange {
  readonly type: WalkEventType;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** Notes what happened to a walk, in the transaction in which it did. */
@Injectable()
export class WalkChanges {
  constructor(
    private readonly clock: Clock,
    private readonly walks: WalkRepository,
    private readonly events: WalkEventRepository,
  ) {}

  /** Something was changed that others may have read: a line of history and a new version. */
  async changed(
    manager: EntityManager,
    walk: WalkRecord,
    staff: StaffMember,
    change: WalkChange,
  ): Promise<void> {
    await this.walks.advance(manager, walk.id, this.clock.now());
    await this.added(manager, walk, staff, change);
  }

  /** Something came beside what others have read: a line of history. */
  async added(
    manager: EntityManager,
    { id, municipalityId }: Pick<WalkRecord, 'id' | 'municipalityId'>,
    staff: StaffMember,
    change: WalkChange,
  ): Promise<void> {
    await this.events.append(manager, {
      ...change,
      walkId: id,
      municipalityId,
      at: this.clock.now(),
      actorAccountId: staff.accountId,
    });
  }
}
