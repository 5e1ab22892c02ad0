import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * Who has a proposal in hand, a person's own views of the queue, and what colleagues have open right now. The last has no history: a row
 * is gone when nobody looks any more.
 */
export class WorkingTheQueue1764000061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals
        ADD assigned_account_id uuid CONSTRAINT proposals_assigned_account_fk REFERENCES accounts (id),
        ADD assigned_organisation_id uuid CONSTRAINT proposals_assigned_organisation_fk REFERENCES organisations (id),
        ADD CONSTRAINT proposals_assigned_check CHECK (assigned_account_id IS NULL OR assigned_organisation_id IS NOT NULL)`);
    for (const hands of ['account', 'organisation'])
      await runner.query(
        `CREATE INDEX proposals_assigned_${hands}_idx ON proposals (municipality_id, assigned_${hands}_id, status, created_at DESC, id)
         WHERE assigned_${hands}_id IS NOT NULL`,
      );
    await allowValues(runner, 'proposal_events', 'type', ['assigned']);
    await runner.query(`
      CREATE TABLE queue_views (
        id uuid CONSTRAINT queue_views_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT queue_views_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        name text NOT NULL,
        filters text NOT NULL,
        sort integer NOT NULL,
        CONSTRAINT queue_views_name_unique UNIQUE (account_id, name)
      )`);
    await runner.query(`
      CREATE TABLE case_presences (
        proposal_id uuid NOT NULL CONSTRAINT case_presences_proposal_fk REFERENCES proposals (id) ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT case_presences_account_fk REFERENCES accounts (id) ON DELETE CASCADE,
        municipality_id uuid NOT NULL CONSTRAINT case_presences_municipality_fk REFERENCES municipalities (id),
        seen_at timestamptz NOT NULL,
        CONSTRAINT case_presences_pk PRIMARY KEY (proposal_id, account_id)
      )`);
    await runner.query(
      `CREATE INDEX case_presences_municipality_idx ON case_presences (municipality_id, seen_at)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE case_presences`);
    await runner.query(`DROP TABLE queue_views`);
    await runner.query(`DELETE FROM proposal_events WHERE type = 'assigned'`);
    await disallowValues(runner, 'proposal_events', 'type', ['assigned']);
    await runner.query(`
      ALTER TABLE proposals DROP CONSTRAINT proposals_assigned_check,
        DROP COLUMN assigned_organisation_id, DROP COLUMN assigned_account_id`);
  }
}
