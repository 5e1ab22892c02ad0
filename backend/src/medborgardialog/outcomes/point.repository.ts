import type { PointEvent } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { PointOutcome, PointSource } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { plannedNow } from '../../inventory/planned-now.js';
import type { IsoDate } from '../../platform/dates.js';
import type { SaidOutcome } from './outcome.rules.js';

/** A point that is added. */
export interface NewPoint {
  readonly source: PointSource;
  readonly noteId: string | null;
  readonly statementId: string | null;
  readonly text: string;
}

/** What can be said of a point. */
export type PointFields = SaidOutcome & { readonly text: string };

/** A point's row. What leaves the house passes a view: never send this. */
export interface PointRecord extends PointFields {
  readonly id: string;
  readonly dialogueId: string;
  readonly municipalityId: string;
  readonly number: number;
  readonly version: number;
  readonly source: PointSource;
  readonly questionId: string | null;
  readonly statementId: string | null;
  /** The reference of its question, the table of its note, or the number of its statement. */
  readonly origin: string | null;
  /** How many asked or supported its question; null without one. */
  readonly supporters: number | null;
  /** Whether those who asked have this answer already. */
  readonly isTold: boolean;
  /** The name of the organisation that sees to it. */
  readonly organisation: string | null;
  /** The name of the person who does. */
  readonly person: string | null;
  readonly doneOn: IsoDate | null;
  readonly doneText: string | null;
  /** Whether it became a measure that was taken back and not planned anew. */
  readonly isTakenBack: boolean;
}

/** What is read of a point that was published. */
export interface ToldPoint extends Pick<PointRecord, 'id' | 'doneOn' | 'doneText'> {
  /** The number of the statement that it was made of, or null. */
  readonly statement: number | null;
}

/** Where somebody works, and for whom. */
export interface OwnerPlace {
  readonly municipalityId: string;
  readonly organisationId: string;
  /** Whether they keep dialogues there. */
  readonly keeps: boolean;
}

/** A point that may be late, or that became what was taken back, with its dialogue. */
export interface WaitingPoint extends PointRecord {
  readonly reference: string;
  readonly title: string;
  readonly startsAt: Date;
  /** The municipality's slug. */
  readonly municipality: string;
}

const columns = `p.id, p.dialogue_id AS "dialogueId", p.municipality_id AS "municipalityId", p.number, p.version, p.source,
  p.question_id AS "questionId", p.statement_id AS "statementId", coalesce(q.reference, n.table_label, s.ordinal::text) AS origin,
  coalesce(q.edited_text, q.text, p.body) AS text, q.support_count AS supporters,
  (q.answer_text = p.public_text AND q.answer_outcome = p.outcome) IS TRUE AS "isTold", p.outcome, p.public_text AS "publicText",
  coalesce(p.proposal_id, p.commitment_id, p.measure_id, p.activity_id) AS "thingId", p.outside_who AS "outsideWho",
  p.organisation_id AS "organisationId", o.name AS organisation, p.owner_account_id AS "personId", a.name AS person,
  p.due_on::text AS "dueOn", p.done_on::text AS "doneOn", p.done_text AS "doneText", latest.withdrawn_at IS NOT NULL AS "isTakenBack"`;
const tables = `medborgardialog_points p LEFT JOIN medborgardialog_notes n ON n.id = p.note_id
  LEFT JOIN medborgardialog_questions q ON q.id = p.question_id LEFT JOIN medborgardialog_statements s ON s.id = p.statement_id
  LEFT JOIN organisations o ON o.id = p.organisation_id LEFT JOIN accounts a ON a.id = p.owner_account_id
  LEFT JOIN LATERAL ${plannedNow('i.id = p.measure_id')} latest ON true`;
const counted = `p.withdrawn_at IS NULL AND (p.question_id IS NULL OR q.status = 'published')`;
/** SQL for the questions of the dialogue `$1` that everyone reads and that are no points yet. */
const newQuestions = `medborgardialog_questions q WHERE q.dialogue_id = $1 AND q.status = 'published'
  AND NOT EXISTS (SELECT FROM medborgardialog_points p WHERE p.question_id = q.id)`;
const thingColumn = (outcome: PointOutcome, parameter: string, column: string): string =>
  `CASE WHEN ${parameter} = '${outcome}' THEN ${column}::uuid END`;

/** SQL for that the outcome `$3` and the thing `$5` are those that stand. */
const staysSame = `outcome IS NOT DISTINCT FROM $3
  AND coalesce(proposal_id, commitment_id, measure_id, activity_id) IS NOT DISTINCT FROM $5::uuid`;

/** The points of medborgardialoger, each with what comes of it. */
@Injectable()
export class PointRepository {
  /** Whether a question that everyone reads is no point yet. */
  async lacksQuestions(manager: EntityManager, dialogueId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(`SELECT 1 FROM ${newQuestions} LIMIT 1`, [dialogueId]);
    return rows.length > 0;
  }

