import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['measure-withdrawn'];

/** A measure knows the occurrence of the yearly wheel that it was made of, and is withdrawn with it (docs/adr/0022). */
export class MeasuresOfTheWheel1764000197000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inventory_measures
        ADD COLUMN wheel_item_id uuid CONSTRAINT inventory_measures_wheel_item_fk REFERENCES wheel_items (id),
        ADD COLUMN wheel_year integer,
        ADD COLUMN wheel_number integer,
        ADD COLUMN withdrawn_at timestamptz,
        ADD CONSTRAINT inventory_measures_wheel_check CHECK (num_nulls(wheel_item_id, wheel_year, wheel_number) IN (0, 3)),
        ADD CONSTRAINT inventory_measures_withdrawn_check CHECK (withdrawn_at IS NULL OR (wheel_item_id IS NOT NULL AND activity_id IS NULL))`);
    await runner.query(
      `CREATE INDEX inventory_measures_wheel_idx ON inventory_measures (wheel_item_id, wheel_year, wheel_number)
       WHERE wheel_item_id IS NOT NULL`,
    );
    // Those that were made before: of the same day and kind, written in the moment of the report.
    await runner.query(`
      UPDATE inventory_measures m SET wheel_item_id = r.item_id, wheel_year = r.year, wheel_number = r.number
      FROM wheel_reports r JOIN wheel_items i ON i.id = r.item_id
      WHERE i.municipality_id = m.municipality_id AND m.activity_id IS NULL AND m.cost IS NULL
        AND m.done_on = r.done_on AND m.planned_on = r.done_on
        AND m.kind = CASE i.kind WHEN 'cutting' THEN 'cut-back' WHEN 'cleaning' THEN 'cleaned' WHEN 'graffiti' THEN 'cleaned' END
        AND m.created_at BETWEEN r.reported_at AND r.reported_at + interval '1 minute'`);
    await allowValues(runner, 'inventory_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM inventory_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'inventory_events', 'type', events);
    // Nothing else remembers that they were withdrawn.
    await runner.query('UPDATE inventory_measures SET is_public = false WHERE withdrawn_at IS NOT NULL');
    await runner.query(`
      ALTER TABLE inventory_measures
        DROP COLUMN withdrawn_at, DROP COLUMN wheel_number, DROP COLUMN wheel_year, DROP COLUMN wheel_item_id`);
  }
}
