import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { CancelWalk, CompleteWalk, PublishWalk } from '@lofteskartan/shared/contracts/walk-planning';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { PlaceChanges } from '../place-changes.service.js';
import { ProtocolRepository } from './protocol.repository.js';
import { ReadWalks } from './read-walks.service.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkChanges } from './walk-changes.service.js';
import { WalkRepository, type WalkRecord } from './walk.repository.js';
import { cleanText, tooManyIn, unanswered, whyNotCancel, whyNotPublish, whyNotWalked } from './walk.rules.js';
import { protocolView } from './walk.view.js';

/** Says that a walk was held, was called off, or may be read about by everyone. */
@Injectable()
export class HoldWalks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: WalkAccess,
    private readonly walks: WalkRepository,
    private readonly protocols: ProtocolRepository,
    private readonly places: PlaceChanges,
    private readonly changes: WalkChanges,
    private readonly reading: ReadWalks,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled`, `walk.notYet`, `input.invalid` */
  complete(staff: StaffMember, reference: string, given: CompleteWalk): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, given.version);
      await this.completeWithin(manager, staff, walk, given);
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** The same for a walk at hand, in the caller's transaction. */
  async completeWithin(
    manager: EntityManager,
    staff: StaffMember,
    walk: WalkRecord,
    { participants, bands }: Omit<CompleteWalk, 'version'>,
  ): Promise<void> {
    const today = stockholmDate(this.clock.now());
    const refusal = whyNotWalked(walk.status, stockholmDate(walk.startsAt), today);
    if (refusal) throw new Refused(refusal);
    const band = tooManyIn(bands, participants);
    if (band) throw invalidField(`bands.${band}`, 'tooLarge', { max: participants });
    await this.walks.complete(manager, walk.id, { participants, bands: bands ?? null });
    await this.changes.changed(manager, walk, staff, { type: 'walked', changes: { participants } });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled`, `walk.held` */
  cancel(staff: StaffMember, reference: string, given: CancelWalk): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, given.version);
      const refusal = whyNotCancel(walk.status);
      if (refusal) throw new Refused(refusal);
      const reason = given.reason.normalize('NFC').trim();
      await this.walks.cancel(manager, walk.id, reason);
      await this.changes.changed(manager, walk, staff, { type: 'cancelled', reason });
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale`, `walk.cancelled`, `walk.notWalked`, `walk.noStops`, `walk.unanswered`, `walk.unchanged`, `input.invalid` */
  publish(staff: StaffMember, reference: string, given: PublishWalk): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.change(manager, staff, reference, given.version);
      await this.publishWithin(manager, staff, walk, cleanText(given.reason));
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /** The same for a walk at hand, in the caller's transaction. The places where it stopped say so in their history, once. */
  async publishWithin(
    manager: EntityManager,
    staff: StaffMember,
    walk: WalkRecord,
    reason: string | null,
  ): Promise<void> {
    const facts = await this.reading.facts(manager, walk);
    const stops = facts.map(({ stop }) => stop);
    const view = protocolView(walk, facts);
    const before = await this.protocols.compare(manager, walk.id, view);
    const refusal = whyNotPublish({ status: walk.status, stops, isChanged: !before.isSame });
    if (refusal) {
      const params = { stops: unanswered(stops).join(', ') };
      throw new Refused(refusal, refusal === 'walk.unanswered' ? { params } : {});
    }
    const isFirst = before.published === 0;
    if (!isFirst && reason === null) throw invalidField('reason', 'required');
    const protocol = { view, reason: isFirst ? null : reason };
    const number = await this.protocols.insert(manager, walk.id, protocol, this.clock.now());
    await this.walks.publish(manager, walk.id);
    const type = isFirst ? 'published' : 'corrected';
    await this.changes.changed(manager, walk, staff, { type, reason: protocol.reason, changes: { number } });
    if (!isFirst) return;
    const changes = { walk: walk.reference, title: walk.title };
    for (const { placeId } of stops)
      if (placeId !== null) {
        const place = { id: placeId, municipalityId: walk.municipalityId };
        await this.places.note(manager, place, staff, { type: 'walk-published', changes });
      }
  }
}
