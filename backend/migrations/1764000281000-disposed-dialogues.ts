import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const type = ['medborgardialog'];
const tables = ['retention_rules', 'disposals'] as const;

/** Medborgardialoger have a retention rule, and a day on which what they held of people was disposed of. */
export class DisposedDialogues1764000281000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE medborgardialoger ADD COLUMN disposed_at timestamptz');
    for (const table of tables) await allowValues(runner, table, 'type', type);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`DELETE FROM ${table} WHERE type = ANY ($1::text[])`, [type]);
      await disallowValues(runner, table, 'type', type);
    }
    await runner.query('ALTER TABLE medborgardialoger DROP COLUMN disposed_at');
  }
}