  /**
   * Makes a point of each question that everyone reads and that is none yet, in the order in which they were asked. Whoever asks for it holds
   * the dialogue's lock.
   */
  async takeInQuestions(
    manager: EntityManager,
    { id, municipalityId }: { readonly id: string; readonly municipalityId: string },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_points (dialogue_id, municipality_id, number, source, question_id, body, created_at, updated_at)
       SELECT $1, $2, (SELECT coalesce(max(number), 0) FROM medborgardialog_points WHERE dialogue_id = $1)
           + (row_number() OVER (ORDER BY q.asked_at, q.id))::integer, 'question', q.id, coalesce(q.edited_text, q.text), $3, $3
       FROM ${newQuestions}`,
      [id, municipalityId, now],
    );
  }

  /**
   * The points of a dialogue by number, but for those that were withdrawn. A question that was gathered is answered by another, and one
   * that is no longer shown by none.
   */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<PointRecord[]> {
    return manager.query(
      `SELECT ${columns} FROM ${tables} WHERE p.dialogue_id = $1 AND ${counted} ORDER BY p.number`,
      [dialogueId],
    );
  }

  /**
   * What may be late of what somebody sees to: points with a day that has passed, and those whose measure may be late. What was taken back waits
   * for those who keep the dialogue too: they say what comes of it instead.
   */
  waiting(
    manager: EntityManager,
    owner: { readonly accountId: string; readonly places: readonly OwnerPlace[] },
    today: IsoDate,
  ): Promise<WaitingPoint[]> {
    return manager.query(
      `SELECT ${columns}, d.reference, d.title, d.starts_at AS "startsAt", m.slug AS municipality
       FROM ${tables} JOIN medborgardialoger d ON d.id = p.dialogue_id AND d.status <> 'cancelled' JOIN municipalities m ON m.id = p.municipality_id
       WHERE ${counted} AND (p.done_on IS NULL AND p.due_on < $3::date OR p.measure_id IS NOT NULL)
         AND EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) AS place ("municipalityId" uuid, "organisationId" uuid, keeps boolean)
           WHERE place."municipalityId" = p.municipality_id AND (place."organisationId" = p.organisation_id OR p.owner_account_id = $1
             OR place.keeps AND latest.withdrawn_at IS NOT NULL))
       ORDER BY p.due_on NULLS LAST, p.id`,
      [owner.accountId, JSON.stringify(owner.places), today],
    );
  }

  /** The history of a point, oldest first. */
  async history(manager: EntityManager, dialogueId: string, number: number): Promise<PointEvent[]> {
    const rows = await manager.query<(Omit<PointEvent, 'at'> & { at: Date })[]>(
      `SELECT e.at, e.type, a.name AS actor, e.reason, e.changes - 'point' AS changes
       FROM medborgardialog_events e LEFT JOIN accounts a ON a.id = e.actor_account_id
       WHERE e.dialogue_id = $1 AND e.type LIKE 'point-%' AND (e.changes ->> 'point')::integer = $2 ORDER BY e.id`,
      [dialogueId, number],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** What was done of points, and the number of the statement that each was made of; withdrawn ones among them: what a report tells of stays told. */
  told(source: DataSource | EntityManager, ids: readonly string[]): Promise<ToldPoint[]> {
    return source.query(
      `SELECT p.id, p.done_on::text AS "doneOn", p.done_text AS "doneText", s.ordinal AS statement
       FROM medborgardialog_points p LEFT JOIN medborgardialog_statements s ON s.id = p.statement_id WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** Adds a point with the next number of its dialogue. @returns its id */
  async insert(
    manager: EntityManager,
    { id, municipalityId }: { readonly id: string; readonly municipalityId: string },
    { source, noteId, statementId, text }: NewPoint,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_points (dialogue_id, municipality_id, number, source, note_id, statement_id, body, created_at, updated_at)
       VALUES ($1, $2, (SELECT coalesce(max(number), 0) + 1 FROM medborgardialog_points WHERE dialogue_id = $1), $3, $4, $5, $6, $7, $7)
       RETURNING id`,
      [id, municipalityId, source, noteId, statementId, text, now],
    );
    if (!row) throw new Error('A point was not stored');
    return row.id;
  }

  /** Keeps what is said of a point. What was done of it goes with another outcome or thing: it belonged to that. */
  async update(manager: EntityManager, id: string, said: PointFields, now: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_points SET body = $2, outcome = $3, public_text = $4,
         proposal_id = ${thingColumn('proposal', '$3', '$5')}, commitment_id = ${thingColumn('commitment', '$3', '$5')},
         measure_id = ${thingColumn('measure', '$3', '$5')}, activity_id = ${thingColumn('activity', '$3', '$5')},
         outside_who = $6, organisation_id = $7, owner_account_id = $8, due_on = $9,
         done_on = CASE WHEN ${staysSame} THEN done_on END, done_text = CASE WHEN ${staysSame} THEN done_text END, version = version + 1, updated_at = $10 WHERE id = $1`,
      [
        id,
        said.text,
        said.outcome,
        said.publicText,
        said.thingId,
        said.outsideWho,
        said.organisationId,
        said.personId,
        said.dueOn,
        now,
      ],
    );
  }

  /** Says when and how what was promised about a point was done; null takes it back. */
  async complete(
    manager: EntityManager,
    id: string,
    done: { readonly doneOn: IsoDate; readonly text: string } | null,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_points SET done_on = $2, done_text = $3, version = version + 1, updated_at = $4 WHERE id = $1`,
      [id, done?.doneOn ?? null, done?.text ?? null, now],
    );
  }

  /** Takes a point away; its row stays. */
  async withdraw(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_points SET withdrawn_at = $2, version = version + 1, updated_at = $2 WHERE id = $1`,
      [id, now],
    );
  }
}
