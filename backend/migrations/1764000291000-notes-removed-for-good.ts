import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowValues, disallowValues } from '../src/platform/database/check-values.js';

/**
 * Published reports know which note each of their words is from, so that one which is removed leaves them too, and what is done of a point
 * can be taken back (docs/adr/0030).
 */
export class NotesRemovedForGood1764000291000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE medborgardialog_reports r SET view = jsonb_set(r.view, '{tableNotes}', (
         SELECT coalesce(jsonb_agg(told.note || coalesce((
             SELECT jsonb_build_object('id', n.id) FROM medborgardialog_notes n
             WHERE n.dialogue_id = r.dialogue_id AND n.table_label = told.note ->> 'table' AND n.body = told.note ->> 'text'
             ORDER BY n.id LIMIT 1), '{}') ORDER BY told.place), '[]')
         FROM jsonb_array_elements(r.view -> 'tableNotes') WITH ORDINALITY AS told (note, place)))`,
    );
    await allowValues(runner, 'medborgardialog_events', 'type', ['point-undone']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM medborgardialog_events WHERE type = 'point-undone'`);
    await disallowValues(runner, 'medborgardialog_events', 'type', ['point-undone']);
    await runner.query(
      `UPDATE medborgardialog_reports r SET view = jsonb_set(r.view, '{tableNotes}', (
         SELECT coalesce(jsonb_agg(told.note - 'id' ORDER BY told.place), '[]')
         FROM jsonb_array_elements(r.view -> 'tableNotes') WITH ORDINALITY AS told (note, place)))`,
    );
  }
}
