import type { HeldSource, HeldText } from '@lofteskartan/shared/contracts/block-list';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Texts of residents that hit the block list. */
@Injectable()
export class HeldTextRepository {
  /** The words of a municipality's block list. */
  async list(manager: EntityManager, municipalityId: string): Promise<string[]> {
    return this.words(manager, 'SELECT words FROM block_lists WHERE municipality_id = $1', municipalityId);
  }

  /** The words of the block list of a proposal's municipality. */
  async listFor(manager: EntityManager, proposalId: string): Promise<string[]> {
    return this.words(
      manager,
      'SELECT b.words FROM block_lists b JOIN proposals p ON p.municipality_id = b.municipality_id WHERE p.id = $1',
      proposalId,
    );
  }

  private async words(manager: EntityManager, query: string, id: string): Promise<string[]> {
    const [row] = await manager.query<{ words: string[] }[]>(query, [id]);
    return row?.words ?? [];
  }

  /** Writes down that a text is held. */
  async add(
    manager: EntityManager,
    held: {
      readonly proposalId: string;
      readonly source: HeldSource;
      readonly words: readonly string[];
      readonly at: Date;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO held_texts (municipality_id, proposal_id, source, words, at)
       SELECT municipality_id, id, $2, $3, $4 FROM proposals WHERE id = $1`,
      [held.proposalId, held.source, JSON.stringify(held.words), held.at],
    );
  }

  /** The texts of a proposal that are or were held, the latest first. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<HeldText[]> {
    const rows = await manager.query<(Omit<HeldText, 'at'> & { readonly at: Date })[]>(
      `SELECT h.id, h.source, h.words, h.at, a.name AS "readBy" FROM held_texts h LEFT JOIN accounts a ON a.id = h.read_by
       WHERE h.proposal_id = $1 ORDER BY h.at DESC, h.id`,
      [proposalId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Says that somebody has read texts of a proposal: these, or all of a kind. @returns how many were not read before */
  async markRead(
    manager: EntityManager,
    proposalId: string,
    which: { readonly ids: readonly string[] } | { readonly source: HeldSource },
    { accountId, at }: { readonly accountId: string; readonly at: Date },
  ): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE held_texts SET read_by = $2, read_at = $3 WHERE proposal_id = $1 AND read_at IS NULL
       AND ${'ids' in which ? 'id = ANY ($4::uuid[])' : 'source = $4'}`,
      [proposalId, accountId, at, 'ids' in which ? which.ids : which.source],
    );
    return count;
  }
}
