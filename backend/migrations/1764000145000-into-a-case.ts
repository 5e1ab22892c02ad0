import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['member-joined'];

/** History tells the proposal that leads a case also when one comes into it. */
export class IntoACase1764000145000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1)`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
  }
}
