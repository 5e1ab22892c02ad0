import type { DarkPlaceCause } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Why what residents sent in is unsafe, over whole cases. */
@Injectable()
export class CaseCausesRepository {
  /**
   * The causes of each proposal and of those gathered under it, each by itself. What is hidden or withdrawn asks for nothing; what is secret
   * does, whoever acts: nothing is ended that somebody else still waits for.
   */
  async of(
    manager: EntityManager,
    proposalIds: readonly string[],
  ): Promise<ReadonlyMap<string, (readonly DarkPlaceCause[])[]>> {
    const rows = await manager.query<{ top: string; causes: DarkPlaceCause[] }[]>(
      `WITH RECURSIVE member AS (
         SELECT p.id AS top, p.id FROM proposals p WHERE p.id = ANY ($1::uuid[])
         UNION SELECT m.top, p.id FROM member m JOIN proposals p ON p.duplicate_of_id = m.id)
       SELECT m.top, CASE WHEN jsonb_typeof(p.details -> 'causes') = 'array' THEN p.details -> 'causes' ELSE '[]' END AS causes
       FROM member m JOIN proposals p ON p.id = m.id WHERE p.status NOT IN ('hidden', 'withdrawn') AND p.held_as IS NULL`,
      [proposalIds],
    );
    return new Map(
      proposalIds.map((id) => [id, rows.filter(({ top }) => top === id).map(({ causes }) => causes)]),
    );
  }
}
