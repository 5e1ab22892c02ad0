import { CreatePlace, type StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { SplitPlace } from '@lofteskartan/shared/contracts/inventory-splits';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { KeepInventory } from './keep-inventory.service.js';
import { LinkPlaceProposals } from './link-place-proposals.service.js';
import { MeasureRepository } from './measure.repository.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlacePhotoRepository } from './place-photo.repository.js';
import { PlaceRepository } from './place.repository.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/**
 * Makes two places of one: some of its proposals, measures and photos move to a new place. What was done stays evidence of the same activity.
 * It is taken back by merging the new place into the old one, which then shows all again.
 */
@Injectable()
export class SplitPlaces {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly access: PlaceAccess,
    private readonly keeping: KeepInventory,
    private readonly linking: LinkPlaceProposals,
    private readonly places: PlaceRepository,
    private readonly measures: MeasureRepository,
    private readonly photos: PlacePhotoRepository,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /**
   * @returns the new place
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid`
   */
  split(viewer: PlaceViewer, reference: string, given: SplitPlace, key: string): Promise<Reply<StaffPlace>> {
    return this.idempotency.run({
      key,
      route: `POST /inventory/places/${reference}/splits`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => new Reply(201, await this.splitWithin(manager, viewer, reference, given)),
    });
  }

  private async splitWithin(
    manager: EntityManager,
    viewer: PlaceViewer,
    reference: string,
    given: SplitPlace,
  ): Promise<StaffPlace> {
    const { staff } = viewer;
    const place = await this.access.change(manager, staff, reference, given.version);
    const { proposals, measures, photos, reason } = given;
    if (proposals.length + measures.length + photos.length === 0) throw invalidField('proposals', 'required');
    const { municipality, municipalityId } = place;
    const id = await this.keeping.createWithin(
      manager,
      viewer,
      Object.assign(new CreatePlace(), given, { municipality, proposals: [] }),
    );
    const part = { id, municipalityId };
    if (proposals.length > 0) {
      await this.linking.unlink(manager, staff, place, proposals);
      await this.linking.link(manager, staff, part, proposals);
    }
    allMoved('measures', measures, await this.measures.move(manager, place.id, id, measures));
    allMoved('photos', photos, await this.photos.move(manager, place.id, id, photos));
    const along = { proposals, measures: measures.length, photos: photos.length };
    await this.changes.note(manager, part, staff, {
      type: 'split-from',
      reason,
      changes: { place: place.name, ...along },
    });
    await this.changes.note(manager, place, staff, {
      type: 'split-off',
      reason,
      changes: { place: given.name, ...along },
    });
    const made = await this.places.byId(manager, id);
    if (!made) throw new Error('A place that was split off is not there');
    return this.reading.view(manager, viewer, made);
  }
}

/** @throws Refused `input.invalid` at the first that was not the place's */
function allMoved(field: 'measures' | 'photos', ids: readonly string[], moved: readonly string[]): void {
  const missing = ids.findIndex((id) => !moved.includes(id.toLowerCase()));
  if (missing >= 0) throw invalidField(`${field}[${String(missing)}]`, 'notFound');
}
