import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MessageKind, SealedMessage } from './quarantine.js';

/** Sealed messages in quarantine. */
@Injectable()
export class QuarantineRepository {
  async insert(manager: EntityManager, message: SealedMessage): Promise<void> {
    await manager.query(
      'INSERT INTO quarantined_messages (id, municipality_id, kind, sealed, at) VALUES ($1, $2, $3, $4, $5)',
      [message.id, message.municipalityId, message.kind, message.sealed, message.at],
    );
  }

  /** The messages of some municipalities, the latest first. */
  ofMunicipalities(
    manager: EntityManager,
    municipalityIds: readonly string[],
    limit: number,
  ): Promise<SealedMessage[]> {
    return manager.query(
      `SELECT id, municipality_id AS "municipalityId", kind, sealed, at FROM quarantined_messages
       WHERE municipality_id = ANY ($1::uuid[]) ORDER BY at DESC, id LIMIT $2`,
      [municipalityIds, limit],
    );
  }

  async count(manager: EntityManager, municipalityIds: readonly string[]): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM quarantined_messages WHERE municipality_id = ANY ($1::uuid[])',
      [municipalityIds],
    );
    return row?.count ?? 0;
  }

  /** A message, locked until the transaction ends, or null. */
  async byId(manager: EntityManager, id: string): Promise<SealedMessage | null> {
    const [row] = await manager.query<SealedMessage[]>(
      `SELECT id, municipality_id AS "municipalityId", kind, sealed, at FROM quarantined_messages WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM quarantined_messages WHERE id = $1', [id]);
  }

  /** Removes what came in up to a moment. @returns how many of each municipality */
  async removeUpTo(
    manager: EntityManager,
    moment: Date,
  ): Promise<{ municipalityId: string; kind: MessageKind; count: number }[]> {
    return manager.query(
      `WITH gone AS (DELETE FROM quarantined_messages WHERE at <= $1 RETURNING municipality_id, kind)
       SELECT municipality_id AS "municipalityId", kind, count(*)::integer AS count FROM gone GROUP BY 1, 2`,
      [moment],
    );
  }
}
