import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That staff sent a referral in another way than by mail, which they say when they end it without an answer. */
export class ReferralsSentOtherwise1764000330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE referrals ADD COLUMN sent_otherwise boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE referrals DROP COLUMN sent_otherwise`);
  }
}
