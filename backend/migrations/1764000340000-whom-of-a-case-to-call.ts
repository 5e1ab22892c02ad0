import type { MigrationInterface, QueryRunner } from 'typeorm';

const ledger = '(municipality_id, locality, kind, status, commitment_id, responsible)';
const toCall = '(municipality, kind, status, created_at DESC, proposal_id DESC)';

/** How many of a case are still to be called about its answer, in place of whether its leader's sender is: each of them waits for it alone. */
export class WhomOfACaseToCall1764000340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE public_proposals ADD to_call_count integer NOT NULL DEFAULT 0`);
    await runner.query(`
      WITH RECURSIVE up AS (
        SELECT f.proposal_id AS sender, p.id, p.duplicate_of_id FROM proposal_phones f JOIN proposals p ON p.id = f.proposal_id
        WHERE f.to_call_since IS NOT NULL
        UNION ALL SELECT up.sender, p.id, p.duplicate_of_id FROM up JOIN proposals p ON p.id = up.duplicate_of_id)
      UPDATE public_proposals pub SET to_call_count = least(calls.count, 1 + pub.gathered_count)
      FROM (SELECT id, count(*)::integer AS count FROM up WHERE duplicate_of_id IS NULL GROUP BY id) calls
      WHERE pub.proposal_id = calls.id AND pub.listed`);
    await runner.query('DROP INDEX public_proposals_to_call_idx');
    await runner.query('DROP INDEX public_proposals_ledger_idx');
    await runner.query('ALTER TABLE public_proposals DROP COLUMN to_call');
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals ${ledger} INCLUDE (answer_due_at, gathered_count, to_call_count) WHERE listed`,
    );
    // Few of many: those of whom somebody waits though there is an answer.
    await runner.query(
      `CREATE INDEX public_proposals_to_call_idx ON public_proposals ${toCall} WHERE listed AND to_call_count > 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE public_proposals ADD to_call boolean NOT NULL DEFAULT false');
    await runner.query(`
      UPDATE public_proposals pub SET to_call = true FROM proposal_phones f
      WHERE f.proposal_id = pub.proposal_id AND f.to_call_since IS NOT NULL AND pub.listed`);
    await runner.query('DROP INDEX public_proposals_to_call_idx');
    await runner.query('DROP INDEX public_proposals_ledger_idx');
    await runner.query('ALTER TABLE public_proposals DROP COLUMN to_call_count');
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals ${ledger} INCLUDE (answer_due_at, gathered_count, to_call) WHERE listed`,
    );
    await runner.query(
      `CREATE INDEX public_proposals_to_call_idx ON public_proposals ${toCall} WHERE listed AND to_call`,
    );
  }
}
