import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * Measured speeds of a stretch, counted together: no passage is kept by itself. A measurement that was taken away stays with its mark;
 * who did what stands in the stretch's events.
 */
export class SpeedMeasurements1764000170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE speed_measurements (
        id uuid CONSTRAINT speed_measurements_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        stretch_id uuid NOT NULL CONSTRAINT speed_measurements_stretch_fk REFERENCES stretches (id),
        source text NOT NULL CONSTRAINT speed_measurements_source_check CHECK (source IN ('speed-display', 'tube-count', 'radar-box', 'other')),
        measured_by text NOT NULL CONSTRAINT speed_measurements_measured_by_check CHECK (measured_by IN ('municipality', 'police', 'state', 'other')),
        direction text CONSTRAINT speed_measurements_direction_check CHECK (btrim(direction) <> ''),
        posted_limit smallint CONSTRAINT speed_measurements_posted_limit_check CHECK (posted_limit > 0),
        form text NOT NULL CONSTRAINT speed_measurements_form_check CHECK (form IN ('passages', 'intervals')),
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        passages integer NOT NULL CONSTRAINT speed_measurements_passages_check CHECK (passages > 0),
        mean double precision NOT NULL,
        mean_from text NOT NULL CONSTRAINT speed_measurements_mean_from_check CHECK (mean_from IN ('passages', 'intervals', 'bands')),
        deviation double precision,
        p85 double precision,
        p85_from text NOT NULL CONSTRAINT speed_measurements_p85_from_check CHECK (p85_from IN ('passages', 'bands', 'device', 'unknown')),
        over_limit integer,
        bands jsonb NOT NULL,
        by_hour integer[],
        by_weekday integer[],
        refused integer NOT NULL,
        left_out integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        uploaded_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT speed_measurements_period_check CHECK (from_at <= to_at),
        CONSTRAINT speed_measurements_p85_check CHECK ((p85 IS NULL) = (p85_from = 'unknown')),
        CONSTRAINT speed_measurements_over_limit_check CHECK (over_limit BETWEEN 0 AND passages)
      )`);
    await runner.query(
      `CREATE INDEX speed_measurements_stretch_idx ON speed_measurements (stretch_id) WHERE removed_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE speed_measurement_hours (
        measurement_id uuid NOT NULL CONSTRAINT speed_measurement_hours_measurement_fk REFERENCES speed_measurements (id),
        hour_at timestamptz NOT NULL,
        passages integer NOT NULL CONSTRAINT speed_measurement_hours_passages_check CHECK (passages > 0),
        speed_sum double precision NOT NULL,
        bands jsonb NOT NULL,
        CONSTRAINT speed_measurement_hours_pk PRIMARY KEY (measurement_id, hour_at)
      )`);
    await runner.query(`
      ALTER TABLE stretch_alternatives ADD COLUMN measurement_id uuid
        CONSTRAINT stretch_alternatives_measurement_fk REFERENCES speed_measurements (id)`);
    await allowValues(runner, 'stretch_events', 'type', ['measured', 'unmeasured']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM stretch_events WHERE type IN ('measured', 'unmeasured')`);
    await disallowValues(runner, 'stretch_events', 'type', ['measured', 'unmeasured']);
    await runner.query(`ALTER TABLE stretch_alternatives DROP COLUMN measurement_id`);
    await runner.query(`DROP TABLE speed_measurement_hours`);
    await runner.query(`DROP TABLE speed_measurements`);
  }
}
