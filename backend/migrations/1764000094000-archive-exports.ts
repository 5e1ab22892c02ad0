import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/** The log tells who took a case out for the archive. */
export class ArchiveExports1764000094000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'record_events', 'type', ['archived']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM record_events WHERE type = 'archived'`);
    await disallowValues(runner, 'record_events', 'type', ['archived']);
  }
}
