import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';

/** A draft as it is stored. */
export interface DraftRow {
  readonly id: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly promiseId: string | null;
  readonly content: PromiseContent;
  readonly version: number;
  readonly savedAt: Date;
  /** The name of whom saved it last. */
  readonly savedBy: string;
}

const columns = `d.id, d.municipality_id AS "municipalityId", m.slug AS municipality, d.medborgarlofte_id AS "promiseId",
  d.content, d.version, d.saved_at AS "savedAt", a.name AS "savedBy"`;
const tables = `promise_drafts d JOIN municipalities m ON m.id = d.municipality_id JOIN accounts a ON a.id = d.saved_by`;

/** Drafts of promises, and the history of what became of them. */
@Injectable()
export class PromiseDraftsRepository {
  /** Begins a draft; null when the promise has one already. */
  async insert(
    manager: EntityManager,
    draft: {
      municipalityId: string;
      promiseId: string | null;
      content: PromiseContent;
      by: string;
      now: Date;
    },
  ): Promise<string | null> {
    const { municipalityId, promiseId, content, by, now } = draft;
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO promise_drafts (municipality_id, medborgarlofte_id, content, created_at, saved_at, saved_by)
        VALUES ($1, $2, $3, $4, $4, $5) ON CONFLICT (medborgarlofte_id) DO NOTHING RETURNING id`,
      [municipalityId, promiseId, JSON.stringify(content), now, by],
    );
    return row?.id ?? null;
  }

  /** A draft, or null. */
  async byId(manager: EntityManager, id: string): Promise<DraftRow | null> {
    const [row] = await manager.query<DraftRow[]>(`SELECT ${columns} FROM ${tables} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  /** The same, locked until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<DraftRow | null> {
    const [row] = await manager.query<DraftRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE d.id = $1 FOR UPDATE OF d`,
      [id],
    );
    return row ?? null;
  }

  /** The drafts of a municipality, the one saved last first. */
  async of(manager: EntityManager, municipalityId: string): Promise<DraftRow[]> {
    return manager.query<DraftRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE d.municipality_id = $1 ORDER BY d.saved_at DESC, d.id`,
      [municipalityId],
    );
  }

  /** Saves what was written and returns the draft's new version. */
  async save(
    manager: EntityManager,
    id: string,
    content: PromiseContent,
    { by, now }: { readonly by: string; readonly now: Date },
  ): Promise<number> {
    const [rows] = await manager.query<[{ version: number }[]]>(
      `UPDATE promise_drafts SET content = $2, version = version + 1, saved_at = $3, saved_by = $4
        WHERE id = $1 RETURNING version`,
      [id, JSON.stringify(content), now, by],
    );
    const version = rows[0]?.version;
    if (version === undefined) throw new Error('A locked draft is gone');
    return version;
  }

  /** Takes a draft away: it was published or is not wanted. Its event stays. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM promise_drafts WHERE id = $1', [id]);
  }

  /** Appends to the history. */
  async addEvent(
    manager: EntityManager,
    event: {
      municipalityId: string;
      promiseId: string | null;
      draftId: string;
      at: Date;
      by: string;
      type: 'drafted' | 'published' | 'discarded';
      changes?: object;
    },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO promise_events (municipality_id, medborgarlofte_id, draft_id, at, actor_account_id, type, changes)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        event.municipalityId,
        event.promiseId,
        event.draftId,
        event.at,
        event.by,
        event.type,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }
}
