import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An hour in which fewer than five passed is not kept: its sum was the speed of a vehicle or two. */
export class HoursOfFew1764000196000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM speed_measurement_hours WHERE passages < 5`);
    await runner.query(
      `ALTER TABLE speed_measurement_hours DROP CONSTRAINT speed_measurement_hours_passages_check,
         ADD CONSTRAINT speed_measurement_hours_passages_check CHECK (passages >= 5)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE speed_measurement_hours DROP CONSTRAINT speed_measurement_hours_passages_check,
         ADD CONSTRAINT speed_measurement_hours_passages_check CHECK (passages > 0)`,
    );
  }
}
