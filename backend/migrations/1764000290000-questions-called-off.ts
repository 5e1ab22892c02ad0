import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

const types = ['cancelled', 'left'];

/** What happened to a question can be that its dialogue was called off, or that its sender left it to others (docs/adr/0027). */
export class QuestionsCalledOff1764000290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allowValues(runner, 'medborgardialog_question_events', 'type', types);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM medborgardialog_question_news WHERE event_id IN (
         SELECT id FROM medborgardialog_question_events WHERE type = ANY ($1::text[]))`,
      [types],
    );
    await runner.query(`DELETE FROM medborgardialog_question_events WHERE type = ANY ($1::text[])`, [types]);
    await disallowValues(runner, 'medborgardialog_question_events', 'type', types);
  }
}
