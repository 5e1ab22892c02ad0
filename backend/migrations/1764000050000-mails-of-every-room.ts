import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `'confirm', 'news', 'own-proposals'`;

/**
 * Mails of every room: a kind is whatever some room puts together, and what is no mail to a proposal's contact names the row that it is made
 * of instead.
 */
export class MailsOfEveryRoom1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mails DROP CONSTRAINT mails_kind_check');
    await runner.query('ALTER TABLE mails ALTER COLUMN contact_id DROP NOT NULL');
    await runner.query('ALTER TABLE mails ADD COLUMN subject_id uuid');
    await runner.query(
      'ALTER TABLE mails ADD CONSTRAINT mails_about_check CHECK (num_nonnulls(contact_id, subject_id) = 1)',
    );
    await runner.query('CREATE INDEX mails_subject_idx ON mails (subject_id) WHERE subject_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM mails WHERE subject_id IS NOT NULL OR kind NOT IN (${kinds})`);
    await runner.query('DROP INDEX mails_subject_idx');
    await runner.query('ALTER TABLE mails DROP CONSTRAINT mails_about_check');
    await runner.query('ALTER TABLE mails DROP COLUMN subject_id');
    await runner.query('ALTER TABLE mails ALTER COLUMN contact_id SET NOT NULL');
    await runner.query(`ALTER TABLE mails ADD CONSTRAINT mails_kind_check CHECK (kind IN (${kinds}))`);
  }
}
