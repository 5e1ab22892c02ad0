import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['split-off', 'split-from'];

/** A place becomes two: both say so in their history. */
export class SplitPlaces1764000195000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'inventory_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM inventory_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'inventory_events', 'type', events);
  }
}
