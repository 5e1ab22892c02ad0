import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dark and unsafe places: an inventory that outlives the cases about them (docs/adr/0019).
 */
export class TheInventoryOfPlaces1764000160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inventory_places (
        id uuid CONSTRAINT inventory_places_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CONSTRAINT inventory_places_reference_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT inventory_places_municipality_fk REFERENCES municipalities (id),
        locality_id uuid CONSTRAINT inventory_places_locality_fk REFERENCES localities (id) ON DELETE SET NULL,
        name text NOT NULL,
        position geometry(Point, 4326) NOT NULL,
        outline geometry(Geometry, 4326),
        causes text[] NOT NULL,
        dark_when text[] NOT NULL,
        seasons text[] NOT NULL,
        body_id uuid CONSTRAINT inventory_places_body_fk REFERENCES responsible_bodies (id),
        lamp_numbers text[] NOT NULL DEFAULT '{}',
        description text,
        note text,
        is_public boolean NOT NULL,
        merged_into_id uuid CONSTRAINT inventory_places_merged_into_fk REFERENCES inventory_places (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT inventory_places_merged_check CHECK (merged_into_id IS DISTINCT FROM id)
      )`);
    await runner.query(
      `CREATE INDEX inventory_places_municipality_idx ON inventory_places (municipality_id)`,
    );
    await runner.query(
      `CREATE INDEX inventory_places_position_idx ON inventory_places USING gist (position)`,
    );
    await runner.query(
      `CREATE INDEX inventory_places_merged_idx ON inventory_places (merged_into_id) WHERE merged_into_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE inventory_place_proposals (
        proposal_id uuid CONSTRAINT inventory_place_proposals_pk PRIMARY KEY
          CONSTRAINT inventory_place_proposals_proposal_fk REFERENCES proposals (id),
        place_id uuid NOT NULL CONSTRAINT inventory_place_proposals_place_fk REFERENCES inventory_places (id),
        linked_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX inventory_place_proposals_place_idx ON inventory_place_proposals (place_id)`,
    );
    await runner.query(`
      CREATE TABLE inventory_measures (
        id uuid CONSTRAINT inventory_measures_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        place_id uuid NOT NULL CONSTRAINT inventory_measures_place_fk REFERENCES inventory_places (id),
        municipality_id uuid NOT NULL CONSTRAINT inventory_measures_municipality_fk REFERENCES municipalities (id),
        kind text NOT NULL CONSTRAINT inventory_measures_kind_check CHECK (kind IN (
          'lamp-repaired', 'new-lamp', 'cut-back', 'rebuilt', 'cleaned', 'referred', 'none')),
        body text,
        planned_on date,
        done_on date,
        cost text CONSTRAINT inventory_measures_cost_check CHECK (cost IN (
          'under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m')),
        owner_id uuid CONSTRAINT inventory_measures_owner_fk REFERENCES responsible_bodies (id),
        is_public boolean NOT NULL,
        activity_id uuid CONSTRAINT inventory_measures_activity_fk REFERENCES activities (id)
          CONSTRAINT inventory_measures_activity_unique UNIQUE,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT inventory_measures_decided_check CHECK (kind NOT IN ('referred', 'none') OR (planned_on IS NOT NULL AND done_on IS NULL)),
        CONSTRAINT inventory_measures_counted_check CHECK (activity_id IS NULL OR done_on IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX inventory_measures_place_idx ON inventory_measures (place_id)`);
    // Few of many: what is still to be done.
    await runner.query(
      `CREATE INDEX inventory_measures_open_idx ON inventory_measures (municipality_id, planned_on) WHERE done_on IS NULL`,
    );
    await runner.query(`
      CREATE TABLE inventory_photos (
        id uuid CONSTRAINT inventory_photos_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        place_id uuid NOT NULL CONSTRAINT inventory_photos_place_fk REFERENCES inventory_places (id),
        file_key text NOT NULL,
        thumbnail_key text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        bytes integer NOT NULL,
        light text NOT NULL CONSTRAINT inventory_photos_light_check CHECK (light IN ('day', 'night')),
        is_public boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX inventory_photos_place_idx ON inventory_photos (place_id, created_at)`);
    await runner.query(`
      CREATE TABLE inventory_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT inventory_events_pk PRIMARY KEY,
        place_id uuid NOT NULL CONSTRAINT inventory_events_place_fk REFERENCES inventory_places (id),
        municipality_id uuid NOT NULL CONSTRAINT inventory_events_municipality_fk REFERENCES municipalities (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT inventory_events_type_check CHECK (type IN (
          'created', 'changed', 'published', 'unpublished', 'linked', 'unlinked', 'measure-added', 'measure-changed', 'measure-done',
          'photos-added', 'photo-changed')),
        actor_account_id uuid CONSTRAINT inventory_events_actor_fk REFERENCES accounts (id),
        reason text,
        changes jsonb
      )`);
    await runner.query(`CREATE INDEX inventory_events_place_idx ON inventory_events (place_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'inventory_events',
      'inventory_photos',
      'inventory_measures',
      'inventory_place_proposals',
      'inventory_places',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
