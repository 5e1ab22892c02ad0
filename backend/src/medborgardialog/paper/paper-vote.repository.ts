import type { PaperStatement, VoteCounts } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The votes of a table on a statement. */
interface TableOfStatement {
  readonly statementId: string;
  readonly table: string;
}

/** Votes that were ticked on paper: counts of a table, never people. */
@Injectable()
export class PaperVoteRepository {
  /** The statements of a dialogue that are or were voted on, with the votes of the tables. */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<PaperStatement[]> {
    return manager.query(
      `SELECT s.id, s.ordinal AS number, s.text, coalesce((
         SELECT json_agg(json_build_object('table', p.table_label, 'agree', p.agree, 'disagree', p.disagree, 'pass', p.pass) ORDER BY p.table_label)
         FROM medborgardialog_paper_votes p WHERE p.statement_id = s.id), '[]') AS votes
       FROM medborgardialog_statements s WHERE s.dialogue_id = $1 AND s.status IN ('open', 'closed') ORDER BY s.ordinal, s.id`,
      [dialogueId],
    );
  }

  /** Keeps the votes of a table, and no others of it. */
  async save(
    manager: EntityManager,
    { statementId, table }: TableOfStatement,
    { agree, disagree, pass }: VoteCounts,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_paper_votes (statement_id, table_label, agree, disagree, pass) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (statement_id, table_label) DO UPDATE SET agree = excluded.agree, disagree = excluded.disagree, pass = excluded.pass`,
      [statementId, table, agree, disagree, pass],
    );
  }

  /** Takes the votes of a table away. */
  async remove(manager: EntityManager, { statementId, table }: TableOfStatement): Promise<void> {
    await manager.query(
      'DELETE FROM medborgardialog_paper_votes WHERE statement_id = $1 AND table_label = $2',
      [statementId, table],
    );
  }
}
