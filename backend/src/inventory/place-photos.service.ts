import { createHash } from 'node:crypto';
import type { ChangePlacePhoto, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { INVENTORY_LIMITS, type PhotoLight } from '@lofteskartan/shared/inventory';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { FileStore, newFileKey } from '../platform/files/file-store.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PhotoProcessor } from '../proposals/photo-processor.js';
import { mayActIn } from '../staff/access.rules.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlacePhotoRepository, type NewPlacePhoto } from './place-photo.repository.js';
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
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly files: FileStore,
    private readonly processor: PhotoProcessor,
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
    const stored: NewPlacePhoto[] = [];
    const work = { done: false };
    try {
      for (const photo of bytes) stored.push(await this.store(photo));
      const reply = await this.idempotency.run({
        key,
        route: `POST /inventory/places/${place.reference}/photos`,
        caller: viewer.staff.accountId,
        body: [light, ...bytes.map((photo) => createHash('sha256').update(photo).digest('hex'))],
        work: async (manager) => {
          const now = await this.access.read(manager, viewer.staff, place.reference);
          const own = await this.access.change(manager, viewer.staff, place.reference, now.version);
          const already = await this.photos.ofPlace(manager, own.id);
          const max = INVENTORY_LIMITS.photosPerPlace;
          if (already.length + stored.length > max) throw new Refused('photo.tooMany', { params: { max } });
          for (const photo of stored)
            await this.photos.insert(manager, own.id, photo, light, this.clock.now());
          const changes = { light, photos: stored.length };
          await this.changes.note(manager, own, viewer.staff, { type: 'photos-added', changes });
          work.done = true;
          return new Reply(201, await this.reading.view(manager, viewer, own));
        },
      });
      // A repeat got the answer of the first call, whose files are there already.
      if (!work.done) await this.discard(stored);
      return reply;
    } catch (error) {
      await this.discard(stored);
      throw error;
    }
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

  private async store(bytes: Buffer): Promise<NewPlacePhoto> {
    const { picture, thumbnail, width, height } = await this.processor.process(bytes);
    const photo = { fileKey: newFileKey(), thumbnailKey: newFileKey(), width, height, bytes: picture.length };
    try {
      await this.files.put(photo.fileKey, picture);
      await this.files.put(photo.thumbnailKey, thumbnail);
    } catch (error) {
      await this.discard([photo]);
      throw error;
    }
    return photo;
  }

  private async discard(photos: readonly NewPlacePhoto[]): Promise<void> {
    const keys = photos.flatMap(({ fileKey, thumbnailKey }) => [fileKey, thumbnailKey]);
    await Promise.all(keys.map((key) => this.files.delete(key)));
  }
}
