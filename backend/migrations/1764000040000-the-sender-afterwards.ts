import type { MigrationInterface, QueryRunner } from 'typeorm';

const statuses = `'received', 'under-review', 'committed', 'planned', 'done', 'answered', 'declined', 'referred', 'duplicate', 'hidden',
  'withdrawn'`;
const events = `'received', 'moved', 'reopened', 'planned', 'unplanned', 'published', 'kept-back', 'noted', 'corrected', 'photos-added',
  'supported', 'activity', 'released', 'withdrawn', 'contact-opened', 'reported', 'report-closed'`;
const ownEvents = `'outcome-told', 'outcome-closed', 'asked', 'reminded', 'replied', 'renewed'`;

/**
 * What the sender says on the own page: whether it helped, a reply to staff's question, that a wish still holds. All of it is for
 * staff alone; no public table changes.
 */
export class TheSenderAfterwards1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_outcomes (
        proposal_id uuid CONSTRAINT proposal_outcomes_pk PRIMARY KEY CONSTRAINT proposal_outcomes_proposal_fk REFERENCES proposals (id),
        municipality_id uuid NOT NULL CONSTRAINT proposal_outcomes_municipality_fk REFERENCES municipalities (id),
        helped text NOT NULL CONSTRAINT proposal_outcomes_helped_check CHECK (helped IN ('yes', 'partly', 'no')),
        body text,
        safety_now smallint CONSTRAINT proposal_outcomes_safety_check CHECK (safety_now BETWEEN 1 AND 5),
        waits boolean NOT NULL,
        told_at timestamptz NOT NULL,
        closed_at timestamptz,
        closed_by uuid CONSTRAINT proposal_outcomes_closed_by_fk REFERENCES accounts (id),
        closing text CONSTRAINT proposal_outcomes_closing_check CHECK (closing IN ('seen', 'reopened')),
        note text,
        CONSTRAINT proposal_outcomes_closed_check CHECK (
          (closed_at IS NULL) = (closing IS NULL) AND (closed_by IS NULL OR closing IS NOT NULL) AND NOT (waits AND closing IS NOT NULL))
      )`);
    // Few of many: those that did not help and that nobody has looked at.
    await runner.query(
      `CREATE INDEX proposal_outcomes_waiting_idx ON proposal_outcomes (municipality_id, proposal_id) WHERE waits`,
    );
    await runner.query(`
      CREATE TABLE proposal_questions (
        id uuid CONSTRAINT proposal_questions_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT proposal_questions_proposal_fk REFERENCES proposals (id),
        municipality_id uuid NOT NULL CONSTRAINT proposal_questions_municipality_fk REFERENCES municipalities (id),
        body text NOT NULL,
        asked_by uuid NOT NULL CONSTRAINT proposal_questions_asked_by_fk REFERENCES accounts (id),
        organisation_id uuid CONSTRAINT proposal_questions_organisation_fk REFERENCES organisations (id),
        asked_at timestamptz NOT NULL,
        reminded_at timestamptz,
        reply text,
        personal_data jsonb NOT NULL DEFAULT '[]',
        replied_at timestamptz,
        ended_at timestamptz,
        handled_at timestamptz,
        CONSTRAINT proposal_questions_reply_check CHECK ((reply IS NULL) = (replied_at IS NULL) AND (reply IS NULL OR ended_at IS NOT NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX proposal_questions_open_unique ON proposal_questions (proposal_id) WHERE ended_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX proposal_questions_proposal_idx ON proposal_questions (proposal_id, asked_at)`,
    );
    // Few of many: replies that staff have done nothing about yet.
    await runner.query(
      `CREATE INDEX proposal_questions_replied_idx ON proposal_questions (municipality_id, proposal_id) WHERE reply IS NOT NULL AND handled_at IS NULL`,
    );
    await runner.query(`ALTER TABLE proposals ADD wished_again_at timestamptz`);
    await this.check(runner, 'proposals', 'status', `status IN (${statuses}, 'awaiting-reply')`);
    await this.check(runner, 'proposal_events', 'type', `type IN (${events}, ${ownEvents})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type IN (${ownEvents})`);
    await this.check(runner, 'proposal_events', 'type', `type IN (${events})`);
    await runner.query(`UPDATE proposals SET status = 'under-review' WHERE status = 'awaiting-reply'`);
    await this.check(runner, 'proposals', 'status', `status IN (${statuses})`);
    await runner.query(`ALTER TABLE proposals DROP COLUMN wished_again_at`);
    await runner.query(`DROP TABLE proposal_questions`);
    await runner.query(`DROP TABLE proposal_outcomes`);
  }

  /** Replaces a check of a column's values. */
  private async check(runner: QueryRunner, table: string, column: string, condition: string): Promise<void> {
    const name = `${table}_${column}_check`;
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition})`);
  }
}
