import { createHash } from 'node:crypto';
import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { AddObservation } from '@lofteskartan/shared/contracts/walk-observations';
import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { KeepPlacePhotos } from '../keep-place-photos.service.js';
import { inventoryKeepers } from '../place.rules.js';
import { ObservationRepository } from './observation.repository.js';
import { ReadWalks } from './read-walks.service.js';
import { StopRepository } from './stop.repository.js';
import { WalkAccess } from './walk-access.service.js';
import { WalkChanges } from './walk-changes.service.js';
import type { WalkRecord } from './walk.repository.js';
import { cleanText } from './walk.rules.js';
import { WalkStops } from './walk-stops.service.js';

/** Keeps what is seen where a walk stops. It comes beside what others saw there, so a phone that sends late writes over nothing. */
@Injectable()
export class ObserveStops {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly access: WalkAccess,
    private readonly stops: StopRepository,
    private readonly places: WalkStops,
    private readonly observations: ObservationRepository,
    private readonly photos: KeepPlacePhotos,
    private readonly changes: WalkChanges,
    private readonly reading: ReadWalks,
  ) {}

  /** @throws Refused `not.found`, `role.insufficient`, `walk.cancelled` */
  observe(
    staff: StaffMember,
    reference: string,
    id: string,
    given: AddObservation,
    key: string,
  ): Promise<Reply<StaffWalk>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/walks/${reference}/stops/${id}/observations`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const walk = await this.access.add(manager, staff, reference);
        await this.observeWithin(manager, staff, walk, id, given);
        return new Reply(201, await this.reading.view(manager, staff, walk.reference));
      },
    });
  }

  /** The same in the caller's transaction. */
  async observeWithin(
    manager: EntityManager,
    staff: StaffMember,
    walk: WalkRecord,
    id: string,
    { checklist, impression = null, note, seenAt }: AddObservation,
  ): Promise<void> {
    const stop = await this.access.stop(manager, walk, id);
    const now = this.clock.now();
    const seen = new Date(seenAt);
    const observation = {
      checklist,
      impression,
      note: cleanText(note),
      // A phone’s clock may be ahead.
      seenAt: seen < now ? seen : now,
      actorAccountId: staff.accountId,
    };
    await this.observations.insert(manager, stop.id, observation, now);
    await this.changes.added(manager, walk, staff, { type: 'observed', changes: { stop: stop.id } });
  }

  /** Takes away what was written down by mistake. @throws Refused `not.found`, `role.insufficient`, `walk.cancelled` */
  withdraw(staff: StaffMember, reference: string, id: string): Promise<StaffWalk> {
    return this.dataSource.transaction(async (manager) => {
      const walk = await this.access.add(manager, staff, reference);
      const own = (await this.observations.ofWalk(manager, walk.id)).find((each) => each.id === id);
      if (!own) throw new Refused('not.found');
      await this.observations.remove(manager, id);
      const changes = { stop: own.stopId };
      await this.changes.added(manager, walk, staff, { type: 'observation-withdrawn', changes });
      return this.reading.view(manager, staff, walk.reference);
    });
  }

  /**
   * The walk, if this person may add photos to it. Asked before any file is taken in.
   * @throws Refused `not.found`, `role.insufficient`
   */
  async openFor(staff: StaffMember, reference: string, id: string): Promise<WalkRecord> {
    const { manager } = this.dataSource;
    const walk = await this.access.read(manager, staff, reference);
    if (!mayActIn(staff, walk.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    await this.access.stop(manager, walk, id);
    return walk;
  }

  /**
   * Adds photos to the place of a stop; one that is no place yet becomes one, which only staff see.
   * @throws Refused `photo.wrongType`, `photo.tooLarge`, `photo.unreadable`, `photo.tooMany`, `place.merged`, `walk.cancelled`
   */
  addPhotos(
    staff: StaffMember,
    { reference }: WalkRecord,
    id: string,
    light: PhotoLight,
    { bytes, key }: { readonly bytes: readonly Buffer[]; readonly key: string },
  ): Promise<Reply<StaffWalk>> {
    return this.photos.storing(bytes, (stored) =>
      this.idempotency.run({
        key,
        route: `POST /inventory/walks/${reference}/stops/${id}/photos`,
        caller: staff.accountId,
        body: [light, ...bytes.map((photo) => createHash('sha256').update(photo).digest('hex'))],
        work: async (manager) => {
          const walk = await this.access.add(manager, staff, reference);
          const stop = await this.access.stop(manager, walk, id);
          const place = await this.places.placeOf(manager, staff, walk, stop);
          const { ids } = await this.photos.addWithin(manager, staff, place, light, stored);
          await this.stops.addPhotos(manager, stop.id, ids);
          const changes = { stop: stop.id, light, photos: ids.length };
          await this.changes.added(manager, walk, staff, { type: 'photos-added', changes });
          return new Reply(201, await this.reading.view(manager, staff, reference));
        },
      }),
    );
  }
}
