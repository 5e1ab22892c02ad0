import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['member-left'];

/** History tells the proposal that leads a case when one leaves it; and what an activity is known by is found by the activity. */
export class OutOfACase1764000072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'proposal_events', 'type', events);
    await runner.query(
      'CREATE INDEX proposal_events_activity_idx ON proposal_events (activity_id) WHERE activity_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX proposal_events_activity_idx');
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1)`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
  }
}
