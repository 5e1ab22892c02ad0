import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['registered', 'called-back'];
const ledger = '(municipality_id, locality, kind, status, commitment_id, responsible)';

/**
 * What staff register for residents who call, write or come by: how it came in, and the number of those who are called in place of
 * being mailed (sealed). An answer to somebody who is to be called counts once they have been.
 */
export class OnAResidentsBehalf1764000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD source text NOT NULL DEFAULT 'web' CONSTRAINT proposals_source_check CHECK (source IN (
        'web', 'phone', 'paper', 'meeting', 'e-mail', 'counter'))`);
    await runner.query(`
      CREATE TABLE proposal_phones (
        proposal_id uuid CONSTRAINT proposal_phones_pk PRIMARY KEY CONSTRAINT proposal_phones_proposal_fk REFERENCES proposals (id),
        municipality_id uuid NOT NULL CONSTRAINT proposal_phones_municipality_fk REFERENCES municipalities (id),
        phone_sealed bytea NOT NULL,
        name_sealed bytea,
        to_call_since timestamptz,
        called_at timestamptz,
        called_by uuid CONSTRAINT proposal_phones_called_by_fk REFERENCES accounts (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT proposal_phones_called_check CHECK ((called_at IS NULL) = (called_by IS NULL))
      )`);
    // Few of many: whom somebody is to call.
    await runner.query(
      `CREATE INDEX proposal_phones_to_call_idx ON proposal_phones (municipality_id, proposal_id) WHERE to_call_since IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE public_proposals ADD to_call boolean NOT NULL DEFAULT false`);
    await runner.query(`DROP INDEX public_proposals_ledger_idx`);
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals ${ledger} INCLUDE (answer_due_at, gathered_count, to_call) WHERE listed`,
    );
    // Few of many: those that count as waiting though they have an answer.
    await runner.query(
      `CREATE INDEX public_proposals_to_call_idx ON public_proposals (municipality, kind, status, created_at DESC, proposal_id DESC)
       WHERE listed AND to_call`,
    );
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query(`DROP INDEX public_proposals_to_call_idx`);
    await runner.query(`DROP INDEX public_proposals_ledger_idx`);
    await runner.query(`ALTER TABLE public_proposals DROP COLUMN to_call`);
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals ${ledger} INCLUDE (answer_due_at, gathered_count) WHERE listed`,
    );
    await runner.query(`DROP TABLE proposal_phones`);
    await runner.query(`ALTER TABLE proposals DROP COLUMN source`);
  }
}
