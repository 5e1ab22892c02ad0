import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['merged', 'taken-in', 'parted', 'let-go'];

/** Places are merged and parted again: both say so in their history. */
export class MergedPlaces1764000164000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'inventory_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM inventory_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'inventory_events', 'type', events);
  }
}
