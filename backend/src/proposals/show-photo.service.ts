import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore } from '../platform/files/file-store.js';
import { Refused } from '../platform/problem/refused.js';
import { hashToken } from '../platform/security/tokens.js';
import type { StaffMember } from '../platform/staff-member.js';
import { isPublicPhoto } from './photo.rules.js';
import { PhotoRepository, type PhotoFile } from './photo.repository.js';
import { mayOpenSecret } from './secrecy.rules.js';
import { handlesProposalsIn } from './viewer.rules.js';

/** What somebody showed to see a photo. */
export interface PhotoViewer {
  readonly followToken: string | null;
  readonly staff: StaffMember | null;
}

/** Five minutes: a photo that is taken back must not live on in caches. */
const publicCache = 'public, max-age=300';
const privateCache = 'private, no-store';

/** Shows photos to those who may see them. */
@Injectable()
export class ShowPhotoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly photos: PhotoRepository,
  ) {}

  /**
   * The bytes of a photo and how they may be cached.
   * @throws Refused `not.found`, also for a photo that this viewer may not know of
   */
  async show(
    address: string,
    size: 'picture' | 'thumbnail',
    viewer: PhotoViewer,
  ): Promise<{ file: StreamableFile; cacheControl: string }> {
    const photo = await this.photos.file(
      this.dataSource,
      address,
      viewer.followToken === null ? null : hashToken(viewer.followToken),
    );
    if (!photo) throw new Refused('not.found');
    const open = isPublicPhoto(photo);
    if (!open && !maySee(photo, viewer)) throw new Refused('not.found');
    const stream = await this.files.get(size === 'picture' ? photo.fileKey : photo.thumbnailKey);
    if (!stream) throw new Refused('not.found');
    return {
      file: new StreamableFile(stream, { type: 'image/jpeg' }),
      cacheControl: open ? publicCache : privateCache,
    };
  }
}

function maySee(photo: PhotoFile, { staff }: PhotoViewer): boolean {
  // What is secret may show somebody else than its sender: even the sender's own page tells of it without showing it.
  if (photo.bySender && photo.photoSecretFor === null) return true;
  const memberships = staff?.memberships ?? [];
  return (
    handlesProposalsIn(staff, photo.municipalityId) &&
    mayOpenSecret(photo, memberships) &&
    mayOpenSecret({ ...photo, secretFor: photo.photoSecretFor }, memberships)
  );
}
