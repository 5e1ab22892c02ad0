import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A measure that was taken back knows as which one it was planned anew: what became of it is told by that. */
export class MeasuresPlannedAgain1764000252000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE inventory_measures ADD COLUMN planned_again_as uuid CONSTRAINT inventory_measures_again_fk REFERENCES inventory_measures (id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inventory_measures DROP COLUMN planned_again_as');
  }
}
