import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['photo-marked-secret', 'photo-secrecy-lifted'];

/** A single photo may be secret, as a whole proposal may: `secret_for` names the organisation whose own people alone see it. */
export class SecretPhotos1764000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposal_photos
        ADD secret_for uuid CONSTRAINT proposal_photos_secret_for_fk REFERENCES organisations (id),
        ADD secrecy_ground text,
        ADD secrecy_by uuid CONSTRAINT proposal_photos_secrecy_by_fk REFERENCES accounts (id),
        ADD secrecy_at timestamptz,
        ADD CONSTRAINT proposal_photos_secrecy_check CHECK (num_nonnulls(secret_for, secrecy_ground, secrecy_by, secrecy_at) IN (0, 4))`);
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  /** Without the mark a photo that was secret is shown to nobody until that is decided. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query(`UPDATE proposal_photos SET publication = 'kept-back' WHERE secret_for IS NOT NULL`);
    await runner.query(`
      ALTER TABLE proposal_photos DROP COLUMN secret_for, DROP COLUMN secrecy_ground, DROP COLUMN secrecy_by, DROP COLUMN secrecy_at`);
  }
}
