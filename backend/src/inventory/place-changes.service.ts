import type { PlaceEventType } from '@lofteskartan/shared/contracts/inventory';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PlaceEventRepository } from './place-event.repository.js';
import { PlaceRepository } from './place.repository.js';
import { ProjectPlace } from './project-place.service.js';

/** What happened to a place, for its history. */
interface PlaceChange {
  readonly type: PlaceEventType;
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** Notes what happened to a place, in the transaction in which it did: a new version, lines of history, and what everyone reads. */
@Injectable()
export class PlaceChanges {
  constructor(
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly events: PlaceEventRepository,
    private readonly projection: ProjectPlace,
  ) {}

  /** @param staff null for the house itself */
  async note(
    manager: EntityManager,
    place: { readonly id: string; readonly municipalityId: string },
    staff: StaffMember | null,
    ...changes: readonly PlaceChange[]
  ): Promise<void> {
    if (changes.length === 0) return;
    const at = this.clock.now();
    await this.places.advance(manager, place.id, at);
    for (const change of changes)
      await this.events.append(manager, {
        ...change,
        placeId: place.id,
        municipalityId: place.municipalityId,
        at,
        actorAccountId: staff?.accountId ?? null,
      });
    await this.projection.project(manager, place.id);
  }
}
