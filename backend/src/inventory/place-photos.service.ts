import { createHash } from 'node:crypto';
import type { ChangePlacePhoto, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore } from '../platform/files/file-store.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from '../staff/access.rules.js';
import { KeepPlacePhotos } from './keep-place-photos.service.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlacePhotoRepository } from './place-photo.repository.js';
import type { PlaceRecord } from './place.repository.js';
import { inventoryKeepers, inventoryReaders } from './place.rules.js';
import { ReadPlacesService, type PlaceViewer } from './read-places.service.js';

/** Five minutes: a photo that is taken back must not live on in caches. */
const publicCache = 'public, max-age=300';
const privateCache = 'private, no-store';

/** Photos that staff take of places, by day and by night. They are made safe to keep as those of residents are. */
@Injectable()
export class PlacePhotos {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly files: FileStore,
    private readonly keeping: KeepPlacePhotos,
    private readonly access: PlaceAccess,
    private readonly photos: PlacePhotoRepository,
    private readonly changes: PlaceChanges,
    private readonly reading: ReadPlacesService,
  ) {}

  /**
   * The place, if this person may add photos. Asked before any file is taken in.
   * @throws Refused `not.found`, `role.insufficient`
   */
  async openFor(staff: StaffMember, reference: string): Promise<PlaceRecord> {
    const place = await this.access.read(this.dataSource.manager, staff, reference);
    if (!mayActIn(staff, place.municipalityId, inventoryKeepers)) throw new Refused('role.insufficient');
    return place;
  }

  /**
   * Stores files and rows, or neither. Nobody but staff sees them yet.
   * @throws Refused `photo.wrongType`, `photo.tooLarge`, `photo.unreadable`, `photo.tooMany`, `place.merged`
   */
  async add(
    viewer: PlaceViewer,
    place: PlaceRecord,
    light: PhotoLight,
    bytes: readonly Buffer[],
    key: string,
  ): Promise<Reply<StaffPlace>> {
    return this.keeping.storing(bytes, (stored) =>
      this.idempotency.run({
        key,
        route: `POST /inventory/places/${place.reference}/photos`,
        caller: viewer.staff.accountId,
        body: [light, ...bytes.map((photo) => createHash('sha256').update(photo).digest('hex'))],
        work: async (manager) => {
          const added = await this.keeping.addWithin(manager, viewer.staff, place.reference, light, stored);
          return new Reply(201, await this.reading.view(manager, viewer, added.place));
        },
      }),
    );
  }

  /**
   * Says by which light a photo was taken, and whether everyone sees it.
   * @throws Refused `not.found`, `role.insufficient`, `version.stale`, `place.merged`
   */
  change(viewer: PlaceViewer, reference: string, id: string, given: ChangePlacePhoto): Promise<StaffPlace> {
    return this.dataSource.transaction(async (manager) => {
      const place = await this.access.change(manager, viewer.staff, reference, given.version);
      const photo = (await this.photos.ofPlace(manager, place.id)).find((each) => each.id === id);
      if (!photo) throw new Refused('not.found');
      const light = given.light ?? photo.light;
      const isPublic = given.isPublic ?? photo.isPublic;
      await this.photos.decide(manager, id, { light, isPublic });
      await this.changes.note(manager, place, viewer.staff, {
        type: 'photo-changed',
        changes: { light, isPublic },
      });
      return this.reading.view(manager, viewer, place);
    });
  }

  /**
   * The bytes of a photo and how they may be cached: of one that is public with its place for everyone, else for those who read the inventory.
   * @throws Refused `not.found`, also for a photo that this viewer may not know of
   */
  async show(
    staff: StaffMember | null,
    id: string,
    size: 'picture' | 'thumbnail',
  ): Promise<{ file: StreamableFile; cacheControl: string }> {
    const photo = await this.photos.byId(this.dataSource, id);
    if (!photo) throw new Refused('not.found');
    const isOpen = photo.isPublic && photo.placeIsPublic;
    if (!isOpen && !(staff && mayActIn(staff, photo.municipalityId, inventoryReaders)))
      throw new Refused('not.found');
    const stream = await this.files.get(size === 'picture' ? photo.fileKey : photo.thumbnailKey);
    if (!stream) throw new Refused('not.found');
    const file = new StreamableFile(stream, { type: 'image/jpeg' });
    return { file, cacheControl: isOpen ? publicCache : privateCache };
  }
}
