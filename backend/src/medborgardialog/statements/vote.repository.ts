import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import type { StatementStatus, StatementVote } from '@lofteskartan/shared/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Counted } from './result.rules.js';

/** What became of a vote, and why it was not kept. */
export interface CastOutcome {
  readonly dialogueId: string;
  readonly dialogue: DialogueStatus;
  readonly statement: StatementStatus;
  readonly hasKey: boolean;
  readonly isKept: boolean;
}

/** A vote as it comes from a phone. */
export interface NewVote {
  readonly code: string;
  readonly statement: string;
  readonly voter: string;
  readonly vote: StatementVote;
}

/** Votes: of phones one by one, of paper as counts. They name nobody, and no moment. */
@Injectable()
export class VoteRepository {
  /**
   * Keeps a vote in one statement, which is its own transaction: what was looked at cannot have changed when it is kept. The voter is stored
   * under the dialogue's own key, which never leaves the database.
   * @returns null when the code has no such statement
   */
  async cast(
    on: DataSource | EntityManager,
    { code, statement, voter, vote }: NewVote,
  ): Promise<CastOutcome | null> {
    const [row] = await on.query<CastOutcome[]>(
      `WITH asked AS (
         SELECT d.id AS dialogue_id, d.status AS dialogue, s.id, s.status, l.voter_key
         FROM medborgardialoger d JOIN municipalities m ON m.id = d.municipality_id
         JOIN medborgardialog_statements s ON s.dialogue_id = d.id LEFT JOIN medborgardialog_live l ON l.dialogue_id = d.id
         WHERE d.short_code = $1 AND d.published_at IS NOT NULL AND m.opened_at IS NOT NULL AND s.id = $2
           AND s.status IN ('open', 'closed')),
       kept AS (
         INSERT INTO medborgardialog_votes (statement_id, voter, vote)
         SELECT id, sha256(voter_key || decode($3, 'hex')), $4 FROM asked
         WHERE dialogue = 'open' AND status = 'open' AND voter_key IS NOT NULL
         ON CONFLICT (statement_id, voter) DO UPDATE SET vote = excluded.vote RETURNING 1)
       SELECT dialogue_id AS "dialogueId", dialogue, status AS statement, voter_key IS NOT NULL AS "hasKey",
         EXISTS (SELECT 1 FROM kept) AS "isKept" FROM asked`,
      [code.toUpperCase(), statement, voter, vote],
    );
    return row ?? null;
  }

  /** The statements that were voted on, with the votes of phones, those that were disposed of too, and of paper, in their order. */
  counted(manager: EntityManager, dialogueId: string): Promise<Counted[]> {
    return manager.query<Counted[]>(
      `SELECT s.id, s.ordinal AS number, s.text, s.status = 'open' AS "isOpen",
         json_build_object('agree', v.agree + COALESCE(f.agree, 0), 'disagree', v.disagree + COALESCE(f.disagree, 0),
           'pass', v.pass + COALESCE(f.pass, 0)) AS phones,
         json_build_object('agree', p.agree, 'disagree', p.disagree, 'pass', p.pass) AS paper
       FROM medborgardialog_statements s LEFT JOIN medborgardialog_folded_votes f ON f.statement_id = s.id
       CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE vote = 'agree') AS agree, count(*) FILTER (WHERE vote = 'disagree') AS disagree,
         count(*) FILTER (WHERE vote = 'pass') AS pass FROM medborgardialog_votes WHERE statement_id = s.id) v
       CROSS JOIN LATERAL (SELECT COALESCE(sum(agree), 0) AS agree, COALESCE(sum(disagree), 0) AS disagree, COALESCE(sum(pass), 0) AS pass
         FROM medborgardialog_paper_votes WHERE statement_id = s.id) p
       WHERE s.dialogue_id = $1 AND s.status IN ('open', 'closed') ORDER BY s.ordinal, s.id`,
      [dialogueId],
    );
  }

  /**
   * Takes apart what belongs together: each vote of a dialogue is kept under a random name of its own, in no order, so that nobody can lay
   * the votes of one person beside each other. Votes that are on their way are waited for, and none comes after.
   */
  async scatter(manager: EntityManager, dialogueId: string): Promise<void> {
    await manager.query('LOCK TABLE medborgardialog_votes IN SHARE ROW EXCLUSIVE MODE');
    await manager.query('UPDATE medborgardialog_live SET voter_key = NULL WHERE dialogue_id = $1', [
      dialogueId,
    ]);
    const votes = await manager.query<{ statement_id: string; vote: StatementVote }[]>(
      `SELECT v.statement_id, v.vote FROM medborgardialog_votes v JOIN medborgardialog_statements s ON s.id = v.statement_id
       WHERE s.dialogue_id = $1 ORDER BY gen_random_uuid()`,
      [dialogueId],
    );
    await manager.query(
      `DELETE FROM medborgardialog_votes v USING medborgardialog_statements s WHERE s.id = v.statement_id AND s.dialogue_id = $1`,
      [dialogueId],
    );
    await manager.query(
      `INSERT INTO medborgardialog_votes (statement_id, voter, vote)
       SELECT statement_id, sha256(gen_random_uuid()::text::bytea), vote FROM unnest($1::uuid[], $2::text[]) AS v (statement_id, vote)`,
      [votes.map((each) => each.statement_id), votes.map((each) => each.vote)],
    );
  }
}
