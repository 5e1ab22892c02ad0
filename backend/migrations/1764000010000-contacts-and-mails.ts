import type { MigrationInterface, QueryRunner } from 'typeorm';

const languages = `CHECK (language IN ('sv', 'en'))`;
const events = `'received', 'moved', 'reopened', 'planned', 'unplanned', 'published', 'kept-back', 'noted', 'corrected', 'photos-added',
  'supported', 'activity', 'released', 'withdrawn'`;

/**
 * Who may be written to about a proposal (addresses and names sealed, found by a keyed hash), and the mails: what is to be sent
 * and what was. A mail holds no address and no text; both are put together when it is sent.
 */
export class ContactsAndMails1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal_contacts (
        id uuid CONSTRAINT proposal_contacts_pk PRIMARY KEY,
        proposal_id uuid NOT NULL CONSTRAINT proposal_contacts_proposal_fk REFERENCES proposals (id),
        role text NOT NULL CONSTRAINT proposal_contacts_role_check CHECK (role IN ('sender', 'supporter')),
        state text NOT NULL DEFAULT 'unconfirmed' CONSTRAINT proposal_contacts_state_check CHECK (state IN ('unconfirmed', 'confirmed', 'stopped')),
        address_hash text NOT NULL,
        address_sealed bytea NOT NULL,
        name_sealed bytea,
        language text NOT NULL CONSTRAINT proposal_contacts_language_check ${languages},
        asked_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT proposal_contacts_address_unique UNIQUE (proposal_id, address_hash),
        CONSTRAINT proposal_contacts_confirmed_check CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX proposal_contacts_address_idx ON proposal_contacts (address_hash)`);
    await runner.query(
      `CREATE UNIQUE INDEX proposal_contacts_sender_idx ON proposal_contacts (proposal_id) WHERE role = 'sender'`,
    );
    await runner.query(
      `CREATE INDEX proposal_contacts_unanswered_idx ON proposal_contacts (asked_at) WHERE confirmed_at IS NULL`,
    );
    // The devices of a person who confirmed an address count as that one person.
    await runner.query(
      `ALTER TABLE proposal_supports ADD contact_id uuid
         CONSTRAINT proposal_supports_contact_fk REFERENCES proposal_contacts (id) ON DELETE SET NULL`,
    );
    await runner.query(
      `CREATE INDEX proposal_supports_contact_idx ON proposal_supports (contact_id) WHERE contact_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE proposal_follow_tokens (
        token_hash bytea CONSTRAINT proposal_follow_tokens_pk PRIMARY KEY,
        proposal_id uuid NOT NULL CONSTRAINT proposal_follow_tokens_proposal_fk REFERENCES proposals (id),
        contact_id uuid CONSTRAINT proposal_follow_tokens_contact_fk REFERENCES proposal_contacts (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX proposal_follow_tokens_contact_idx ON proposal_follow_tokens (contact_id)`,
    );
    // Asked for by anyone; whether the address is known shows only when the mail is made.
    await runner.query(`
      CREATE TABLE own_proposal_links (
        id uuid CONSTRAINT own_proposal_links_pk PRIMARY KEY,
        address_hash text NOT NULL,
        language text NOT NULL CONSTRAINT own_proposal_links_language_check ${languages},
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await runner.query(`CREATE INDEX own_proposal_links_expires_idx ON own_proposal_links (expires_at)`);
    await runner.query(`ALTER TABLE proposal_events DROP CONSTRAINT proposal_events_type_check`);
    await runner.query(
      `ALTER TABLE proposal_events ADD CONSTRAINT proposal_events_type_check CHECK (type IN (${events}, 'contact-opened'))`,
    );
    await runner.query(`
      CREATE TABLE mails (
        id uuid CONSTRAINT mails_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CONSTRAINT mails_kind_check CHECK (kind IN ('confirm', 'news', 'own-proposals')),
        cause text NOT NULL CONSTRAINT mails_cause_unique UNIQUE,
        contact_id uuid NOT NULL CONSTRAINT mails_contact_fk REFERENCES proposal_contacts (id) ON DELETE CASCADE,
        link_id uuid CONSTRAINT mails_link_fk REFERENCES own_proposal_links (id) ON DELETE SET NULL,
        address_hash text NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT mails_state_check CHECK (state IN ('waiting', 'sending', 'sent', 'dropped', 'failed')),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        claimed_at timestamptz,
        ended_at timestamptz,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX mails_digest_idx ON mails (contact_id) WHERE kind = 'news' AND state = 'waiting' AND attempts = 0`,
    );
    await runner.query(`CREATE INDEX mails_contact_idx ON mails (contact_id)`);
    await runner.query(`CREATE INDEX mails_open_idx ON mails (due_at) WHERE state IN ('waiting', 'sending')`);
    await runner.query(`CREATE INDEX mails_address_idx ON mails (address_hash, created_at)`);
    // A person is told of a thing once, however many proposals of the case it was told about.
    await runner.query(`
      CREATE TABLE mail_news (
        mail_id uuid NOT NULL CONSTRAINT mail_news_mail_fk REFERENCES mails (id) ON DELETE CASCADE,
        event_id bigint NOT NULL CONSTRAINT mail_news_event_fk REFERENCES proposal_events (id),
        address_hash text NOT NULL,
        subject text NOT NULL,
        CONSTRAINT mail_news_pk PRIMARY KEY (address_hash, subject)
      )`);
    await runner.query(`CREATE INDEX mail_news_mail_idx ON mail_news (mail_id, event_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mail_news', 'mails']) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE proposal_events DROP CONSTRAINT proposal_events_type_check`);
    await runner.query(`DELETE FROM proposal_events WHERE type = 'contact-opened'`);
    await runner.query(
      `ALTER TABLE proposal_events ADD CONSTRAINT proposal_events_type_check CHECK (type IN (${events}))`,
    );
    for (const table of ['own_proposal_links', 'proposal_follow_tokens'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE proposal_supports DROP COLUMN contact_id`);
    await runner.query(`DROP TABLE proposal_contacts`);
  }
}
