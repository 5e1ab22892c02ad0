import { createHash } from 'node:crypto';
import type { OwnPhoto, PhotoUploadReceipt } from '@lofteskartan/shared/contracts/proposals';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { FileStore, newFileKey } from '../platform/files/file-store.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { tooMany } from './photo-upload.js';
import { photoAddresses } from './photo.rules.js';
import { PhotoProcessor } from './photo-processor.js';
import { PhotoRepository, type NewPhoto } from './photo.repository.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { SenderAccess } from './sender-access.js';

/** Adds a sender's photos to their proposal. */
@Injectable()
export class AddPhotosService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly files: FileStore,
    private readonly sender: SenderAccess,
    private readonly processor: PhotoProcessor,
    private readonly proposals: ProposalRepository,
    private readonly photos: PhotoRepository,
    private readonly events: ProposalEventRepository,
  ) {}

  /**
   * The sender's proposal of that number, if it may still get photos. Asked before any file is taken in.
   * @throws Refused `followToken.required`, `followToken.wrong`, `photo.tooMany`, `proposal.withdrawn`
   */
  async openFor(reference: string, followToken: string | null): Promise<ProposalRecord> {
    const proposal = await this.sender.proposal(this.dataSource.manager, followToken);
    if (proposal.reference !== reference) throw new Refused('followToken.wrong');
    if (proposal.status === 'withdrawn') throw new Refused('proposal.withdrawn');
    return proposal;
  }

  /**
   * Makes the photos safe to keep, then stores files and rows, or neither. They wait for a human.
   * @throws Refused `photo.wrongType`, `photo.tooLarge`, `photo.unreadable`, `photo.tooMany`, `idempotency.reused`
   */
  async add(
    proposal: ProposalRecord,
    photos: readonly Buffer[],
    key: string,
  ): Promise<Reply<PhotoUploadReceipt>> {
    const stored: NewPhoto[] = [];
    const work = { done: false };
    try {
      for (const bytes of photos) stored.push(await this.store(bytes));
      const reply = await this.idempotency.run({
        key,
        route: `POST /proposals/${proposal.reference}/photos`,
        caller: proposal.id,
        body: photos.map((bytes) => createHash('sha256').update(bytes).digest('hex')),
        work: async (manager) => {
          const items = await this.insert(manager, proposal.id, stored);
          work.done = true;
          return new Reply(201, { items });
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

  private async store(bytes: Buffer): Promise<NewPhoto> {
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

  private async insert(
    manager: EntityManager,
    proposalId: string,
    photos: readonly NewPhoto[],
  ): Promise<OwnPhoto[]> {
    await this.proposals.lock(manager, [proposalId]);
    const already = await this.photos.count(manager, proposalId);
    if (already + photos.length > LIMITS.photosPerProposal) throw tooMany();
    const now = this.clock.now();
    const items: OwnPhoto[] = [];
    for (const photo of photos) {
      const id = await this.photos.insert(manager, proposalId, photo, now);
      items.push({
        id,
        ...photoAddresses(id),
        width: photo.width,
        height: photo.height,
        publication: 'pending',
        secret: false,
      });
    }
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: 'photos-added',
      audience: 'staff',
      changes: { photos: items.map(({ id }) => id) },
    });
    return items;
  }

  private async discard(photos: readonly NewPhoto[]): Promise<void> {
    await Promise.all(
      photos
        .flatMap(({ fileKey, thumbnailKey }) => [fileKey, thumbnailKey])
        .map((key) => this.files.delete(key)),
    );
  }
}
