import type { MergePlace, PartPlace, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { mayActIn } from '../staff/access.rules.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlaceRepository } from './place.repository.js';
import { inventoryKeepers } from './place.rules.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/**
 * Merges places that are one, and parts them again. Only a pointer is set: proposals, measures, photos and history stay where they were, so
 * that parting brings back what was.
 */
@Injectable()
export class MergePlaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: PlaceAccess,
    private readonly places: PlaceRepository,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /**
   * From now on the place is shown by the other one.
   * @returns the other one
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`, `input.invalid` for one that cannot take it in
   */
  merge(viewer: PlaceViewer, reference: string, { version, into }: MergePlace): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const { staff } = viewer;
      const seen = await this.access.read(manager, staff, reference);
      const other = await this.places.byReference(manager, into.toUpperCase());
      if (other?.municipalityId !== seen.municipalityId) throw invalidField('into', 'notFound');
      if (other.id === seen.id) throw invalidField('into', 'circle');
      for (const id of [seen.id, other.id].sort()) await this.places.lock(manager, id);
      const place = await this.access.change(manager, staff, reference, version);
      const taking = await this.places.byId(manager, other.id);
      if (!taking || taking.mergedIntoId !== null) throw new Refused('place.merged');
      await this.places.mergeInto(manager, place.id, taking.id);
      const { name } = place;
      await this.changes.note(manager, place, staff, { type: 'merged', changes: { place: taking.name } });
      await this.changes.note(manager, taking, staff, { type: 'taken-in', changes: { place: name } });
      return this.reading.view(manager, viewer, taking);
    });
  }

  /**
   * Parts a place from the one that it was merged into.
   * @returns the place, by itself again
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.notMerged`
   */
  part(viewer: PlaceViewer, reference: string, { version, reason }: PartPlace): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const { staff } = viewer;
      const seen = await this.access.read(manager, staff, reference);
      if (!mayActIn(staff, seen.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
      if (seen.mergedIntoId === null) throw new Refused('place.notMerged');
      const above = await this.places.above(manager, seen.id);
      for (const id of [seen.id, ...above].sort()) await this.places.lock(manager, id);
      const place = await this.places.byId(manager, seen.id);
      const other = place?.mergedIntoId && (await this.places.byId(manager, place.mergedIntoId));
      if (!place || !other) throw new Refused('place.notMerged');
      const nowAbove = await this.places.above(manager, place.id);
      if (place.version !== version || nowAbove.join() !== above.join()) throw new Refused('version.stale');
      const shownBy = await this.places.byId(manager, above.at(-1) ?? other.id);
      await this.places.mergeInto(manager, place.id, null);
      await this.changes.note(manager, place, staff, {
        type: 'parted',
        reason,
        changes: { place: other.name },
      });
      await this.changes.note(manager, other, staff, {
        type: 'let-go',
        reason,
        changes: { place: place.name },
      });
      // One that was merged itself shows nothing: what it lost was shown by the one at the top, also to everyone.
      if (shownBy && shownBy.id !== other.id)
        await this.changes.note(manager, shownBy, staff, {
          type: 'let-go',
          reason,
          changes: { place: place.name },
        });
      return this.reading.view(manager, viewer, place);
    });
  }
}
