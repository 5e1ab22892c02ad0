import type { PublicStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, supporterWithin } from './people-behind.js';

/** Any number that no other lock of the house takes. */
const caseLock = 1440;

/** Cases: a leading proposal and all that lead to it, directly or through others. */
@Injectable()
export class CaseRepository {
  /** Lets only one transaction at a time change the cases of a municipality, so that no circle can arise between two. */
  async lockCases(manager: EntityManager, municipalityId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [caseLock, municipalityId]);
  }

  /** The proposals that one leads to, itself first and the case's leader last. */
  async leaders(manager: EntityManager, proposalId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH RECURSIVE chain AS (
         SELECT id, duplicate_of_id, 0 AS step FROM proposals WHERE id = $1
         UNION ALL
         SELECT p.id, p.duplicate_of_id, chain.step + 1 FROM chain JOIN proposals p ON p.id = chain.duplicate_of_id)
       SELECT id FROM chain ORDER BY step`,
      [proposalId],
    );
    return rows.map(({ id }) => id);
  }

  /** The proposals that lead to one, directly or through others, without itself; oldest first. */
  async followers(
    manager: EntityManager,
    proposalId: string,
  ): Promise<{ id: string; reference: string; secretFor: string | null }[]> {
    return manager.query(
      `WITH RECURSIVE gathered AS (
         SELECT id, reference, secret_for, created_at FROM proposals WHERE duplicate_of_id = $1
         UNION ALL
         SELECT p.id, p.reference, p.secret_for, p.created_at FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id)
       SELECT id, reference, secret_for AS "secretFor" FROM gathered ORDER BY created_at, id`,
      [proposalId],
    );
  }

  /** What everyone reads of the proposal that leads a proposal's case; of itself when it is in none. */
  async publicStatus(manager: EntityManager, proposalId: string): Promise<PublicStatus> {
    const [row] = await manager.query<{ status: PublicStatus }[]>(
      `WITH RECURSIVE chain AS (
         SELECT id, duplicate_of_id, public_status FROM proposals WHERE id = $1
         UNION ALL
         SELECT p.id, p.duplicate_of_id, p.public_status FROM chain JOIN proposals p ON p.id = chain.duplicate_of_id)
       SELECT public_status AS status FROM chain WHERE duplicate_of_id IS NULL`,
      [proposalId],
    );
    if (!row) throw new Error('A case without a leader');
    return row.status;
  }

  /** When something was last said in public to be done about a proposal, or about the case that it is gathered in, and not taken back; null when nothing was. */
  async lastDone(manager: EntityManager, proposalId: string): Promise<Date | null> {
    const [row] = await manager.query<{ at: Date | null }[]>(
      `WITH RECURSIVE chain AS (
         SELECT id, duplicate_of_id FROM proposals WHERE id = $1
         UNION ALL SELECT p.id, p.duplicate_of_id FROM chain JOIN proposals p ON p.id = chain.duplicate_of_id)
       SELECT max(e.public_at) AS at FROM chain JOIN proposal_events e ON e.proposal_id = chain.id
       WHERE e.audience = 'public' AND e.type IN ('activity', 'released', 'measure-done') AND NOT EXISTS (
         SELECT 1 FROM inventory_measures m WHERE e.type = 'measure-done' AND m.id = (e.changes ->> 'measureId')::uuid AND m.withdrawn_at IS NOT NULL)`,
      [proposalId],
    );
    return row?.at ?? null;
  }

  /** Gathers directly under one proposal what was gathered directly under another. */
  async regather(manager: EntityManager, fromId: string, toId: string): Promise<void> {
    await manager.query('UPDATE proposals SET duplicate_of_id = $2 WHERE duplicate_of_id = $1 AND id <> $2', [
      fromId,
      toId,
    ]);
  }

  /** The proposals that lead directly to one, oldest first. */
  async gathered(manager: EntityManager, proposalId: string): Promise<{ id: string; reference: string }[]> {
    return manager.query(
      'SELECT id, reference FROM proposals WHERE duplicate_of_id = $1 ORDER BY created_at, id',
      [proposalId],
    );
  }
}

/** SQL that counts the people behind the case that the proposal `p` leads, each once; its senders are among them. */
export const supportersOfCase = `(
  WITH RECURSIVE gathered AS (
    SELECT p.id UNION ALL SELECT d.id FROM gathered JOIN proposals d ON d.duplicate_of_id = gathered.id)
  SELECT count(DISTINCT person)::integer FROM (
    SELECT ${supporterWithin} AS person FROM gathered JOIN proposal_supports s ON s.proposal_id = gathered.id ${confirmedAddress}) AS behind)`;

/** SQL that counts the proposals that the proposal `p` leads, directly or through others. */
export const gatheredUnder = `(
  WITH RECURSIVE gathered AS (
    SELECT d.id FROM proposals d WHERE d.duplicate_of_id = p.id
    UNION ALL SELECT d.id FROM gathered JOIN proposals d ON d.duplicate_of_id = gathered.id)
  SELECT count(*)::integer FROM gathered)`;
