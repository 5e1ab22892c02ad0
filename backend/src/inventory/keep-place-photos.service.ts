import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { FileStore, newFileKey } from '../platform/files/file-store.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { PhotoProcessor } from '../proposals/photo-processor.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlacePhotoRepository, type NewPlacePhoto } from './place-photo.repository.js';
import type { PlaceRecord } from './place.repository.js';

/** Photos whose files are stored, for the work that makes rows of them. */
export interface StoredPhotos {
  readonly photos: readonly NewPlacePhoto[];
  /** Said by the work that made rows: without it the files go again. */
  readonly keep: () => void;
}

/** Keeps files and rows of photos, or neither. */
@Injectable()
export class KeepPlacePhotos {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly processor: PhotoProcessor,
    private readonly access: PlaceAccess,
    private readonly repository: PlacePhotoRepository,
    private readonly changes: PlaceChanges,
  ) {}

  /**
   * Stores the files of photos, safe to keep and without metadata, then does the work. The files go again when it fails, and when it made no
   * rows: a repeat got the answer of the first call, whose files are there already.
   * @throws Refused `photo.wrongType`, `photo.tooLarge`, `photo.unreadable`; as the work does
   */
  async storing<Result>(
    bytes: readonly Buffer[],
    work: (stored: StoredPhotos) => Promise<Result>,
  ): Promise<Result> {
    const photos: NewPlacePhoto[] = [];
    const kept = { isSaid: false };
    const keep = (): void => {
      kept.isSaid = true;
    };
    try {
      for (const photo of bytes) photos.push(await this.store(photo));
      const result = await work({ photos, keep });
      if (!kept.isSaid) await this.discard(photos);
      return result;
    } catch (error) {
      await this.discard(photos);
      throw error;
    }
  }

  /**
   * Makes rows of stored photos, in the caller's transaction. Nobody but staff sees them yet.
   * @throws Refused `not.found`, `role.insufficient`, `place.merged`, `photo.tooMany`
   */
  async addWithin(
    manager: EntityManager,
    staff: StaffMember,
    reference: string,
    light: PhotoLight,
    { photos, keep }: StoredPhotos,
  ): Promise<{ place: PlaceRecord; ids: string[] }> {
    const seen = await this.access.read(manager, staff, reference);
    const place = await this.access.change(manager, staff, reference, seen.version);
    const already = await this.repository.ofPlace(manager, place.id);
    const max = INVENTORY_LIMITS.photosPerPlace;
    if (already.length + photos.length > max) throw new Refused('photo.tooMany', { params: { max } });
    const ids: string[] = [];
    for (const photo of photos)
      ids.push(await this.repository.insert(manager, place.id, photo, light, this.clock.now()));
    const changes = { light, photos: photos.length };
    await this.changes.note(manager, place, staff, { type: 'photos-added', changes });
    keep();
    return { place, ids };
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
