import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What everyone may know of the places of the inventory; `view` is the public answer but for what depends on the day, and for the
 * proposals, which are read from their own public rows by `proposal_ids`.
 */
export class PublicPlaces1764000162000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_inventory_places (
        place_id uuid CONSTRAINT public_inventory_places_pk PRIMARY KEY
          CONSTRAINT public_inventory_places_place_fk REFERENCES inventory_places (id),
        reference text NOT NULL CONSTRAINT public_inventory_places_reference_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT public_inventory_places_municipality_fk REFERENCES municipalities (id),
        locality text,
        lng double precision,
        lat double precision,
        view jsonb NOT NULL,
        proposal_ids uuid[] NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX public_inventory_places_municipality_idx ON public_inventory_places (municipality_id)`,
    );
    await runner.query(
      `CREATE INDEX public_inventory_places_proposals_idx ON public_inventory_places USING gin (proposal_ids)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE public_inventory_places`);
  }
}
