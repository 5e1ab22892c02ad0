import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['lead-taken', 'lead-given'];

/** The index that the answer ledger reads alone. @param included what it holds beside the groups */
const ledgerIndex = (included: string): string =>
  `CREATE INDEX public_proposals_ledger_idx ON public_proposals
     (municipality_id, locality, kind, status, commitment_id, responsible) INCLUDE (${included}) WHERE listed`;

/**
 * Cases: history tells when another proposal takes over the lead, and a leading proposal's public row holds how many were gathered under
 * it, so that the answer ledger counts everybody who got in touch.
 */
export class Cases1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'proposal_events', 'type', events);
    await runner.query('ALTER TABLE public_proposals ADD gathered_count integer NOT NULL DEFAULT 0');
    await runner.query(`
      WITH RECURSIVE led AS (
        SELECT p.duplicate_of_id AS leader_id, p.id FROM proposals p WHERE p.duplicate_of_id IS NOT NULL
        UNION ALL SELECT led.leader_id, p.id FROM led JOIN proposals p ON p.duplicate_of_id = led.id)
      UPDATE public_proposals SET gathered_count = counted.count
      FROM (SELECT leader_id, count(*)::integer AS count FROM led GROUP BY leader_id) counted
      WHERE counted.leader_id = proposal_id AND listed`);
    await runner.query('DROP INDEX public_proposals_ledger_idx');
    await runner.query(ledgerIndex('answer_due_at, gathered_count'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX public_proposals_ledger_idx');
    await runner.query('ALTER TABLE public_proposals DROP COLUMN gathered_count');
    await runner.query(ledgerIndex('answer_due_at'));
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1)`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
  }
}
