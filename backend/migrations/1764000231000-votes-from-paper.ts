import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const eventTypes = ['paper-votes-saved'];

/** That votes were typed in from paper stands in the history of a medborgardialog. */
export class VotesFromPaper1764000231000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'medborgardialog_events', 'type', eventTypes);
    await runner.query(
      `UPDATE medborgardialog_reports SET view = view || '{"statements": []}' WHERE view -> 'statements' IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM medborgardialog_events WHERE type = ANY ($1::text[])`, [eventTypes]);
    await disallowValues(runner, 'medborgardialog_events', 'type', eventTypes);
  }
}
