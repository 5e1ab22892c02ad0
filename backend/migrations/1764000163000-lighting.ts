import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lamps that are dark on purpose, and lighting that is planned, as municipalities read them in. */
export class Lighting1764000163000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lighting_points (
        municipality_id uuid NOT NULL CONSTRAINT lighting_points_municipality_fk REFERENCES municipalities (id),
        number text NOT NULL,
        kind text NOT NULL CONSTRAINT lighting_points_kind_check CHECK (kind IN ('dimmed', 'planned')),
        name text,
        position geometry(Point, 4326) NOT NULL,
        hours text,
        planned_on date,
        body text,
        updated_at timestamptz NOT NULL,
        CONSTRAINT lighting_points_pk PRIMARY KEY (municipality_id, number)
      )`);
    await runner.query(`CREATE INDEX lighting_points_position_idx ON lighting_points USING gist (position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE lighting_points`);
  }
}
