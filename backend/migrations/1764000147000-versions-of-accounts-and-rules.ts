import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two people may save at the same time says which version was read: accounts, the settings of referrals, the retention rules. */
export class VersionsOfAccountsAndRules1764000147000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ADD version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE referral_settings ADD version integer NOT NULL DEFAULT 1');
    // The rules are a row each, and none of them where everything is kept: their version stands beside them.
    await runner.query(`
      CREATE TABLE retention_versions (
        municipality_id uuid CONSTRAINT retention_versions_pk PRIMARY KEY
          CONSTRAINT retention_versions_municipality_fk REFERENCES municipalities (id),
        version integer NOT NULL
      )`);
    await runner.query(
      'INSERT INTO retention_versions SELECT DISTINCT municipality_id, 1 FROM retention_rules',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE retention_versions');
    await runner.query('ALTER TABLE referral_settings DROP COLUMN version');
    await runner.query('ALTER TABLE accounts DROP COLUMN version');
  }
}
