import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue's counts are read from indexes alone: the one of a status knows the kind as well, and the few proposals that not
 * everybody may open have an index of their own.
 */
export class QueueCounts1764000148000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX proposals_queue_status_idx');
    await runner.query(
      'CREATE INDEX proposals_queue_status_idx ON proposals (municipality_id, status, created_at DESC, id) INCLUDE (kind)',
    );
    await runner.query(
      'CREATE INDEX proposals_kept_apart_idx ON proposals (municipality_id) WHERE held_as IS NOT NULL OR secret_for IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX proposals_kept_apart_idx');
    await runner.query('DROP INDEX proposals_queue_status_idx');
    await runner.query(
      'CREATE INDEX proposals_queue_status_idx ON proposals (municipality_id, status, created_at DESC, id)',
    );
  }
}
