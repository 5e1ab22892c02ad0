import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that a supporter takes back counts no more; it stays, as all that came in does, until it is disposed of. */
export class AnswersTakenBack1764000199000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supporter_outcomes
        ADD COLUMN withdrawn_at timestamptz,
        ADD CONSTRAINT supporter_outcomes_withdrawn_check CHECK (withdrawn_at IS NULL OR NOT waits)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Nothing else remembers that they count no more.
    await runner.query('DELETE FROM supporter_outcomes WHERE withdrawn_at IS NOT NULL');
    await runner.query('ALTER TABLE supporter_outcomes DROP COLUMN withdrawn_at');
  }
}
