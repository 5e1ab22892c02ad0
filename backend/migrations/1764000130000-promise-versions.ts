import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promise is written as a draft and published in versions. `content` is what a coordinator wrote, both languages; the tables that
 * everyone's pages read hold what the latest version says. A commitment that a version leaves out keeps its row, so that its id and
 * address are never another's.
 */
export class PromiseVersions1764000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE promise_drafts (
        id uuid CONSTRAINT promise_drafts_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT promise_drafts_municipality_fk REFERENCES municipalities (id),
        medborgarlofte_id uuid CONSTRAINT promise_drafts_medborgarlofte_fk REFERENCES medborgarloften (id),
        content jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid NOT NULL CONSTRAINT promise_drafts_saved_by_fk REFERENCES accounts (id),
        CONSTRAINT promise_drafts_medborgarlofte_unique UNIQUE (medborgarlofte_id)
      )`);
    await runner.query(
      `CREATE INDEX promise_drafts_municipality_idx ON promise_drafts (municipality_id, saved_at DESC)`,
    );
    await runner.query(`
      CREATE TABLE promise_versions (
        medborgarlofte_id uuid NOT NULL CONSTRAINT promise_versions_medborgarlofte_fk REFERENCES medborgarloften (id),
        number integer NOT NULL CONSTRAINT promise_versions_number_check CHECK (number > 0),
        content jsonb NOT NULL,
        note jsonb,
        published_at timestamptz NOT NULL,
        published_by uuid CONSTRAINT promise_versions_published_by_fk REFERENCES accounts (id),
        CONSTRAINT promise_versions_pk PRIMARY KEY (medborgarlofte_id, number),
        CONSTRAINT promise_versions_note_check CHECK (number = 1 OR note IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE promise_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT promise_events_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT promise_events_municipality_fk REFERENCES municipalities (id),
        medborgarlofte_id uuid CONSTRAINT promise_events_medborgarlofte_fk REFERENCES medborgarloften (id),
        draft_id uuid NOT NULL,
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT promise_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT promise_events_type_check CHECK (type IN ('drafted', 'published', 'discarded')),
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX promise_events_medborgarlofte_idx ON promise_events (medborgarlofte_id, id)`,
    );
    await runner.query(`
      ALTER TABLE commitments
        ADD COLUMN closed_from date,
        ADD COLUMN closing_words jsonb,
        ADD COLUMN removed_at timestamptz,
        ADD CONSTRAINT commitments_closing_check CHECK ((closed_from IS NULL) = (closing_words IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE commitments DROP CONSTRAINT commitments_closing_check, DROP COLUMN closed_from, DROP COLUMN closing_words,
         DROP COLUMN removed_at`,
    );
    for (const table of ['promise_events', 'promise_versions', 'promise_drafts'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
