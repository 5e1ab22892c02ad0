import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, memberships (organisation × municipality × role), sessions, and the log of what admins changed. */
export class Staff1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        id uuid CONSTRAINT accounts_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        last_sign_in_at timestamptz
      )`);
    await runner.query(`CREATE UNIQUE INDEX accounts_email_unique ON accounts (lower(email))`);
    await runner.query(`
      CREATE TABLE memberships (
        id uuid CONSTRAINT memberships_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT memberships_account_fk REFERENCES accounts (id),
        organisation_id uuid NOT NULL CONSTRAINT memberships_organisation_fk REFERENCES organisations (id),
        municipality_id uuid NOT NULL CONSTRAINT memberships_municipality_fk REFERENCES municipalities (id),
        role text NOT NULL CONSTRAINT memberships_role_check CHECK (role IN ('police-officer', 'case-officer', 'coordinator', 'admin')),
        CONSTRAINT memberships_unique UNIQUE (account_id, organisation_id, municipality_id, role)
      )`);
    await runner.query(
      `CREATE INDEX memberships_municipality_idx ON memberships (municipality_id, account_id)`,
    );
    await runner.query(`
      CREATE TABLE sessions (
        token_hash bytea CONSTRAINT sessions_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT sessions_account_fk REFERENCES accounts (id),
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX sessions_account_idx ON sessions (account_id)`);
    await runner.query(`CREATE INDEX sessions_expires_idx ON sessions (expires_at)`);
    await runner.query(`
      CREATE TABLE admin_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT admin_events_pk PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT admin_events_actor_fk REFERENCES accounts (id),
        municipality_id uuid CONSTRAINT admin_events_municipality_fk REFERENCES municipalities (id),
        type text NOT NULL,
        subject_id uuid,
        changes jsonb
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['admin_events', 'sessions', 'memberships', 'accounts'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
