import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question that is typed in from paper may say at which table it was written. */
export class QuestionsFromTables1764000271000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE medborgardialog_questions ADD COLUMN table_label text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE medborgardialog_questions DROP COLUMN table_label`);
  }
}
