import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The block lists of municipalities. */
@Injectable()
export class BlockListRepository {
  /** The words of a municipality's list; none without one. */
  async words(manager: EntityManager, municipalityId: string): Promise<string[]> {
    const [row] = await manager.query<{ words: string[] }[]>(
      'SELECT words FROM block_lists WHERE municipality_id = $1',
      [municipalityId],
    );
    return row?.words ?? [];
  }

  /** Makes these the words of a municipality's list. */
  async save(
    manager: EntityManager,
    municipalityId: string,
    words: readonly string[],
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO block_lists (municipality_id, words, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (municipality_id) DO UPDATE SET words = excluded.words, updated_at = excluded.updated_at`,
      [municipalityId, JSON.stringify(words), now],
    );
  }
}
