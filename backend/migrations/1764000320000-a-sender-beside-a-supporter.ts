import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address may be that of a proposal's sender and of somebody who supports it: each is confirmed by itself. */
export class ASenderBesideASupporter1764000320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.unique(runner, 'proposal_id, address_hash, role');
  }

  /** Who was both stays as the supporter; a sender's address can be given again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM proposal_contacts c USING proposal_contacts other
       WHERE c.role = 'sender' AND other.role = 'supporter' AND other.proposal_id = c.proposal_id AND other.address_hash = c.address_hash`,
    );
    await this.unique(runner, 'proposal_id, address_hash');
  }

  private async unique(runner: QueryRunner, columns: string): Promise<void> {
    await runner.query('ALTER TABLE proposal_contacts DROP CONSTRAINT proposal_contacts_address_unique');
    await runner.query(
      `ALTER TABLE proposal_contacts ADD CONSTRAINT proposal_contacts_address_unique UNIQUE (${columns})`,
    );
  }
}
