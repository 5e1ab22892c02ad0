import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['body-set', 'fault-linked', 'referral-sent', 'referral-reminded', 'referral-answered'];

/**
 * Who answers for a place besides the promise's own: a register per municipality; referrals to them with what they answer; fault
 * reports in their own systems.
 */
export class ResponsibleBodies1764000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE responsible_bodies (
        id uuid CONSTRAINT responsible_bodies_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT responsible_bodies_municipality_fk REFERENCES municipalities (id),
        kind text NOT NULL CONSTRAINT responsible_bodies_kind_check CHECK (kind IN (
          'municipality', 'trafikverket', 'road-association', 'housing-company', 'vasttrafik', 'other')),
        name text NOT NULL,
        email text,
        phone text,
        web text,
        how text,
        roads text[] NOT NULL DEFAULT '{}',
        area geometry(Geometry, 4326),
        lamps boolean NOT NULL DEFAULT false,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX responsible_bodies_name_unique ON responsible_bodies (municipality_id, lower(name))`,
    );
    await runner.query(`
      CREATE TABLE referral_settings (
        municipality_id uuid CONSTRAINT referral_settings_pk PRIMARY KEY
          CONSTRAINT referral_settings_municipality_fk REFERENCES municipalities (id),
        reminder_days integer NOT NULL CONSTRAINT referral_settings_reminder_check CHECK (reminder_days BETWEEN 7 AND 365),
        no_answer_days integer NOT NULL CONSTRAINT referral_settings_no_answer_check CHECK (no_answer_days BETWEEN 7 AND 730),
        reply_to text
      )`);
    await runner.query(
      `ALTER TABLE proposals ADD body_id uuid CONSTRAINT proposals_body_fk REFERENCES responsible_bodies (id)`,
    );
    await runner.query(`
      CREATE TABLE referrals (
        id uuid CONSTRAINT referrals_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT referrals_proposal_fk REFERENCES proposals (id),
        municipality_id uuid NOT NULL CONSTRAINT referrals_municipality_fk REFERENCES municipalities (id),
        body_id uuid CONSTRAINT referrals_body_fk REFERENCES responsible_bodies (id),
        body text NOT NULL,
        asked text,
        mailed boolean NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by uuid CONSTRAINT referrals_opened_by_fk REFERENCES accounts (id),
        reminded_at timestamptz,
        overdue_at timestamptz,
        answer text,
        personal_data jsonb NOT NULL DEFAULT '[]',
        answered_at timestamptz,
        ended_at timestamptz,
        outcome text CONSTRAINT referrals_outcome_check CHECK (outcome IN ('answered', 'no-answer', 'taken-back')),
        CONSTRAINT referrals_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CONSTRAINT referrals_ended_check CHECK ((ended_at IS NULL) = (outcome IS NULL))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX referrals_open_unique ON referrals (proposal_id) WHERE ended_at IS NULL`,
    );
    await runner.query(`CREATE INDEX referrals_proposal_idx ON referrals (proposal_id, opened_at)`);
    await runner.query(
      `CREATE INDEX referrals_open_idx ON referrals (municipality_id, opened_at) WHERE ended_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE fault_reports (
        id uuid CONSTRAINT fault_reports_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT fault_reports_proposal_fk REFERENCES proposals (id),
        body text NOT NULL,
        number text NOT NULL,
        linked_at timestamptz NOT NULL,
        linked_by uuid NOT NULL CONSTRAINT fault_reports_linked_by_fk REFERENCES accounts (id)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX fault_reports_unique ON fault_reports (proposal_id, lower(body), lower(number))`,
    );
    await allowValues(runner, 'proposal_events', 'type', events);
    // What was referred before there was a register goes on as it was, with nobody to mail.
    await runner.query(`
      INSERT INTO referrals (proposal_id, municipality_id, body, mailed, opened_at, opened_by)
      SELECT p.id, p.municipality_id, p.responsible, false, coalesce(e.at, p.updated_at), e.actor_account_id
      FROM proposals p LEFT JOIN LATERAL (
        SELECT at, actor_account_id FROM proposal_events WHERE proposal_id = p.id AND to_status = 'referred' ORDER BY id DESC LIMIT 1
      ) AS e ON true
      WHERE p.status = 'referred' AND p.responsible IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query(`DROP TABLE fault_reports`);
    await runner.query(`DROP TABLE referrals`);
    await runner.query(`ALTER TABLE proposals DROP COLUMN body_id`);
    await runner.query(`DROP TABLE referral_settings`);
    await runner.query(`DROP TABLE responsible_bodies`);
  }
}
