import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * Questions and subjects of a medborgardialog, who wants them answered, and who is written to about them (docs/adr/0027). Gathering is a
 * pointer: support, words and history stay where they are.
 */
export class MedborgardialogQuestions1764000210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialog_questions (
        id uuid CONSTRAINT medborgardialog_questions_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CONSTRAINT medborgardialog_questions_reference_key UNIQUE,
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_questions_dialogue_fk REFERENCES medborgardialoger (id),
        municipality_id uuid NOT NULL CONSTRAINT medborgardialog_questions_municipality_fk REFERENCES municipalities (id),
        subject_kind text NOT NULL CONSTRAINT medborgardialog_questions_subject_kind_check CHECK (subject_kind IN ('question', 'subject')),
        text text NOT NULL,
        edited_text text,
        edited_reason text,
        status text NOT NULL DEFAULT 'received' CONSTRAINT medborgardialog_questions_status_check CHECK (status IN (
          'received', 'published', 'refused', 'gathered', 'withdrawn')),
        source text NOT NULL CONSTRAINT medborgardialog_questions_source_check CHECK (source IN ('web', 'live', 'paper', 'table')),
        language text NOT NULL CONSTRAINT medborgardialog_questions_language_check CHECK (language IN ('sv', 'en')),
        personal_data jsonb NOT NULL DEFAULT '[]',
        blocked_words jsonb NOT NULL DEFAULT '[]',
        gathered_into uuid CONSTRAINT medborgardialog_questions_gathered_into_fk REFERENCES medborgardialog_questions (id),
        refused_reason text CONSTRAINT medborgardialog_questions_refused_reason_check CHECK (refused_reason IN (
          'personal-data', 'crime', 'insult', 'other-subject', 'not-a-question', 'emergency')),
        refused_text text,
        answer_text text,
        answer_outcome text CONSTRAINT medborgardialog_questions_answer_outcome_check CHECK (answer_outcome IN (
          'proposal', 'commitment', 'measure', 'activity', 'answered', 'outside', 'no')),
        answered_at timestamptz,
        support_count integer NOT NULL DEFAULT 0,
        follow_token_hash bytea NOT NULL CONSTRAINT medborgardialog_questions_follow_token_key UNIQUE,
        version integer NOT NULL DEFAULT 1,
        asked_at timestamptz NOT NULL,
        published_at timestamptz,
        updated_at timestamptz NOT NULL,
        CONSTRAINT medborgardialog_questions_edited_check CHECK (num_nonnulls(edited_text, edited_reason) IN (0, 2)),
        CONSTRAINT medborgardialog_questions_gathered_check CHECK (
          gathered_into <> id AND (status <> 'gathered' OR gathered_into IS NOT NULL)
          AND (gathered_into IS NULL OR status IN ('gathered', 'withdrawn'))),
        CONSTRAINT medborgardialog_questions_refused_check CHECK (
          num_nonnulls(refused_reason, refused_text) = CASE WHEN status = 'refused' THEN 2 ELSE 0 END),
        CONSTRAINT medborgardialog_questions_answer_check CHECK (num_nonnulls(answer_text, answer_outcome, answered_at) IN (0, 3))
      )`);
    await runner.query(
      'CREATE INDEX medborgardialog_questions_dialogue_idx ON medborgardialog_questions (dialogue_id, status)',
    );
    await runner.query(
      'CREATE INDEX medborgardialog_questions_gathered_idx ON medborgardialog_questions (gathered_into) WHERE gathered_into IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE medborgardialog_question_contacts (
        id uuid CONSTRAINT medborgardialog_question_contacts_pk PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT medborgardialog_question_contacts_question_fk REFERENCES medborgardialog_questions (id),
        role text NOT NULL CONSTRAINT medborgardialog_question_contacts_role_check CHECK (role IN ('sender', 'supporter')),
        state text NOT NULL DEFAULT 'unconfirmed' CONSTRAINT medborgardialog_question_contacts_state_check CHECK (state IN (
          'unconfirmed', 'confirmed', 'stopped')),
        address_hash text NOT NULL,
        address_sealed bytea NOT NULL,
        language text NOT NULL CONSTRAINT medborgardialog_question_contacts_language_check CHECK (language IN ('sv', 'en')),
        asked_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT medborgardialog_question_contacts_address_key UNIQUE (question_id, address_hash)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_question_supports (
        question_id uuid NOT NULL CONSTRAINT medborgardialog_question_supports_question_fk REFERENCES medborgardialog_questions (id),
        device_hash bytea NOT NULL,
        is_sender boolean NOT NULL,
        contact_id uuid CONSTRAINT medborgardialog_question_supports_contact_fk
          REFERENCES medborgardialog_question_contacts (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT medborgardialog_question_supports_pk PRIMARY KEY (question_id, device_hash)
      )`);
    await runner.query(
      'CREATE INDEX medborgardialog_question_supports_contact_idx ON medborgardialog_question_supports (contact_id)',
    );
    await runner.query(`
      CREATE TABLE medborgardialog_question_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT medborgardialog_question_events_pk PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT medborgardialog_question_events_question_fk REFERENCES medborgardialog_questions (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT medborgardialog_question_events_type_check CHECK (type IN (
          'received', 'published', 'edited', 'refused', 'gathered', 'ungathered', 'withdrawn', 'answered')),
        actor_account_id uuid CONSTRAINT medborgardialog_question_events_actor_fk REFERENCES accounts (id),
        reason text,
        changes jsonb
      )`);
    await runner.query(
      'CREATE INDEX medborgardialog_question_events_question_idx ON medborgardialog_question_events (question_id, id)',
    );
    // An address is told of an event once, however many of the gathered questions it belongs to.
    await runner.query(`
      CREATE TABLE medborgardialog_question_news (
        id uuid CONSTRAINT medborgardialog_question_news_pk PRIMARY KEY,
        event_id bigint NOT NULL CONSTRAINT medborgardialog_question_news_event_fk REFERENCES medborgardialog_question_events (id),
        contact_id uuid NOT NULL CONSTRAINT medborgardialog_question_news_contact_fk
          REFERENCES medborgardialog_question_contacts (id) ON DELETE CASCADE,
        address_hash text NOT NULL,
        CONSTRAINT medborgardialog_question_news_event_key UNIQUE (event_id, address_hash)
      )`);
    await runner.query(
      'CREATE INDEX medborgardialog_question_news_contact_idx ON medborgardialog_question_news (contact_id)',
    );
    await allowValues(runner, 'quarantined_messages', 'kind', ['dialogue-question']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM quarantined_messages WHERE kind = 'dialogue-question'`);
    await disallowValues(runner, 'quarantined_messages', 'kind', ['dialogue-question']);
    await runner.query(`DELETE FROM mails WHERE kind IN ('question-confirm', 'question-news')`);
    await runner.query('DROP TABLE medborgardialog_question_news');
    await runner.query('DROP TABLE medborgardialog_question_events');
    await runner.query('DROP TABLE medborgardialog_question_supports');
    await runner.query('DROP TABLE medborgardialog_question_contacts');
    await runner.query('DROP TABLE medborgardialog_questions');
  }
}
