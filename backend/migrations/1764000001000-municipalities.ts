import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions; municipalities, their localities, named places, and the organisations that work in them. */
export class Municipalities1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS postgis`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS unaccent`);
    await runner.query(`
      CREATE TABLE municipalities (
        id uuid CONSTRAINT municipalities_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL CONSTRAINT municipalities_slug_unique UNIQUE,
        code text NOT NULL CONSTRAINT municipalities_code_unique UNIQUE CONSTRAINT municipalities_code_check CHECK (code ~ '^[0-9]{4}$'),
        name text NOT NULL,
        short_name text NOT NULL,
        reference_prefix text NOT NULL CONSTRAINT municipalities_reference_prefix_unique UNIQUE,
        police_district text NOT NULL,
        outline geometry(Polygon, 4326) NOT NULL,
        sketch jsonb NOT NULL,
        contacts jsonb NOT NULL DEFAULT '[]',
        links jsonb NOT NULL,
        map jsonb NOT NULL,
        settings jsonb NOT NULL,
        demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX municipalities_outline_idx ON municipalities USING gist (outline)`);
    await runner.query(`
      CREATE TABLE localities (
        id uuid CONSTRAINT localities_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT localities_municipality_fk REFERENCES municipalities (id),
        slug text NOT NULL,
        name text NOT NULL,
        position geometry(Point, 4326) NOT NULL,
        population integer,
        CONSTRAINT localities_slug_unique UNIQUE (municipality_id, slug)
      )`);
    await runner.query(`
      CREATE TABLE named_places (
        id uuid CONSTRAINT named_places_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT named_places_municipality_fk REFERENCES municipalities (id),
        type text NOT NULL CONSTRAINT named_places_type_check CHECK (type IN ('locality', 'road', 'school', 'station')),
        name text NOT NULL,
        locality_id uuid CONSTRAINT named_places_locality_fk REFERENCES localities (id),
        position geometry(Point, 4326) NOT NULL,
        course geometry(LineString, 4326)
      )`);
    await runner.query(
      `CREATE INDEX named_places_municipality_idx ON named_places (municipality_id, type, lower(name))`,
    );
    await runner.query(`
      CREATE TABLE organisations (
        id uuid CONSTRAINT organisations_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL CONSTRAINT organisations_slug_unique UNIQUE,
        name text NOT NULL,
        type text NOT NULL CONSTRAINT organisations_type_check CHECK (type IN ('police', 'municipality', 'partner'))
      )`);
    await runner.query(`
      CREATE TABLE municipality_organisations (
        municipality_id uuid NOT NULL CONSTRAINT municipality_organisations_municipality_fk REFERENCES municipalities (id),
        organisation_id uuid NOT NULL CONSTRAINT municipality_organisations_organisation_fk REFERENCES organisations (id),
        CONSTRAINT municipality_organisations_pk PRIMARY KEY (municipality_id, organisation_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'municipality_organisations',
      'organisations',
      'named_places',
      'localities',
      'municipalities',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
