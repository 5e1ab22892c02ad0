import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening balances are changed in the browser: a version guards each against being overwritten unread. */
export class OpeningBalances1764000114000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commitments ADD COLUMN opening_version integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commitments DROP COLUMN opening_version');
  }
}
