import type { MigrationInterface, QueryRunner } from 'typeorm';

const events = `'received', 'moved', 'reopened', 'planned', 'unplanned', 'published', 'kept-back', 'noted', 'corrected', 'photos-added',
  'supported', 'activity', 'released', 'withdrawn', 'contact-opened'`;

/**
 * What residents report as not fit to be shown (for staff alone; who reported is not kept). And what the answer ledger counts: since when
 * a proposal waits again, and an index that holds every column that the ledger reads, so that it never touches the rows.
 */
export class ReportsAndAnswers1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_reports (
        id uuid CONSTRAINT proposal_reports_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT proposal_reports_proposal_fk REFERENCES proposals (id),
        municipality_id uuid NOT NULL CONSTRAINT proposal_reports_municipality_fk REFERENCES municipalities (id),
        reason text NOT NULL CONSTRAINT proposal_reports_reason_check CHECK (reason IN (
          'personal-data', 'names-a-person', 'hateful', 'not-true', 'other')),
        body text,
        created_at timestamptz NOT NULL,
        closed_at timestamptz,
        closed_by uuid CONSTRAINT proposal_reports_closed_by_fk REFERENCES accounts (id),
        outcome text CONSTRAINT proposal_reports_outcome_check CHECK (outcome IN ('kept', 'kept-back', 'hidden')),
        note text,
        CONSTRAINT proposal_reports_closed_check CHECK (num_nonnulls(closed_at, closed_by, outcome, note) IN (0, 4))
      )`);
    await runner.query(
      `CREATE INDEX proposal_reports_proposal_idx ON proposal_reports (proposal_id, created_at)`,
    );
    // Few of many: what stands first in the queue.
    await runner.query(
      `CREATE INDEX proposal_reports_open_idx ON proposal_reports (municipality_id, proposal_id) WHERE closed_at IS NULL`,
    );
    await runner.query(`ALTER TABLE proposal_events DROP CONSTRAINT proposal_events_type_check`);
    await runner.query(
      `ALTER TABLE proposal_events ADD CONSTRAINT proposal_events_type_check CHECK (type IN (${events}, 'reported', 'report-closed'))`,
    );
    await runner.query(`ALTER TABLE public_proposals ADD waits_again_since timestamptz`);
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals
         (municipality_id, locality, kind, status, commitment_id, responsible) INCLUDE (created_at, waits_again_since) WHERE listed`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX public_proposals_ledger_idx`);
    await runner.query(`ALTER TABLE public_proposals DROP COLUMN waits_again_since`);
    await runner.query(`DELETE FROM proposal_events WHERE type IN ('reported', 'report-closed')`);
    await runner.query(`ALTER TABLE proposal_events DROP CONSTRAINT proposal_events_type_check`);
    await runner.query(
      `ALTER TABLE proposal_events ADD CONSTRAINT proposal_events_type_check CHECK (type IN (${events}))`,
    );
    await runner.query(`DROP TABLE proposal_reports`);
  }
}
