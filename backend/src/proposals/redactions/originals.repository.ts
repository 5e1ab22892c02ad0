import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';
import { originalDueOn } from './original-due.js';
import { ORIGINAL_DECISION } from './redaction.rules.js';

/** An original that may go. */
export interface DueOriginal {
  readonly photoId: string;
  readonly proposalId: string;
  readonly municipalityId: string;
  readonly fileKey: string;
  /** Under which decision. */
  readonly decision: string;
}

const due = `
  SELECT ph.id AS "photoId", p.id AS "proposalId", p.municipality_id AS "municipalityId", ph.original_file_key AS "fileKey",
    coalesce((SELECT rule.decision FROM retention_rules rule
      WHERE rule.municipality_id = p.municipality_id AND rule.type = 'photo-original'), $2::text) AS decision
  FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id
  WHERE ph.original_file_key IS NOT NULL AND ${originalDueOn} <= $1::date
    AND NOT EXISTS (SELECT FROM records r WHERE r.proposal_id = p.id AND r.hold IS NOT NULL)`;

/** Originals of covered photos whose day has come. What is held back with a proposal is held back of it whole. */
@Injectable()
export class OriginalsRepository {
  /** The next ones. @param afterId of the last one that was looked at */
  due(
    source: DataSource | EntityManager,
    today: IsoDate,
    afterId: string | null,
    limit: number,
  ): Promise<DueOriginal[]> {
    return source.query<DueOriginal[]>(
      `${due} AND ($3::uuid IS NULL OR ph.id > $3) ORDER BY ph.id LIMIT $4`,
      [today, ORIGINAL_DECISION, afterId, limit],
    );
  }

  /** This one, if it is still due; the caller holds the lock on its proposal. */
  async dueOne(manager: EntityManager, today: IsoDate, photoId: string): Promise<DueOriginal | null> {
    const [row] = await manager.query<DueOriginal[]>(`${due} AND ph.id = $3`, [
      today,
      ORIGINAL_DECISION,
      photoId,
    ]);
    return row ?? null;
  }

  /** Forgets where the original was. What is covered stays covered. */
  async forget(manager: EntityManager, photoId: string): Promise<void> {
    await manager.query(
      'UPDATE proposal_photos SET original_file_key = NULL, original_dispose_after = NULL WHERE id = $1',
      [photoId],
    );
  }
}
