import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands for a password that nobody knows: a hash of random bytes that were thrown away. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$RByvgnzSXSjK+ebawgjh2Q$q9+xdpfW8E0cJHX7BVRQmqQuIqvPRMUrBfoHQIbqymM';

/**
 * Accounts are invited, so that nobody else knows their password; a second factor with recovery codes; sign-in services whose identities
 * are tied to accounts and whose memberships are told apart; sessions that their person can tell apart and end.
 */
export class WaysToSignIn1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ALTER COLUMN password_hash DROP NOT NULL');
    await runner.query(`
      CREATE TABLE account_links (
        id uuid CONSTRAINT account_links_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT account_links_account_fk REFERENCES accounts (id),
        purpose text NOT NULL CONSTRAINT account_links_purpose_check CHECK (purpose IN ('invitation', 'password-reset')),
        language text NOT NULL CONSTRAINT account_links_language_check CHECK (language IN ('sv', 'en')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        used boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`CREATE INDEX account_links_account_idx ON account_links (account_id, purpose)`);
    await runner.query(`
      CREATE TABLE second_factors (
        account_id uuid CONSTRAINT second_factors_pk PRIMARY KEY CONSTRAINT second_factors_account_fk REFERENCES accounts (id),
        secret_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        account_id uuid NOT NULL CONSTRAINT recovery_codes_account_fk REFERENCES accounts (id),
        code_hash text NOT NULL,
        CONSTRAINT recovery_codes_pk PRIMARY KEY (account_id, code_hash)
      )`);
    await runner.query(`
      CREATE TABLE account_identities (
        issuer_id text NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        account_id uuid NOT NULL CONSTRAINT account_identities_account_fk REFERENCES accounts (id),
        linked_at timestamptz NOT NULL,
        CONSTRAINT account_identities_pk PRIMARY KEY (issuer, subject)
      )`);
    await runner.query(`CREATE INDEX account_identities_account_idx ON account_identities (account_id)`);
    await runner.query(`
      CREATE TABLE sign_in_flows (
        key_hash bytea CONSTRAINT sign_in_flows_pk PRIMARY KEY,
        sealed bytea NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX sign_in_flows_expires_idx ON sign_in_flows (expires_at)`);
    await runner.query('ALTER TABLE memberships ADD COLUMN issuer_id text');
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT sessions_id_unique UNIQUE,
        ADD COLUMN browser text,
        ADD COLUMN system text,
        ADD COLUMN issuer_id text,
        ADD COLUMN id_token_sealed bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['id_token_sealed', 'issuer_id', 'system', 'browser', 'id'])
      await runner.query(`ALTER TABLE sessions DROP COLUMN ${column}`);
    await runner.query('DELETE FROM memberships WHERE issuer_id IS NOT NULL');
    await runner.query('ALTER TABLE memberships DROP COLUMN issuer_id');
    for (const table of [
      'sign_in_flows',
      'account_identities',
      'recovery_codes',
      'second_factors',
      'account_links',
    ])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`UPDATE accounts SET password_hash = '${nobodys}' WHERE password_hash IS NULL`);
    await runner.query('ALTER TABLE accounts ALTER COLUMN password_hash SET NOT NULL');
  }
}
