import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['supporter-told', 'supporter-outcome-closed', 'supporter-outcome-removed', 'measure-done'];

/**
 * What supporters say afterwards: an answer belongs to a support, and goes with it. All answers stay, the latest stands. And a measure without
 * an activity knows when people were told of it (docs/adr/0025).
 */
export class SupportersAfterwards1764000198000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supporter_outcomes (
        id uuid CONSTRAINT supporter_outcomes_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL,
        device_hash bytea NOT NULL,
        municipality_id uuid NOT NULL CONSTRAINT supporter_outcomes_municipality_fk REFERENCES municipalities (id),
        by_mail boolean NOT NULL,
        helped text NOT NULL CONSTRAINT supporter_outcomes_helped_check CHECK (helped IN ('yes', 'partly', 'no')),
        body text,
        safety_now smallint CONSTRAINT supporter_outcomes_safety_check CHECK (safety_now BETWEEN 1 AND 5),
        waits boolean NOT NULL,
        told_at timestamptz NOT NULL,
        replaced_at timestamptz,
        closed_at timestamptz,
        closed_by uuid CONSTRAINT supporter_outcomes_closed_by_fk REFERENCES accounts (id),
        closing text CONSTRAINT supporter_outcomes_closing_check CHECK (closing IN ('seen', 'reopened')),
        note text,
        CONSTRAINT supporter_outcomes_support_fk FOREIGN KEY (proposal_id, device_hash)
          REFERENCES proposal_supports (proposal_id, device_hash) ON DELETE CASCADE,
        CONSTRAINT supporter_outcomes_closed_check CHECK (
          (closed_at IS NULL) = (closing IS NULL) AND (closed_by IS NULL OR closing IS NOT NULL) AND NOT (waits AND closing IS NOT NULL)),
        CONSTRAINT supporter_outcomes_replaced_check CHECK (replaced_at IS NULL OR NOT waits)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX supporter_outcomes_standing_unique ON supporter_outcomes (proposal_id, device_hash) WHERE replaced_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX supporter_outcomes_support_idx ON supporter_outcomes (proposal_id, device_hash, told_at)`,
    );
    // Few of many: those that did not help and that nobody has looked at.
    await runner.query(
      `CREATE INDEX supporter_outcomes_waiting_idx ON supporter_outcomes (municipality_id, proposal_id) WHERE waits`,
    );
    await runner.query('ALTER TABLE inventory_measures ADD COLUMN told_at timestamptz');
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM mail_news WHERE event_id IN (SELECT id FROM proposal_events WHERE type = ANY ($1::text[]))`,
      [events],
    );
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query('ALTER TABLE inventory_measures DROP COLUMN told_at');
    await runner.query('DROP TABLE supporter_outcomes');
  }
}
