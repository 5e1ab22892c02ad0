import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A point of a medborgardialog may come from a statement that people voted on: once, as long as it is not withdrawn. */
export class PointsOfStatements1764000270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE medborgardialog_points ADD COLUMN statement_id uuid
         CONSTRAINT medborgardialog_points_statement_fk REFERENCES medborgardialog_statements (id)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX medborgardialog_points_statement_unique ON medborgardialog_points (statement_id)
       WHERE statement_id IS NOT NULL AND withdrawn_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was said stays; that it came from a statement is forgotten.
    await runner.query(
      `UPDATE medborgardialog_points SET source = 'hand' WHERE source = 'statement' AND statement_id IS NOT NULL`,
    );
    await runner.query(`DROP INDEX medborgardialog_points_statement_unique`);
    await runner.query(`ALTER TABLE medborgardialog_points DROP COLUMN statement_id`);
  }
}
