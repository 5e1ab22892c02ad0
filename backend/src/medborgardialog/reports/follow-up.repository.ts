import type { DueFollowUp } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { DialogueFollowUp } from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import { FOLLOW_UP_MONTHS, type FollowUpMonths } from '@lofteskartan/shared/medborgardialog-outcomes';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';

/** A follow-up as it was published. Of what points became it keeps no names: a thing can stop being public. */
export type FrozenFollowUp = Pick<DialogueFollowUp, 'title' | 'startsAt' | 'words' | 'standings' | 'points'>;

/** A follow-up's row. */
export interface FollowUpRecord {
  readonly months: FollowUpMonths;
  readonly dueOn: IsoDate;
  readonly words: string;
  /** By the number of the point. */
  readonly pointWords: Readonly<Record<string, string>>;
  readonly version: number;
  readonly publishedAt: Date | null;
}

/** A published follow-up with its dialogue. */
export interface PublishedFollowUp {
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly dialogueId: string;
  readonly publishedAt: Date;
  readonly view: FrozenFollowUp;
}

type Source = DataSource | EntityManager;

/** The follow-ups of medborgardialoger at 6 and 12 months. */
@Injectable()
export class FollowUpRepository {
  /** Plans the follow-ups of a dialogue whose report is published. @param days by months */
  async plan(
    manager: EntityManager,
    dialogueId: string,
    days: Readonly<Record<FollowUpMonths, IsoDate>>,
  ): Promise<void> {
    for (const months of FOLLOW_UP_MONTHS)
      await manager.query(
        `INSERT INTO medborgardialog_follow_ups (dialogue_id, months, due_on) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [dialogueId, months, days[months]],
      );
  }

  /** The follow-ups of a dialogue, the first first. */
  ofDialogue(manager: EntityManager, dialogueId: string): Promise<FollowUpRecord[]> {
    return manager.query(
      `SELECT months, due_on::text AS "dueOn", words, point_words AS "pointWords", version, published_at AS "publishedAt"
       FROM medborgardialog_follow_ups WHERE dialogue_id = $1 ORDER BY months`,
      [dialogueId],
    );
  }

  /** Keeps what is written. */
  async save(
    manager: EntityManager,
    dialogueId: string,
    { months, words, pointWords }: Pick<FollowUpRecord, 'months' | 'words' | 'pointWords'>,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_follow_ups SET words = $3, point_words = $4::jsonb, version = version + 1 WHERE dialogue_id = $1 AND months = $2`,
      [dialogueId, months, words, JSON.stringify(pointWords)],
    );
  }

  /** Makes a follow-up public as it stands. */
  async publish(
    manager: EntityManager,
    dialogueId: string,
    months: FollowUpMonths,
    view: FrozenFollowUp,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE medborgardialog_follow_ups SET published_at = $3, view = $4::jsonb, version = version + 1 WHERE dialogue_id = $1 AND months = $2`,
      [dialogueId, months, now, JSON.stringify(view)],
    );
  }

  /** The follow-ups that are due in some municipalities and not published, the longest due first. */
  due(manager: EntityManager, municipalityIds: readonly string[], today: IsoDate): Promise<DueFollowUp[]> {
    return manager.query(
      `SELECT d.reference, m.slug AS municipality, d.title, f.months, f.due_on::text AS "dueOn"
       FROM medborgardialog_follow_ups f JOIN medborgardialoger d ON d.id = f.dialogue_id JOIN municipalities m ON m.id = d.municipality_id
       WHERE f.published_at IS NULL AND f.due_on <= $2::date AND d.municipality_id = ANY ($1::uuid[]) ORDER BY f.due_on, d.reference, f.months`,
      [municipalityIds, today],
    );
  }

  /** The published follow-ups of a dialogue, in months. */
  async published(source: Source, dialogueId: string): Promise<number[]> {
    const rows = await source.query<{ months: number }[]>(
      `SELECT months FROM medborgardialog_follow_ups WHERE dialogue_id = $1 AND published_at IS NOT NULL ORDER BY months`,
      [dialogueId],
    );
    return rows.map(({ months }) => months);
  }

  /** A published follow-up, or null. */
  async one(source: Source, reference: string, months: number): Promise<PublishedFollowUp | null> {
    const [row] = await source.query<PublishedFollowUp[]>(
      `SELECT d.reference, m.slug AS municipality, d.id AS "dialogueId", f.published_at AS "publishedAt", f.view
       FROM medborgardialog_follow_ups f JOIN medborgardialoger d ON d.id = f.dialogue_id
         JOIN municipalities m ON m.id = d.municipality_id AND m.opened_at IS NOT NULL
       WHERE d.reference = $1 AND f.months = $2 AND f.published_at IS NOT NULL`,
      [reference, months],
    );
    return row ?? null;
  }
}
