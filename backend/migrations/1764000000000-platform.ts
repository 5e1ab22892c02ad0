import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform itself keeps: answers to idempotent writes, and the counters of the rate limits. */
export class Platform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        key_hash bytea CONSTRAINT idempotency_keys_pk PRIMARY KEY,
        body_hash bytea NOT NULL,
        answer bytea,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX idempotency_keys_expires_idx ON idempotency_keys (expires_at)`);
    // The shape that rate-limiter-flexible asks for.
    await runner.query(`
      CREATE TABLE rate_limits (
        key varchar(255) CONSTRAINT rate_limits_pk PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`CREATE INDEX rate_limits_expire_idx ON rate_limits (expire)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rate_limits`);
    await runner.query(`DROP TABLE idempotency_keys`);
  }
}
