import type { Readable } from 'node:stream';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { type ZipEntry, zipOf } from '../../platform/files/zip.js';
import { FollowProposalService } from '../follow-proposal.service.js';
import { type KeptPhoto, PhotoRepository } from '../photo.repository.js';
import { SenderAccess } from '../sender-access.js';
import { ownDataOf, photoName } from './own-data.rules.js';

/** Gives senders what we have about them, to take along (the right of access, and to data portability). */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly sender: SenderAccess,
    private readonly follow: FollowProposalService,
    private readonly photos: PhotoRepository,
  ) {}

  /**
   * A ZIP of the sender's own data and photos.
   * @throws Refused `followToken.required`, `followToken.wrong`
   */
  async zip(followToken: string | null, language: Language): Promise<{ name: string; zip: Readable }> {
    const { manager } = this.dataSource;
    const { id } = await this.sender.proposal(manager, followToken);
    const followed = await this.follow.show(followToken, language);
    const photos = (await this.photos.files(manager, id)).filter(({ secretFor }) => secretFor === null);
    const at = this.clock.now();
    return { name: `${followed.reference}.zip`, zip: zipOf(this.entries(followed, photos, at), at) };
  }

  private async *entries(
    followed: FollowedProposal,
    photos: readonly KeptPhoto[],
    at: Date,
  ): AsyncGenerator<ZipEntry> {
    const names: string[] = [];
    for (const [index, { fileKey }] of photos.entries()) {
      const content = await this.files.get(fileKey);
      if (!content) continue;
      const name = photoName(index);
      names.push(name);
      yield { name, content };
    }
    const data = JSON.stringify(ownDataOf(followed, names, at), null, 2);
    yield { name: 'data.json', content: Buffer.from(data, 'utf8') };
  }
}
