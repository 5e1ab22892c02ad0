import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * What an authority keeps of a proposal or an activity besides the thing itself: registry number, secrecy, who answers for the personal
 * data, how long. A row of `records` is there once staff have said something of it; without one the rules of the municipality hold.
 * `disposals` is what is left of what is gone, and is itself kept.
 */
export class Records1764000091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['proposals', 'activities'])
      await runner.query(`
        ALTER TABLE ${table} ADD secret_for uuid CONSTRAINT ${table}_secret_for_fk REFERENCES organisations (id), ADD disposed_at timestamptz`);
    await runner.query(`ALTER TABLE public_activities ADD secret boolean NOT NULL DEFAULT false`);
    await this.releasedActivities(runner, 'WHERE NOT a.secret');
    await allowValues(runner, 'proposal_events', 'type', ['disposed']);
    await runner.query(`
      CREATE TABLE records (
        id uuid CONSTRAINT records_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT records_municipality_fk REFERENCES municipalities (id),
        proposal_id uuid CONSTRAINT records_proposal_unique UNIQUE CONSTRAINT records_proposal_fk REFERENCES proposals (id),
        activity_id uuid CONSTRAINT records_activity_unique UNIQUE CONSTRAINT records_activity_fk REFERENCES activities (id),
        registry_number text,
        controller_id uuid CONSTRAINT records_controller_fk REFERENCES organisations (id),
        secrecy_ground text,
        secrecy_by uuid CONSTRAINT records_secrecy_by_fk REFERENCES accounts (id),
        secrecy_at timestamptz,
        dispose_after date,
        decision text,
        hold text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        CONSTRAINT records_about_check CHECK (num_nonnulls(proposal_id, activity_id) = 1),
        CONSTRAINT records_secrecy_check CHECK (num_nonnulls(secrecy_ground, secrecy_by, secrecy_at) IN (0, 3)),
        CONSTRAINT records_disposal_check CHECK (num_nonnulls(dispose_after, decision) IN (0, 2))
      )`);
    await runner.query(`
      CREATE TABLE record_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT record_events_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT record_events_municipality_fk REFERENCES municipalities (id),
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT record_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT record_events_type_check CHECK (type IN ('record-changed', 'rules-changed', 'disposed')),
        proposal_id uuid CONSTRAINT record_events_proposal_fk REFERENCES proposals (id),
        activity_id uuid CONSTRAINT record_events_activity_fk REFERENCES activities (id),
        reason text,
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX record_events_log_idx ON record_events (municipality_id, at DESC, id DESC)`,
    );
    await runner.query(`
      CREATE TABLE retention_rules (
        municipality_id uuid NOT NULL CONSTRAINT retention_rules_municipality_fk REFERENCES municipalities (id),
        type text NOT NULL CONSTRAINT retention_rules_type_check CHECK (type IN ('speed-check', 'dark-place', 'idea', 'activity')),
        years integer NOT NULL CONSTRAINT retention_rules_years_check CHECK (years BETWEEN 1 AND 100),
        decision text NOT NULL CONSTRAINT retention_rules_decision_check CHECK (btrim(decision) <> ''),
        CONSTRAINT retention_rules_pk PRIMARY KEY (municipality_id, type)
      )`);
    await runner.query(`
      CREATE TABLE disposals (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT disposals_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT disposals_municipality_fk REFERENCES municipalities (id),
        day date NOT NULL,
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT disposals_type_check CHECK (type IN ('speed-check', 'dark-place', 'idea', 'activity')),
        decision text NOT NULL CONSTRAINT disposals_decision_check CHECK (btrim(decision) <> ''),
        count integer NOT NULL CONSTRAINT disposals_count_check CHECK (count > 0),
        files integer NOT NULL,
        job text NOT NULL,
        CONSTRAINT disposals_unique UNIQUE (municipality_id, day, type, decision, job)
      )`);
    await runner.query(`CREATE INDEX disposals_municipality_idx ON disposals (municipality_id, id DESC)`);
    // What may be disposed of is looked for among what has ended and is still there.
    await runner.query(
      `CREATE INDEX proposals_undisposed_idx ON proposals (municipality_id, id)
         WHERE disposed_at IS NULL AND status IN ('done', 'answered', 'declined', 'duplicate', 'hidden', 'withdrawn')`,
    );
    await runner.query(
      `CREATE INDEX activities_undisposed_idx ON activities (municipality_id, id) WHERE disposed_at IS NULL AND released_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX activities_undisposed_idx');
    await runner.query('DROP INDEX proposals_undisposed_idx');
    for (const table of ['disposals', 'retention_rules', 'record_events', 'records'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DELETE FROM proposal_events WHERE type = 'disposed'`);
    await disallowValues(runner, 'proposal_events', 'type', ['disposed']);
    await this.releasedActivities(runner, '');
    await runner.query('ALTER TABLE public_activities DROP COLUMN secret');
    for (const table of ['proposals', 'activities'])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN secret_for, DROP COLUMN disposed_at`);
  }

  /** A secret activity goes on to count, but nobody reads what it was. */
  private async releasedActivities(runner: QueryRunner, condition: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW released_activities AS
        SELECT a.activity_id, a.commitment_id, a.municipality_id, a.occurred_on, a.published_at, a.proposal_references,
          jsonb_set(a.view, '{proposalReferences}', coalesce(
            (SELECT jsonb_agg(p.reference ORDER BY linked.sort)
              FROM unnest(a.proposal_references) WITH ORDINALITY AS linked (reference, sort)
              JOIN public_proposals p ON p.reference = linked.reference), '[]')) AS view
        FROM public_activities a ${condition}`);
  }
}
