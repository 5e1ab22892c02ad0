import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const checks = ['light', 'sight', 'vegetation', 'care', 'way'];
const mark = (check: string): string =>
  `${check} text NOT NULL CONSTRAINT safety_walk_observations_${check}_check CHECK (${check} IN ('good', 'attention', 'bad', 'not-looked'))`;

/** Safety walks: where they stop, what was seen there, what comes of it, and the protocols that were published (docs/adr/0023). */
export class SafetyWalks1764000180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE safety_walks (
        id uuid CONSTRAINT safety_walks_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CONSTRAINT safety_walks_reference_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT safety_walks_municipality_fk REFERENCES municipalities (id),
        locality_id uuid CONSTRAINT safety_walks_locality_fk REFERENCES localities (id) ON DELETE SET NULL,
        title text NOT NULL,
        purpose text NOT NULL,
        starts_at timestamptz NOT NULL,
        meeting_point text NOT NULL,
        meeting_position geometry(Point, 4326),
        organisers text[] NOT NULL,
        status text NOT NULL DEFAULT 'planned'
          CONSTRAINT safety_walks_status_check CHECK (status IN ('planned', 'walked', 'published', 'cancelled')),
        participants integer CONSTRAINT safety_walks_participants_check CHECK (participants > 0),
        bands jsonb,
        cancelled_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT safety_walks_walked_check CHECK (status IN ('planned', 'cancelled') OR participants IS NOT NULL),
        CONSTRAINT safety_walks_cancelled_check CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX safety_walks_municipality_idx ON safety_walks (municipality_id, starts_at DESC)`,
    );
    await runner.query(`
      CREATE TABLE safety_walk_stops (
        id uuid CONSTRAINT safety_walk_stops_pk PRIMARY KEY,
        walk_id uuid NOT NULL CONSTRAINT safety_walk_stops_walk_fk REFERENCES safety_walks (id),
        ordinal integer NOT NULL,
        place_id uuid CONSTRAINT safety_walk_stops_place_fk REFERENCES inventory_places (id),
        name text,
        position geometry(Point, 4326),
        seen text,
        answer text CONSTRAINT safety_walk_stops_answer_check CHECK (answer IN ('measure', 'referred', 'nothing', 'no')),
        answer_text text,
        measure_id uuid CONSTRAINT safety_walk_stops_measure_fk REFERENCES inventory_measures (id),
        body_id uuid CONSTRAINT safety_walk_stops_body_fk REFERENCES responsible_bodies (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT safety_walk_stops_where_check CHECK (place_id IS NOT NULL OR (name IS NOT NULL AND position IS NOT NULL)),
        CONSTRAINT safety_walk_stops_answered_check CHECK ((answer IS NULL) = (answer_text IS NULL)),
        CONSTRAINT safety_walk_stops_measured_check CHECK (answer IS DISTINCT FROM 'measure' OR measure_id IS NOT NULL),
        CONSTRAINT safety_walk_stops_referred_check CHECK (answer IS DISTINCT FROM 'referred' OR body_id IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX safety_walk_stops_walk_idx ON safety_walk_stops (walk_id, ordinal)`);
    await runner.query(
      `CREATE UNIQUE INDEX safety_walk_stops_place_unique ON safety_walk_stops (walk_id, place_id) WHERE place_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE safety_walk_observations (
        id uuid CONSTRAINT safety_walk_observations_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        stop_id uuid NOT NULL CONSTRAINT safety_walk_observations_stop_fk REFERENCES safety_walk_stops (id) ON DELETE CASCADE,
        ${checks.map(mark).join(',\n        ')},
        impression integer CONSTRAINT safety_walk_observations_impression_check CHECK (impression BETWEEN 1 AND 5),
        note text,
        seen_at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT safety_walk_observations_actor_fk REFERENCES accounts (id),
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX safety_walk_observations_stop_idx ON safety_walk_observations (stop_id, seen_at)`,
    );
    await runner.query(`
      CREATE TABLE safety_walk_photos (
        photo_id uuid CONSTRAINT safety_walk_photos_pk PRIMARY KEY
          CONSTRAINT safety_walk_photos_photo_fk REFERENCES inventory_photos (id) ON DELETE CASCADE,
        stop_id uuid NOT NULL CONSTRAINT safety_walk_photos_stop_fk REFERENCES safety_walk_stops (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX safety_walk_photos_stop_idx ON safety_walk_photos (stop_id)`);
    await runner.query(`
      CREATE TABLE safety_walk_protocols (
        walk_id uuid NOT NULL CONSTRAINT safety_walk_protocols_walk_fk REFERENCES safety_walks (id),
        number integer NOT NULL,
        published_at timestamptz NOT NULL,
        reason text,
        view jsonb NOT NULL,
        CONSTRAINT safety_walk_protocols_pk PRIMARY KEY (walk_id, number),
        CONSTRAINT safety_walk_protocols_reason_check CHECK (number = 1 OR reason IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE safety_walk_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT safety_walk_events_pk PRIMARY KEY,
        walk_id uuid NOT NULL CONSTRAINT safety_walk_events_walk_fk REFERENCES safety_walks (id),
        municipality_id uuid NOT NULL CONSTRAINT safety_walk_events_municipality_fk REFERENCES municipalities (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT safety_walk_events_type_check CHECK (type IN (
          'created', 'changed', 'stop-added', 'stop-removed', 'stops-ordered', 'stop-into-place', 'observed', 'observation-withdrawn',
          'photos-added', 'answered', 'walked', 'cancelled', 'published', 'corrected')),
        actor_account_id uuid CONSTRAINT safety_walk_events_actor_fk REFERENCES accounts (id),
        reason text,
        changes jsonb
      )`);
    await runner.query(`CREATE INDEX safety_walk_events_walk_idx ON safety_walk_events (walk_id, id)`);
    await allowValues(runner, 'inventory_events', 'type', ['walk-published']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM inventory_events WHERE type = 'walk-published'`);
    await disallowValues(runner, 'inventory_events', 'type', ['walk-published']);
    for (const table of ['events', 'protocols', 'photos', 'observations', 'stops'])
      await runner.query(`DROP TABLE safety_walk_${table}`);
    await runner.query(`DROP TABLE safety_walks`);
  }
}
