import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import { OriginalsRepository, type DueOriginal } from './originals.repository.js';
import { RedactionFiles } from './redaction-files.service.js';

export type { DueOriginal } from './originals.repository.js';

/** Disposes of originals of covered photos. That it is done, and under which decision, is for the caller to write down. */
@Injectable()
export class DisposeOriginalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalRepository,
    private readonly originals: OriginalsRepository,
    private readonly files: RedactionFiles,
    private readonly events: ProposalEventRepository,
  ) {}

  /** Those whose day has come, a page at a time. */
  due(today: IsoDate, afterId: string | null, limit: number): Promise<DueOriginal[]> {
    return this.originals.due(this.dataSource, today, afterId, limit);
  }

  /**
   * Disposes of one, if it is still due under the lock: the photo may have been covered anew meanwhile. Its file goes after the commit.
   * @returns what was disposed of, or null
   */
  async dispose(
    manager: EntityManager,
    { photoId, proposalId }: DueOriginal,
    today: IsoDate,
    at: Date,
  ): Promise<DueOriginal | null> {
    await this.proposals.lock(manager, [proposalId]);
    const original = await this.originals.dueOne(manager, today, photoId);
    if (!original) return null;
    await this.originals.forget(manager, photoId);
    await this.files.removeLater(manager, [original.fileKey]);
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'photo-original-disposed',
      audience: 'staff',
      reason: original.decision,
      changes: { photos: [photoId] },
    });
    return original;
  }
}
