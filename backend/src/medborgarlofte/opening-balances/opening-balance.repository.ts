import type { OpeningBalance } from '@lofteskartan/shared/contracts/medborgarlofte';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Words } from '../words.js';
import type { OpeningDays } from './opening-balance.rules.js';

/** A counted commitment with its opening balance. */
export interface OpeningRow extends OpeningDays {
  readonly id: string;
  readonly municipalityId: string;
  readonly number: number;
  readonly title: Words;
  readonly promise: Words;
  readonly target: number;
  readonly opening: OpeningBalance | null;
  readonly version: number;
}

const columns = `c.id, c.municipality_id AS "municipalityId", c.number, c.title, p.title AS promise, c.target,
  to_char(p.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(p.ends_on, 'YYYY-MM-DD') AS "endsOn",
  to_char(c.closed_from, 'YYYY-MM-DD') AS "closedFrom",
  (SELECT to_char(min(a.occurred_on), 'YYYY-MM-DD') FROM activities a WHERE a.commitment_id = c.id) AS "firstLoggedOn",
  CASE WHEN c.opening_count IS NOT NULL THEN json_build_object('count', c.opening_count,
    'asOf', to_char(c.opening_as_of, 'YYYY-MM-DD'), 'source', c.opening_source) END AS opening,
  c.opening_version AS version`;
const tables = `commitments c JOIN medborgarloften p ON p.id = c.medborgarlofte_id`;
const counted = `c.type = 'count' AND c.removed_at IS NULL`;

/** The opening balances of commitments, for those who write them. */
@Injectable()
export class OpeningBalanceRepository {
  /** Those of a municipality, the latest promise first. */
  async all(manager: EntityManager, municipalityId: string): Promise<OpeningRow[]> {
    return manager.query<OpeningRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE c.municipality_id = $1 AND ${counted}
        ORDER BY p.starts_on DESC, p.id, c.number, c.id`,
      [municipalityId],
    );
  }

  /** One, locked until the transaction ends; null when there is no such commitment or it is not counted. */
  async lock(manager: EntityManager, commitmentId: string): Promise<OpeningRow | null> {
    const [row] = await manager.query<OpeningRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE c.id = $1 AND ${counted} FOR NO KEY UPDATE OF c`,
      [commitmentId],
    );
    return row ?? null;
  }

  async store(
    manager: EntityManager,
    commitmentId: string,
    opening: OpeningBalance | null,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE commitments SET opening_count = $2, opening_as_of = $3, opening_source = $4,
         opening_version = opening_version + 1, updated_at = $5 WHERE id = $1`,
      [commitmentId, opening?.count ?? null, opening?.asOf ?? null, opening?.source ?? null, now],
    );
  }
}
