import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['care-done', 'care-undone'];

/** What recurs in the care of places: the yearly wheel (docs/adr/0022). */
export class YearlyWheel1764000175000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wheel_items (
        id uuid CONSTRAINT wheel_items_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT wheel_items_municipality_fk REFERENCES municipalities (id),
        kind text NOT NULL CONSTRAINT wheel_items_kind_check CHECK (kind IN (
          'cutting', 'lamps', 'cleaning', 'graffiti', 'winter', 'signs', 'other')),
        title text NOT NULL,
        unit text NOT NULL CONSTRAINT wheel_items_unit_check CHECK (unit IN ('month', 'week')),
        due integer[] NOT NULL CONSTRAINT wheel_items_due_check CHECK (cardinality(due) > 0),
        every_years integer NOT NULL CONSTRAINT wheel_items_every_years_check CHECK (every_years > 0),
        starts_on date NOT NULL,
        ends_on date,
        body_id uuid CONSTRAINT wheel_items_body_fk REFERENCES responsible_bodies (id),
        note text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX wheel_items_municipality_idx ON wheel_items (municipality_id)`);
    await runner.query(`
      CREATE TABLE wheel_item_places (
        item_id uuid NOT NULL CONSTRAINT wheel_item_places_item_fk REFERENCES wheel_items (id),
        place_id uuid NOT NULL CONSTRAINT wheel_item_places_place_fk REFERENCES inventory_places (id),
        CONSTRAINT wheel_item_places_pk PRIMARY KEY (item_id, place_id)
      )`);
    await runner.query(`CREATE INDEX wheel_item_places_place_idx ON wheel_item_places (place_id)`);
    await runner.query(`
      CREATE TABLE wheel_reports (
        item_id uuid NOT NULL CONSTRAINT wheel_reports_item_fk REFERENCES wheel_items (id),
        year integer NOT NULL,
        number integer NOT NULL,
        done_on date NOT NULL,
        note text,
        reported_at timestamptz NOT NULL,
        CONSTRAINT wheel_reports_pk PRIMARY KEY (item_id, year, number)
      )`);
    await runner.query(`
      CREATE TABLE wheel_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT wheel_events_pk PRIMARY KEY,
        item_id uuid NOT NULL CONSTRAINT wheel_events_item_fk REFERENCES wheel_items (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT wheel_events_type_check CHECK (type IN ('created', 'changed', 'done', 'undone')),
        actor_account_id uuid CONSTRAINT wheel_events_actor_fk REFERENCES accounts (id),
        changes jsonb
      )`);
    await runner.query(`CREATE INDEX wheel_events_item_idx ON wheel_events (item_id, id)`);
    await allowValues(runner, 'inventory_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM inventory_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'inventory_events', 'type', events);
    for (const table of ['wheel_events', 'wheel_reports', 'wheel_item_places', 'wheel_items'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
