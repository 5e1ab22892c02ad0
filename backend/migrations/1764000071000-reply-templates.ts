import type { MigrationInterface, QueryRunner } from 'typeorm';

const content = `
  name text NOT NULL,
  status text NOT NULL,
  kind text,
  reason text,
  organisation_id uuid,
  text jsonb NOT NULL,
  active boolean NOT NULL`;

/** Reply templates of a municipality, and all that they have been. They are put away, never deleted. */
export class ReplyTemplates1764000071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reply_templates (
        id uuid CONSTRAINT reply_templates_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT reply_templates_municipality_fk REFERENCES municipalities (id),
        ${content},
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        CONSTRAINT reply_templates_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT reply_templates_reason_check CHECK (reason IS NULL OR status = 'declined')
      )`);
    await runner.query(
      `CREATE INDEX reply_templates_municipality_idx ON reply_templates (municipality_id, status, name)`,
    );
    await runner.query(`
      CREATE TABLE reply_template_versions (
        template_id uuid NOT NULL CONSTRAINT reply_template_versions_template_fk REFERENCES reply_templates (id),
        version integer NOT NULL,
        ${content},
        changed_by uuid CONSTRAINT reply_template_versions_changed_by_fk REFERENCES accounts (id),
        changed_at timestamptz NOT NULL,
        CONSTRAINT reply_template_versions_pk PRIMARY KEY (template_id, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reply_template_versions');
    await runner.query('DROP TABLE reply_templates');
  }
}
