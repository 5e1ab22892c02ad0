import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Staff may keep the answer of somebody whom they registered, and say so: which supports were registered, and which answers staff wrote
 * down. Supports that were registered before are known by the event of the same moment.
 */
export class AskedOnBehalf1764000250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registered_supports (
        id uuid CONSTRAINT registered_supports_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL,
        device_hash bytea NOT NULL,
        municipality_id uuid NOT NULL CONSTRAINT registered_supports_municipality_fk REFERENCES municipalities (id),
        source text NOT NULL CONSTRAINT registered_supports_source_check CHECK (source IN ('phone', 'paper', 'meeting', 'e-mail', 'counter')),
        registered_at timestamptz NOT NULL,
        CONSTRAINT registered_supports_support_unique UNIQUE (proposal_id, device_hash),
        CONSTRAINT registered_supports_support_fk FOREIGN KEY (proposal_id, device_hash)
          REFERENCES proposal_supports (proposal_id, device_hash) ON DELETE CASCADE
      )`);
    await runner.query(`
      INSERT INTO registered_supports (proposal_id, device_hash, municipality_id, source, registered_at)
      SELECT DISTINCT ON (s.proposal_id, s.device_hash) s.proposal_id, s.device_hash, e.municipality_id, e.changes ->> 'source', s.created_at
      FROM proposal_events e JOIN proposal_supports s ON s.proposal_id = e.proposal_id AND NOT s.is_sender
        AND s.created_at BETWEEN e.at - interval '1 second' AND e.at
      WHERE e.type = 'supported' AND e.changes ->> 'source' IN ('phone', 'paper', 'meeting', 'e-mail', 'counter')
      ORDER BY s.proposal_id, s.device_hash, e.id`);
    for (const table of ['proposal_outcomes', 'supporter_outcomes'])
      await runner.query(`ALTER TABLE ${table} ADD COLUMN on_behalf boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['proposal_outcomes', 'supporter_outcomes'])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN on_behalf`);
    await runner.query('DROP TABLE registered_supports');
  }
}
