import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['conducted', 'statement-added', 'statement-changed'];

/**
 * What is shown at a medborgardialog while it is held, the statements that people vote on, and the votes: on phones by a pseudonym whose key is
 * destroyed when the dialogue is closed, on paper as counts of a table (docs/adr/0029).
 */
export class LiveDialogues1764000220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialog_live (
        dialogue_id uuid CONSTRAINT medborgardialog_live_pk PRIMARY KEY
          CONSTRAINT medborgardialog_live_dialogue_fk REFERENCES medborgardialoger (id) ON DELETE CASCADE,
        agenda_item_id uuid CONSTRAINT medborgardialog_live_agenda_item_fk REFERENCES medborgardialog_agenda_items (id) ON DELETE SET NULL,
        question text,
        questions_direct boolean NOT NULL DEFAULT false,
        pin_prompt text,
        pin_kind text NOT NULL DEFAULT 'dark-place'
          CONSTRAINT medborgardialog_live_pin_kind_check CHECK (pin_kind IN ('dark-place', 'speed-check')),
        revision bigint NOT NULL DEFAULT 1,
        voter_key bytea CONSTRAINT medborgardialog_live_voter_key_check CHECK (octet_length(voter_key) = 32)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_statements (
        id uuid CONSTRAINT medborgardialog_statements_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_statements_dialogue_fk REFERENCES medborgardialoger (id),
        text text NOT NULL,
        status text NOT NULL DEFAULT 'waiting'
          CONSTRAINT medborgardialog_statements_status_check CHECK (status IN ('waiting', 'open', 'closed', 'refused')),
        source text NOT NULL CONSTRAINT medborgardialog_statements_source_check CHECK (source IN ('staff', 'resident')),
        ordinal integer NOT NULL,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_statements_dialogue_idx ON medborgardialog_statements (dialogue_id, ordinal)`,
    );
    // No moment, no address, no number of a row: nothing of a vote may be laid beside something else.
    await runner.query(`
      CREATE TABLE medborgardialog_votes (
        statement_id uuid NOT NULL CONSTRAINT medborgardialog_votes_statement_fk REFERENCES medborgardialog_statements (id),
        voter bytea NOT NULL CONSTRAINT medborgardialog_votes_voter_check CHECK (octet_length(voter) = 32),
        vote text NOT NULL CONSTRAINT medborgardialog_votes_vote_check CHECK (vote IN ('agree', 'disagree', 'pass')),
        CONSTRAINT medborgardialog_votes_pk PRIMARY KEY (statement_id, voter)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_paper_votes (
        id uuid CONSTRAINT medborgardialog_paper_votes_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        statement_id uuid NOT NULL CONSTRAINT medborgardialog_paper_votes_statement_fk REFERENCES medborgardialog_statements (id),
        table_label text NOT NULL,
        agree integer NOT NULL CONSTRAINT medborgardialog_paper_votes_agree_check CHECK (agree BETWEEN 0 AND 5000),
        disagree integer NOT NULL CONSTRAINT medborgardialog_paper_votes_disagree_check CHECK (disagree BETWEEN 0 AND 5000),
        pass integer NOT NULL CONSTRAINT medborgardialog_paper_votes_pass_check CHECK (pass BETWEEN 0 AND 5000),
        CONSTRAINT medborgardialog_paper_votes_table_unique UNIQUE (statement_id, table_label)
      )`);
    await runner.query(`
      CREATE TABLE medborgardialog_pins (
        proposal_id uuid CONSTRAINT medborgardialog_pins_pk PRIMARY KEY
          CONSTRAINT medborgardialog_pins_proposal_fk REFERENCES proposals (id) ON DELETE CASCADE,
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_pins_dialogue_fk REFERENCES medborgardialoger (id)
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_pins_dialogue_idx ON medborgardialog_pins (dialogue_id)`,
    );
    await allowValues(runner, 'proposals', 'source', ['dialogue']);
    await allowValues(runner, 'medborgardialog_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM medborgardialog_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'medborgardialog_events', 'type', events);
    await runner.query(`UPDATE proposals SET source = 'meeting' WHERE source = 'dialogue'`);
    await disallowValues(runner, 'proposals', 'source', ['dialogue']);
    for (const table of ['pins', 'paper_votes', 'votes', 'statements', 'live'])
      await runner.query(`DROP TABLE medborgardialog_${table}`);
  }
}
