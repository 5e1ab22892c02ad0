import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which questions have been answered in the room, and until when pins are taken that somebody began while they were asked for. */
export class AnsweredInTheRoom1764000295000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE medborgardialog_live ADD COLUMN answered text[] NOT NULL DEFAULT '{}', ADD COLUMN pins_until timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE medborgardialog_live DROP COLUMN answered, DROP COLUMN pins_until`);
  }
}
