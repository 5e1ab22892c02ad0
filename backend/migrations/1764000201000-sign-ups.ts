import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const news = ['dialogue', 'dialogue-cancelled'];

/** Sign-ups for medborgardialoger: seats and needs, nobody's name; and invitations to those who watch an area (docs/adr/0026). */
export class SignUps1764000201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialog_sign_ups (
        id uuid CONSTRAINT medborgardialog_sign_ups_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        ordinal bigint GENERATED ALWAYS AS IDENTITY,
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_sign_ups_dialogue_fk REFERENCES medborgardialoger (id),
        people integer NOT NULL CONSTRAINT medborgardialog_sign_ups_people_check CHECK (people > 0),
        needs text[] NOT NULL,
        state text NOT NULL CONSTRAINT medborgardialog_sign_ups_state_check CHECK (state IN ('confirmed', 'waiting', 'cancelled')),
        token_hash bytea CONSTRAINT medborgardialog_sign_ups_token_unique UNIQUE,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_sign_ups_dialogue_idx ON medborgardialog_sign_ups (dialogue_id, ordinal)`,
    );
    await allowValues(runner, 'subscription_news', 'type', news);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM subscription_news WHERE type = ANY ($1)`, [news]);
    await disallowValues(runner, 'subscription_news', 'type', news);
    await runner.query(`DROP TABLE medborgardialog_sign_ups`);
  }
}
