import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who wants to be told what becomes public in an area. The address is sealed and found by a keyed hash; a point is the middle of a
 * square of 200 m, never the place that somebody pointed at (docs/adr/0015).
 */
export class Subscriptions1764000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscriptions (
        id uuid CONSTRAINT subscriptions_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT subscriptions_municipality_fk REFERENCES municipalities (id),
        locality_id uuid CONSTRAINT subscriptions_locality_fk REFERENCES localities (id) ON DELETE CASCADE,
        position geometry(Point, 4326),
        frequency text NOT NULL CONSTRAINT subscriptions_frequency_check CHECK (frequency IN ('at-once', 'weekly')),
        language text NOT NULL CONSTRAINT subscriptions_language_check CHECK (language IN ('sv', 'en')),
        state text NOT NULL DEFAULT 'unconfirmed' CONSTRAINT subscriptions_state_check CHECK (state IN ('unconfirmed', 'confirmed')),
        address_hash text NOT NULL,
        address_sealed bytea NOT NULL,
        asked_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT subscriptions_area_check CHECK (num_nonnulls(locality_id, position) <= 1),
        CONSTRAINT subscriptions_confirmed_check CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX subscriptions_address_idx ON subscriptions (address_hash)`);
    await runner.query(
      `CREATE INDEX subscriptions_municipality_idx ON subscriptions (municipality_id) WHERE state = 'confirmed'`,
    );
    await runner.query(
      `CREATE INDEX subscriptions_unanswered_idx ON subscriptions (asked_at) WHERE state = 'unconfirmed'`,
    );
    // An address is told of a thing once, however many of its areas hold it.
    await runner.query(`
      CREATE TABLE subscription_news (
        address_hash text NOT NULL,
        type text NOT NULL CONSTRAINT subscription_news_type_check CHECK (type IN ('proposal', 'answer', 'activity', 'follow-up')),
        thing text NOT NULL,
        subscription_id uuid NOT NULL CONSTRAINT subscription_news_subscription_fk REFERENCES subscriptions (id) ON DELETE CASCADE,
        mail_id uuid NOT NULL CONSTRAINT subscription_news_mail_fk REFERENCES mails (id) ON DELETE CASCADE,
        added_at timestamptz NOT NULL,
        CONSTRAINT subscription_news_pk PRIMARY KEY (address_hash, type, thing)
      )`);
    await runner.query(`CREATE INDEX subscription_news_mail_idx ON subscription_news (mail_id)`);
    await runner.query(
      `CREATE INDEX subscription_news_subscription_idx ON subscription_news (subscription_id)`,
    );
    await runner.query(`CREATE INDEX subscription_news_added_idx ON subscription_news (added_at)`);
    // As with news of proposals: what waits is gathered in one mail.
    await runner.query(
      `CREATE UNIQUE INDEX mails_area_digest_idx ON mails (subject_id) WHERE kind = 'area-news' AND state = 'waiting' AND attempts = 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX mails_area_digest_idx`);
    await runner.query(`DROP TABLE subscription_news`);
    await runner.query(`DELETE FROM mails WHERE subject_id IN (SELECT id FROM subscriptions)`);
    await runner.query(`DROP TABLE subscriptions`);
  }
}
