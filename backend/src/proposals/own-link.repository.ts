import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Links to a person's own proposals. */
@Injectable()
export class OwnLinkRepository {
  /** Notes that somebody asked for a link, whether or not the address is known. */
  async insert(
    manager: EntityManager,
    link: { id: string; addressHash: string; language: Language; at: Date; expiresAt: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO own_proposal_links (id, address_hash, language, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [link.id, link.addressHash, link.language, link.at, link.expiresAt],
    );
  }

  /** Uses a link up. @returns the address's hash, or null when it was used, has expired or never was */
  async use(manager: EntityManager, id: string, at: Date): Promise<string | null> {
    const [rows] = await manager.query<[{ address_hash: string }[], number]>(
      `UPDATE own_proposal_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2 RETURNING address_hash`,
      [id, at],
    );
    return rows[0]?.address_hash ?? null;
  }

  /** Forgets links that expired before a moment. */
  async removeExpired(manager: EntityManager, before: Date): Promise<void> {
    await manager.query('DELETE FROM own_proposal_links WHERE expires_at < $1', [before]);
  }
}
