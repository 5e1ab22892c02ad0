import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes of phones that were disposed of are counts of their own: told as those of phones are, and never shown or changed as paper. */
export class FoldedVotes1764000296000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialog_folded_votes (
        statement_id uuid CONSTRAINT medborgardialog_folded_votes_pk PRIMARY KEY
          CONSTRAINT medborgardialog_folded_votes_statement_fk REFERENCES medborgardialog_statements (id),
        agree integer NOT NULL CONSTRAINT medborgardialog_folded_votes_agree_check CHECK (agree >= 0),
        disagree integer NOT NULL CONSTRAINT medborgardialog_folded_votes_disagree_check CHECK (disagree >= 0),
        pass integer NOT NULL CONSTRAINT medborgardialog_folded_votes_pass_check CHECK (pass >= 0)
      )`);
    await runner.query(`
      WITH folded AS (
        DELETE FROM medborgardialog_paper_votes p USING medborgardialog_statements s, medborgardialoger d
        WHERE s.id = p.statement_id AND d.id = s.dialogue_id AND d.disposed_at IS NOT NULL AND p.table_label = 'Telefoner'
        RETURNING p.statement_id, p.agree, p.disagree, p.pass)
      INSERT INTO medborgardialog_folded_votes (statement_id, agree, disagree, pass) SELECT statement_id, agree, disagree, pass FROM folded`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO medborgardialog_paper_votes AS p (statement_id, table_label, agree, disagree, pass)
      SELECT statement_id, 'Telefoner', least(agree, 5000), least(disagree, 5000), least(pass, 5000) FROM medborgardialog_folded_votes
      ON CONFLICT (statement_id, table_label) DO UPDATE SET agree = least(p.agree + excluded.agree, 5000),
        disagree = least(p.disagree + excluded.disagree, 5000), pass = least(p.pass + excluded.pass, 5000)`);
    await runner.query('DROP TABLE medborgardialog_folded_votes');
  }
}
