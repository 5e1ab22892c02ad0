import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Municipalities that are administered, added and opened in the browser; the former shapes of their maps; the right to look after the
 * whole installation; answers of the operator's geocoder.
 */
export class TownsInTheBrowser1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is there has been open to its residents since it came.
    await runner.query(`
      ALTER TABLE municipalities
        ADD COLUMN opened_at timestamptz DEFAULT now(),
        ADD COLUMN texts jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query('UPDATE municipalities SET opened_at = created_at');
    await runner.query('ALTER TABLE organisations ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE accounts ADD COLUMN installation_admin boolean NOT NULL DEFAULT false');
    // Whom a command has made an administrator was the first one of the installation, or the example's.
    await runner.query(`
      UPDATE accounts a SET installation_admin = true
      WHERE EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = a.id AND m.role = 'admin')
        AND EXISTS (SELECT 1 FROM admin_events e
          WHERE e.subject_id = a.id AND e.type = 'account.created' AND e.actor_account_id IS NULL)`);
    await runner.query(`
      CREATE TABLE former_shapes (
        id uuid CONSTRAINT former_shapes_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT former_shapes_municipality_fk REFERENCES municipalities (id),
        kind text NOT NULL CONSTRAINT former_shapes_kind_check CHECK (kind IN ('outline', 'sketch')),
        shape jsonb NOT NULL,
        replaced_at timestamptz NOT NULL,
        replaced_by uuid NOT NULL CONSTRAINT former_shapes_replaced_by_fk REFERENCES accounts (id)
      )`);
    await runner.query(
      'CREATE INDEX former_shapes_municipality_idx ON former_shapes (municipality_id, kind, replaced_at DESC)',
    );
    // What was asked and what came back; nothing tells who asked.
    await runner.query(`
      CREATE TABLE geocoder_answers (
        question text CONSTRAINT geocoder_answers_pk PRIMARY KEY,
        answer jsonb NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX geocoder_answers_expires_idx ON geocoder_answers (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE geocoder_answers');
    await runner.query('DROP TABLE former_shapes');
    await runner.query('ALTER TABLE accounts DROP COLUMN installation_admin');
    await runner.query('ALTER TABLE organisations DROP COLUMN version');
    await runner.query(
      'ALTER TABLE municipalities DROP COLUMN opened_at, DROP COLUMN texts, DROP COLUMN version',
    );
  }
}
