import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * Released words as staff edited them, beside the words as they were sent, which stay. And what the log of a municipality reads: each
 * event of a proposal knows its municipality, so that the latest of them are found without looking at anybody else's.
 */
export class EditedWordsAndTheLog1764000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD edited_description text, ADD edited_reason text, ADD edited_at timestamptz,
        ADD edited_by uuid CONSTRAINT proposals_edited_by_fk REFERENCES accounts (id),
        ADD CONSTRAINT proposals_edited_check CHECK (num_nonnulls(edited_description, edited_reason, edited_at, edited_by) IN (0, 4))`);
    await runner.query('ALTER TABLE public_proposals ADD text_edited boolean NOT NULL DEFAULT false');
    await allowValues(runner, 'proposal_events', 'type', ['words-edited']);
    await runner.query(
      `ALTER TABLE proposal_events ADD municipality_id uuid CONSTRAINT proposal_events_municipality_fk REFERENCES municipalities (id)`,
    );
    await runner.query(
      `UPDATE proposal_events e SET municipality_id = p.municipality_id FROM proposals p WHERE p.id = e.proposal_id`,
    );
    await runner.query('ALTER TABLE proposal_events ALTER COLUMN municipality_id SET NOT NULL');
    // Staff's acts alone: what residents do is not in the log.
    await runner.query(
      `CREATE INDEX proposal_events_log_idx ON proposal_events (municipality_id, at DESC, id DESC) WHERE actor_account_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX admin_events_log_idx ON admin_events (municipality_id, at DESC, id DESC)`,
    );
    await runner.query(
      `ALTER TABLE activity_events ADD municipality_id uuid CONSTRAINT activity_events_municipality_fk REFERENCES municipalities (id)`,
    );
    await runner.query(
      `UPDATE activity_events e SET municipality_id = a.municipality_id FROM activities a WHERE a.id = e.activity_id`,
    );
    await runner.query('ALTER TABLE activity_events ALTER COLUMN municipality_id SET NOT NULL');
    await runner.query(
      `CREATE INDEX activity_events_log_idx ON activity_events (municipality_id, at DESC, id DESC)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX activity_events_log_idx');
    await runner.query('ALTER TABLE activity_events DROP COLUMN municipality_id');
    await runner.query('DROP INDEX admin_events_log_idx');
    await runner.query('DROP INDEX proposal_events_log_idx');
    await runner.query('ALTER TABLE proposal_events DROP COLUMN municipality_id');
    await runner.query(`DELETE FROM proposal_events WHERE type = 'words-edited'`);
    await disallowValues(runner, 'proposal_events', 'type', ['words-edited']);
    await runner.query('ALTER TABLE public_proposals DROP COLUMN text_edited');
    await runner.query(`
      ALTER TABLE proposals DROP CONSTRAINT proposals_edited_check, DROP COLUMN edited_description, DROP COLUMN edited_reason,
        DROP COLUMN edited_at, DROP COLUMN edited_by`);
  }
}
