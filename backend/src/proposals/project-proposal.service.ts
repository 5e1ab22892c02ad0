import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps `public_proposals`, the only table that public answers read, in step with the private rows. */
@Injectable()
export class ProjectProposal {
  /**
   * Rewrites or removes the public row of a proposal and tells the map, in the caller's transaction, which holds the lock
   * on the private row. `updated_at` changes only when something else than the number of supporters changed.
   */
  project(_manager: EntityManager, _proposalId: string, _now: Date): Promise<void> {
    throw new Error('Being built');
  }
}
