import { answerWithin, type AnswerTimeSettings } from '@lofteskartan/shared/answer-times';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { startOfStockholmDay } from '../src/platform/dates.js';
import { workingDaysEnd } from '../src/platform/working-days.js';

const kinds = ['answerWithinSpeedCheck', 'answerWithinDarkPlace', 'answerWithinIdea'];
const waits = `p.status IN ('received', 'under-review', 'awaiting-reply')`;
const sinceDate = `(coalesce(p.waits_again_since, p.created_at) AT TIME ZONE 'Europe/Stockholm')::date`;

interface Waiting {
  readonly municipalityId: string;
  readonly settings: AnswerTimeSettings;
  readonly kind: ProposalKind;
  readonly since: string;
}

/**
 * Until when each proposal is to be answered: an answer time per kind among the settings, and the day stored with the proposal. The days
 * of those that wait already are counted here, by the calendar that the product counts with.
 */
export class AnswerTimes1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE municipalities SET settings = (SELECT jsonb_object_agg(name, NULL) FROM unnest($1::text[]) AS name) || settings`,
      [kinds],
    );
    await runner.query(
      `ALTER TABLE proposals ADD waits_again_since timestamptz, ADD answer_due_at timestamptz`,
    );
    await runner.query(`ALTER TABLE public_proposals ADD answer_due_at timestamptz`);
    await runner.query(
      `UPDATE proposals p SET waits_again_since = pub.waits_again_since FROM public_proposals pub
       WHERE pub.proposal_id = p.id AND pub.waits_again_since IS NOT NULL`,
    );
    await this.countDays(runner);
    // What waits, the first to be answered first; and within it what a person or an organisation has to do.
    await runner.query(
      `CREATE INDEX proposals_due_idx ON proposals (municipality_id, answer_due_at, id)
       WHERE status IN ('received', 'under-review', 'awaiting-reply')`,
    );
    await this.ledgerIndex(runner, 'answer_due_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.ledgerIndex(runner, 'created_at, waits_again_since');
    await runner.query(`DROP INDEX proposals_due_idx`);
    await runner.query(`ALTER TABLE public_proposals DROP COLUMN answer_due_at`);
    await runner.query(`ALTER TABLE proposals DROP COLUMN answer_due_at, DROP COLUMN waits_again_since`);
    await runner.query(`UPDATE municipalities SET settings = settings - $1::text[]`, [kinds]);
  }

  private async countDays(runner: QueryRunner): Promise<void> {
    const waiting = (await runner.query(
      `SELECT DISTINCT p.municipality_id AS "municipalityId", m.settings, p.kind, ${sinceDate}::text AS since
       FROM proposals p JOIN municipalities m ON m.id = p.municipality_id WHERE ${waits}`,
    )) as Waiting[];
    const days = waiting.map(({ municipalityId, settings, kind, since }) => ({
      town: municipalityId,
      kind,
      since,
      due: workingDaysEnd(startOfStockholmDay(since), answerWithin(settings, kind)),
    }));
    await runner.query(
      `UPDATE proposals p SET answer_due_at = day.due
       FROM jsonb_to_recordset($1::jsonb) AS day (town uuid, kind text, since date, due timestamptz)
       WHERE p.municipality_id = day.town AND p.kind = day.kind AND ${waits} AND ${sinceDate} = day.since`,
      [JSON.stringify(days)],
    );
    await runner.query(
      `UPDATE public_proposals pub SET answer_due_at = p.answer_due_at FROM proposals p
       WHERE p.id = pub.proposal_id AND pub.listed AND p.answer_due_at IS NOT NULL`,
    );
  }

  /** The index that the answer ledger reads alone, with what it counts. */
  private async ledgerIndex(runner: QueryRunner, counted: string): Promise<void> {
    await runner.query(`DROP INDEX public_proposals_ledger_idx`);
    await runner.query(
      `CREATE INDEX public_proposals_ledger_idx ON public_proposals
         (municipality_id, locality, kind, status, commitment_id, responsible) INCLUDE (${counted}) WHERE listed`,
    );
  }
}
