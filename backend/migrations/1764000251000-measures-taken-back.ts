import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['measure-withdrawn'];

/** A measure that was marked as done by mistake can be taken back where no activity counts it, and those who were told read that it was a mistake. */
export class MeasuresTakenBack1764000251000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inventory_measures DROP CONSTRAINT inventory_measures_withdrawn_check,
        ADD CONSTRAINT inventory_measures_withdrawn_check CHECK (withdrawn_at IS NULL OR activity_id IS NULL)`);
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM mail_news WHERE event_id IN (SELECT id FROM proposal_events WHERE type = ANY ($1::text[]))`,
      [events],
    );
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    // Nothing else remembers that they were withdrawn.
    await runner.query(
      `UPDATE inventory_measures SET is_public = false, withdrawn_at = NULL WHERE withdrawn_at IS NOT NULL AND wheel_item_id IS NULL`,
    );
    await runner.query(`
      ALTER TABLE inventory_measures DROP CONSTRAINT inventory_measures_withdrawn_check,
        ADD CONSTRAINT inventory_measures_withdrawn_check CHECK (withdrawn_at IS NULL OR (wheel_item_id IS NOT NULL AND activity_id IS NULL))`);
  }
}
