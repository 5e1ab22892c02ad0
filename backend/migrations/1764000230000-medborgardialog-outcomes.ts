import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const eventTypes = [
  'point-added',
  'point-changed',
  'point-done',
  'point-withdrawn',
  'note-added',
  'note-changed',
  'note-removed',
  'attendance-saved',
  'report-corrected',
  'follow-up-saved',
];

/**
 * What comes of a medborgardialog: a row for every point, what was noted and counted at the tables, and the reports and follow-ups that were
 * published (docs/adr/0030).
 */
export class MedborgardialogOutcomes1764000230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialog_notes (
        id uuid CONSTRAINT medborgardialog_notes_pk PRIMARY KEY,
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_notes_dialogue_fk REFERENCES medborgardialoger (id),
        table_label text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'new' CONSTRAINT medborgardialog_notes_state_check CHECK (state IN ('new', 'included', 'left-out')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_notes_dialogue_idx ON medborgardialog_notes (dialogue_id, written_at)`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_points (
        id uuid CONSTRAINT medborgardialog_points_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_points_dialogue_fk REFERENCES medborgardialoger (id),
        municipality_id uuid NOT NULL CONSTRAINT medborgardialog_points_municipality_fk REFERENCES municipalities (id),
        number integer NOT NULL,
        source text NOT NULL CONSTRAINT medborgardialog_points_source_check CHECK (source IN ('question', 'note', 'statement', 'hand')),
        question_id uuid CONSTRAINT medborgardialog_points_question_unique UNIQUE,
        note_id uuid CONSTRAINT medborgardialog_points_note_fk REFERENCES medborgardialog_notes (id) ON DELETE SET NULL,
        body text NOT NULL,
        outcome text CONSTRAINT medborgardialog_points_outcome_check CHECK (outcome IN (
          'proposal', 'commitment', 'measure', 'activity', 'answered', 'outside', 'no')),
        public_text text,
        proposal_id uuid CONSTRAINT medborgardialog_points_proposal_fk REFERENCES proposals (id),
        commitment_id uuid CONSTRAINT medborgardialog_points_commitment_fk REFERENCES commitments (id),
        measure_id uuid CONSTRAINT medborgardialog_points_measure_fk REFERENCES inventory_measures (id),
        activity_id uuid CONSTRAINT medborgardialog_points_activity_fk REFERENCES activities (id),
        outside_who text,
        organisation_id uuid CONSTRAINT medborgardialog_points_organisation_fk REFERENCES organisations (id),
        owner_account_id uuid CONSTRAINT medborgardialog_points_owner_fk REFERENCES accounts (id),
        due_on date,
        done_on date,
        done_text text,
        withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT medborgardialog_points_number_unique UNIQUE (dialogue_id, number),
        CONSTRAINT medborgardialog_points_text_check CHECK (outcome IS NULL OR public_text IS NOT NULL),
        CONSTRAINT medborgardialog_points_thing_check CHECK (
          (outcome IS NOT DISTINCT FROM 'proposal') = (proposal_id IS NOT NULL)
          AND (outcome IS NOT DISTINCT FROM 'commitment') = (commitment_id IS NOT NULL)
          AND (outcome IS NOT DISTINCT FROM 'measure') = (measure_id IS NOT NULL)
          AND (outcome IS NOT DISTINCT FROM 'activity') = (activity_id IS NOT NULL)),
        CONSTRAINT medborgardialog_points_outside_check CHECK ((outcome IS NOT DISTINCT FROM 'outside') = (outside_who IS NOT NULL)),
        CONSTRAINT medborgardialog_points_done_check CHECK ((done_on IS NULL) = (done_text IS NULL))
      )`);
    // Few of many: what should have been done by some day.
    await runner.query(
      `CREATE INDEX medborgardialog_points_due_idx ON medborgardialog_points (municipality_id, due_on)
       WHERE due_on IS NOT NULL AND done_on IS NULL AND withdrawn_at IS NULL`,
    );
    await runner.query(
      `ALTER TABLE medborgardialoger ADD COLUMN attendance_version integer NOT NULL DEFAULT 0`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_attendance (
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_attendance_dialogue_fk REFERENCES medborgardialoger (id),
        locality_id uuid CONSTRAINT medborgardialog_attendance_locality_fk REFERENCES localities (id) ON DELETE SET NULL,
        ordinal integer NOT NULL,
        people integer NOT NULL CONSTRAINT medborgardialog_attendance_people_check CHECK (people >= 0),
        bands jsonb,
        CONSTRAINT medborgardialog_attendance_pk PRIMARY KEY (dialogue_id, ordinal)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_reports (
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_reports_dialogue_fk REFERENCES medborgardialoger (id),
        number integer NOT NULL,
        published_at timestamptz NOT NULL,
        reason text,
        view jsonb NOT NULL,
        CONSTRAINT medborgardialog_reports_pk PRIMARY KEY (dialogue_id, number),
        CONSTRAINT medborgardialog_reports_reason_check CHECK (number = 1 OR reason IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_follow_ups (
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_follow_ups_dialogue_fk REFERENCES medborgardialoger (id),
        months integer NOT NULL CONSTRAINT medborgardialog_follow_ups_months_check CHECK (months IN (6, 12)),
        due_on date NOT NULL,
        words text NOT NULL DEFAULT '',
        point_words jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        published_at timestamptz,
        view jsonb,
        CONSTRAINT medborgardialog_follow_ups_pk PRIMARY KEY (dialogue_id, months),
        CONSTRAINT medborgardialog_follow_ups_published_check CHECK ((published_at IS NULL) = (view IS NULL))
      )`);
    await allowValues(runner, 'medborgardialog_events', 'type', eventTypes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM medborgardialog_events WHERE type = ANY ($1::text[])`, [eventTypes]);
    await disallowValues(runner, 'medborgardialog_events', 'type', eventTypes);
    await runner.query(`ALTER TABLE medborgardialoger DROP COLUMN attendance_version`);
    for (const table of ['follow_ups', 'reports', 'attendance', 'points', 'notes'])
      await runner.query(`DROP TABLE medborgardialog_${table}`);
  }
}
