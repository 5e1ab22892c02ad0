import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = [
  'photo-redacted',
  'photo-redaction-removed',
  'photo-original-opened',
  'photo-original-disposed',
];

/**
 * Photos of which parts are covered. `file_key` and `thumbnail_key` are always what may be shown; the original is kept apart until its
 * date. `address` is what the photo is fetched by, its id as long as it has none: each covering gets a new one, so that no cache
 * answers with what was there before.
 */
export class RedactedPhotos1764000135000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposal_photos
        ADD address uuid,
        ADD original_file_key text,
        ADD original_dispose_after date,
        ADD redaction jsonb,
        ADD redacted_at timestamptz,
        ADD CONSTRAINT proposal_photos_original_check CHECK (num_nonnulls(original_file_key, original_dispose_after) IN (0, 2)),
        ADD CONSTRAINT proposal_photos_redaction_check CHECK (num_nonnulls(redaction, redacted_at) IN (0, 2)),
        ADD CONSTRAINT proposal_photos_original_covered_check CHECK (original_file_key IS NULL OR redaction IS NOT NULL)`);
    await runner.query(
      `CREATE UNIQUE INDEX proposal_photos_address_idx ON proposal_photos ((coalesce(address, id)))`,
    );
    await runner.query(
      `CREATE INDEX proposal_photos_original_idx ON proposal_photos (id) WHERE original_file_key IS NOT NULL`,
    );
    await allowValues(runner, 'proposal_events', 'type', events);
    for (const table of ['retention_rules', 'disposals'])
      await allowValues(runner, table, 'type', ['photo-original']);
  }

  /** What is covered stays covered: the keys of the originals go, and with them the way back. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['retention_rules', 'disposals']) {
      await runner.query(`DELETE FROM ${table} WHERE type = 'photo-original'`);
      await disallowValues(runner, table, 'type', ['photo-original']);
    }
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query('DROP INDEX proposal_photos_original_idx');
    await runner.query('DROP INDEX proposal_photos_address_idx');
    await runner.query(`
      ALTER TABLE proposal_photos DROP COLUMN address, DROP COLUMN original_file_key, DROP COLUMN original_dispose_after,
        DROP COLUMN redaction, DROP COLUMN redacted_at`);
  }
}
