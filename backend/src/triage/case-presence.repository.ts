import type { CasePresence } from '@lofteskartan/shared/contracts/presences';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueueScope } from './queue.rules.js';

/** What people have open right now; rows that are too old are as if they were gone, and are removed by the next who looks. */
@Injectable()
export class CasePresenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores that a person has a proposal open, and removes what is older than `since`. */
  async seen(
    { proposalId, municipalityId }: { readonly proposalId: string; readonly municipalityId: string },
    accountId: string,
    now: Date,
    since: Date,
  ): Promise<void> {
    await this.forget(since);
    await this.dataSource.query(
      `INSERT INTO case_presences (proposal_id, account_id, municipality_id, seen_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (proposal_id, account_id) DO UPDATE SET seen_at = excluded.seen_at`,
      [proposalId, accountId, municipalityId, now],
    );
  }

  /** Stores that a person has closed a proposal. */
  async gone(proposalId: string, accountId: string): Promise<void> {
    await this.dataSource.query('DELETE FROM case_presences WHERE proposal_id = $1 AND account_id = $2', [
      proposalId,
      accountId,
    ]);
  }

  /** Removes what was last seen before a moment; another process may do the same. */
  async forget(before: Date): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM case_presences WHERE (proposal_id, account_id) IN (
         SELECT proposal_id, account_id FROM case_presences WHERE seen_at <= $1 FOR UPDATE SKIP LOCKED)`,
      [before],
    );
  }

  /** What others than a person have open of what that person may see, by the proposals' numbers. */
  others(
    { municipalityIds, secretsOf }: Pick<QueueScope, 'municipalityIds' | 'secretsOf'>,
    accountId: string,
    since: Date,
  ): Promise<CasePresence[]> {
    return this.dataSource.query<CasePresence[]>(
      `SELECT p.reference, json_agg(a.name ORDER BY a.name, a.id) AS names FROM case_presences c
       JOIN proposals p ON p.id = c.proposal_id JOIN accounts a ON a.id = c.account_id AND a.active
       WHERE c.municipality_id = ANY ($1::uuid[]) AND c.account_id <> $2 AND c.seen_at > $3
         AND p.held_as IS NULL AND (p.secret_for IS NULL OR p.secret_for = ANY ($4::uuid[]))
       GROUP BY p.reference ORDER BY p.reference`,
      [municipalityIds, accountId, since, secretsOf],
    );
  }
}
