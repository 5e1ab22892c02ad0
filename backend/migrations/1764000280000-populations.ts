import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many live in a municipality by sex and age, with year and source: what those who came to dialogues are laid beside. */
export class Populations1764000280000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE municipality_populations (
        municipality_id uuid NOT NULL CONSTRAINT municipality_populations_municipality_fk REFERENCES municipalities (id),
        year integer NOT NULL CONSTRAINT municipality_populations_year_check CHECK (year BETWEEN 2000 AND 2100),
        source text NOT NULL,
        bands jsonb NOT NULL CONSTRAINT municipality_populations_bands_check CHECK (jsonb_typeof(bands) = 'object'),
        updated_at timestamptz NOT NULL,
        CONSTRAINT municipality_populations_pk PRIMARY KEY (municipality_id, year)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE municipality_populations');
  }
}
