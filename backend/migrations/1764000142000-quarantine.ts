import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const logged = ['quarantine-restored', 'quarantine-removed'];

/**
 * What filled in the field that no person sees. A proposal is a row like any other that `held_as` keeps from everybody but its sender;
 * other messages lie sealed until they are restored or disposed of.
 */
export class Quarantine1764000142000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD held_as text CONSTRAINT proposals_held_as_check CHECK (held_as IN ('suspected-automatic'))`);
    await runner.query(
      `CREATE INDEX proposals_held_idx ON proposals (municipality_id, created_at, id) WHERE held_as IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE quarantined_messages (
        id uuid CONSTRAINT quarantined_messages_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT quarantined_messages_municipality_fk REFERENCES municipalities (id),
        kind text NOT NULL CONSTRAINT quarantined_messages_kind_check CHECK (kind IN ('report', 'subscription')),
        sealed bytea NOT NULL,
        at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX quarantined_messages_at_idx ON quarantined_messages (municipality_id, at, id)`,
    );
    await allowValues(runner, 'proposal_events', 'type', ['restored']);
    await allowValues(runner, 'record_events', 'type', logged);
    await allowValues(runner, 'disposals', 'type', ['quarantine']);
  }

  /** Proposals that were held become hidden ones: nobody sees them by accident. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM disposals WHERE type = 'quarantine'`);
    await disallowValues(runner, 'disposals', 'type', ['quarantine']);
    await runner.query(`DELETE FROM record_events WHERE type = ANY ($1::text[])`, [logged]);
    await disallowValues(runner, 'record_events', 'type', logged);
    await runner.query(`DELETE FROM proposal_events WHERE type = 'restored'`);
    await disallowValues(runner, 'proposal_events', 'type', ['restored']);
    await runner.query('DROP TABLE quarantined_messages');
    await runner.query(
      `UPDATE proposals SET status = 'hidden', public_status = 'hidden' WHERE held_as IS NOT NULL AND status = 'received'`,
    );
    await runner.query('DROP INDEX proposals_held_idx');
    await runner.query('ALTER TABLE proposals DROP COLUMN held_as');
  }
}
