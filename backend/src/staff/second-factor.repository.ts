import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A second factor as it is stored. */
export interface StoredFactor {
  readonly secretSealed: Buffer;
  /** Null until its person has given a first code. */
  readonly confirmedAt: Date | null;
}

/** The tables `second_factors` and `recovery_codes`. */
@Injectable()
export class SecondFactorRepository {
  /** The second factor of an account, locked until the transaction ends, or null. */
  async lock(manager: EntityManager, accountId: string): Promise<StoredFactor | null> {
    const [row] = await manager.query<StoredFactor[]>(
      `SELECT secret_sealed AS "secretSealed", confirmed_at AS "confirmedAt" FROM second_factors WHERE account_id = $1 FOR UPDATE`,
      [accountId],
    );
    return row ?? null;
  }

  /** Since when it is on, and how many recovery codes are left. */
  async state(
    manager: EntityManager,
    accountId: string,
  ): Promise<{ since: Date | null; recoveryCodesLeft: number }> {
    const [row] = await manager.query<{ since: Date | null; recoveryCodesLeft: number }[]>(
      `SELECT (SELECT confirmed_at FROM second_factors WHERE account_id = $1) AS since,
         (SELECT count(*)::integer FROM recovery_codes WHERE account_id = $1) AS "recoveryCodesLeft"`,
      [accountId],
    );
    return row ?? { since: null, recoveryCodesLeft: 0 };
  }

  /** Stores a secret that waits for its first code; one that waited before is replaced. */
  async begin(manager: EntityManager, accountId: string, secretSealed: Buffer, now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO second_factors (account_id, secret_sealed, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, created_at = excluded.created_at,
         last_step = NULL WHERE second_factors.confirmed_at IS NULL`,
      [accountId, secretSealed, now],
    );
  }

  /** Uses up a step of time and all before it. @returns false when it was used up before */
  async useStep(manager: EntityManager, accountId: string, step: number): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE second_factors SET last_step = $2 WHERE account_id = $1 AND (last_step IS NULL OR last_step < $2)',
      [accountId, step],
    );
    return count > 0;
  }

  async confirm(manager: EntityManager, accountId: string, now: Date): Promise<void> {
    await manager.query('UPDATE second_factors SET confirmed_at = $2 WHERE account_id = $1', [
      accountId,
      now,
    ]);
  }

  /** Takes it away, with its recovery codes. @returns whether it was on */
  async remove(manager: EntityManager, accountId: string): Promise<boolean> {
    await manager.query('DELETE FROM recovery_codes WHERE account_id = $1', [accountId]);
    const [rows] = await manager.query<[{ on: boolean }[], number]>(
      `DELETE FROM second_factors WHERE account_id = $1 RETURNING confirmed_at IS NOT NULL AS "on"`,
      [accountId],
    );
    return rows[0]?.on ?? false;
  }

  /** Replaces the recovery codes. */
  async replaceCodes(manager: EntityManager, accountId: string, hashes: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM recovery_codes WHERE account_id = $1', [accountId]);
    await manager.query('INSERT INTO recovery_codes (account_id, code_hash) SELECT $1, unnest($2::text[])', [
      accountId,
      hashes,
    ]);
  }

  /** Uses up a recovery code. @returns false when there is none like it */
  async useCode(manager: EntityManager, accountId: string, hash: string): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'DELETE FROM recovery_codes WHERE account_id = $1 AND code_hash = $2',
      [accountId, hash],
    );
    return count > 0;
  }
}
