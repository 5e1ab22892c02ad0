import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const events = ['words-held', 'held-words-read'];

/** The block list of a municipality, and which texts of residents hit it: those wait for a human to have read them. */
export class BlockLists1764000141000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE block_lists (
        municipality_id uuid CONSTRAINT block_lists_pk PRIMARY KEY CONSTRAINT block_lists_municipality_fk REFERENCES municipalities (id),
        words jsonb NOT NULL CONSTRAINT block_lists_words_check CHECK (jsonb_typeof(words) = 'array'),
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE held_texts (
        id uuid CONSTRAINT held_texts_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT held_texts_municipality_fk REFERENCES municipalities (id),
        proposal_id uuid NOT NULL CONSTRAINT held_texts_proposal_fk REFERENCES proposals (id),
        source text NOT NULL CONSTRAINT held_texts_source_check CHECK (source IN (
          'proposal', 'contact-name', 'report', 'reply', 'outcome', 'withdrawal')),
        words jsonb NOT NULL CONSTRAINT held_texts_words_check CHECK (jsonb_typeof(words) = 'array'),
        at timestamptz NOT NULL,
        read_by uuid CONSTRAINT held_texts_read_by_fk REFERENCES accounts (id),
        read_at timestamptz,
        CONSTRAINT held_texts_read_check CHECK (num_nonnulls(read_by, read_at) IN (0, 2))
      )`);
    await runner.query(`CREATE INDEX held_texts_proposal_idx ON held_texts (proposal_id)`);
    // What tops the queue: few rows of many.
    await runner.query(
      `CREATE INDEX held_texts_open_idx ON held_texts (municipality_id, proposal_id) WHERE read_at IS NULL`,
    );
    await allowValues(runner, 'proposal_events', 'type', events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM proposal_events WHERE type = ANY ($1::text[])`, [events]);
    await disallowValues(runner, 'proposal_events', 'type', events);
    await runner.query('DROP TABLE held_texts');
    await runner.query('DROP TABLE block_lists');
  }
}
