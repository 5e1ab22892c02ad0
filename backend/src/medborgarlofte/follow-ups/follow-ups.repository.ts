import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { FollowUp, FollowUpCorrection } from '@lofteskartan/shared/contracts/follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { Texts } from './follow-up.rules.js';

/** A follow-up as it is stored. */
export interface FollowUpRow {
  readonly id: string;
  readonly medborgarlofteId: string;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly municipalityName: string;
  readonly asOf: string;
  /** By commitment. */
  readonly texts: Readonly<Record<string, Texts>>;
  readonly version: number;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

/** A published follow-up without its corrections. */
export type FrozenFollowUp = Omit<FollowUp, 'corrections'>;

/** What happened to a follow-up. */
export interface FollowUpEvent {
  readonly followUpId: string;
  readonly at: Date;
  readonly by: string;
  readonly type: 'drafted' | 'saved' | 'published' | 'corrected';
  readonly texts?: object;
}

type Source = DataSource | EntityManager;

const columns = `
  f.id, f.medborgarlofte_id AS "medborgarlofteId", f.municipality_id AS "municipalityId", m.slug AS municipality,
  m.name AS "municipalityName", to_char(f.as_of, 'YYYY-MM-DD') AS "asOf", f.texts, f.version, f.updated_at AS "updatedAt",
  f.published_at AS "publishedAt"`;
const tables = 'follow_ups f JOIN municipalities m ON m.id = f.municipality_id';

/** Follow-ups: what coordinators write, and what everyone reads. */
@Injectable()
export class FollowUpsRepository {
  /** Begins a follow-up; null when the municipality has one of that day. */
  async insert(
    manager: EntityManager,
    draft: { medborgarlofteId: string; municipalityId: string; asOf: string; now: Date },
  ): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO follow_ups (medborgarlofte_id, municipality_id, as_of, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $4) ON CONFLICT (municipality_id, as_of) DO NOTHING RETURNING id`,
      [draft.medborgarlofteId, draft.municipalityId, draft.asOf, draft.now],
    );
    return row?.id ?? null;
  }

  /** A follow-up, locked until the transaction ends. */
  async lock(manager: EntityManager, id: string): Promise<FollowUpRow | null> {
    const [row] = await manager.query<FollowUpRow[]>(
      `SELECT ${columns} FROM ${tables} WHERE f.id = $1 FOR UPDATE OF f`,
      [id],
    );
    return row ?? null;
  }

  /** A follow-up, or null. */
  async byId(source: Source, id: string): Promise<FollowUpRow | null> {
    const [row] = await source.query<FollowUpRow[]>(`SELECT ${columns} FROM ${tables} WHERE f.id = $1`, [id]);
    return row ?? null;
  }

  /** Follow-ups of some municipalities, the latest day first. */
  async page(
    source: Source,
    wanted: {
      municipalityIds: readonly string[];
      municipality: string | null;
      after: { asOf: string; id: string } | null;
      limit: number;
    },
  ): Promise<FollowUpRow[]> {
    return source.query<FollowUpRow[]>(
      `SELECT ${columns} FROM ${tables}
        WHERE f.municipality_id = ANY($1::uuid[]) AND ($2::text IS NULL OR m.slug = $2)
          AND ($3::date IS NULL OR (f.as_of, f.id) < ($3::date, $4::uuid))
        ORDER BY f.as_of DESC, f.id DESC LIMIT $5`,
      [
        wanted.municipalityIds,
        wanted.municipality,
        wanted.after?.asOf ?? null,
        wanted.after?.id ?? null,
        wanted.limit,
      ],
    );
  }

  /** Writes the texts of a draft. */
  async save(
    manager: EntityManager,
    id: string,
    texts: Readonly<Record<string, Texts>>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE follow_ups SET texts = $2, version = version + 1, updated_at = $3 WHERE id = $1',
      [id, JSON.stringify(texts), now],
    );
  }

  /** Makes a follow-up public as it stands. */
  async publish(
    manager: EntityManager,
    row: FollowUpRow,
    view: Readonly<Record<Language, FrozenFollowUp>>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE follow_ups SET published_at = $2, updated_at = $2, version = version + 1 WHERE id = $1',
      [row.id, now],
    );
    await manager.query(
      `INSERT INTO public_follow_ups (follow_up_id, medborgarlofte_id, municipality_id, municipality, as_of, view, published_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        row.id,
        row.medborgarlofteId,
        row.municipalityId,
        row.municipality,
        row.asOf,
        JSON.stringify(view),
        now,
      ],
    );
  }

  /** Adds a public correction. */
  async correct(
    manager: EntityManager,
    id: string,
    { at, commitmentId, text, reason }: Omit<FollowUpCorrection, 'at'> & { readonly at: Date },
  ): Promise<void> {
    await manager.query('UPDATE follow_ups SET updated_at = $2, version = version + 1 WHERE id = $1', [
      id,
      at,
    ]);
    await manager.query(
      `INSERT INTO public_follow_up_corrections (follow_up_id, at, commitment_id, text, reason) VALUES ($1, $2, $3, $4, $5)`,
      [id, at, commitmentId, text, reason],
    );
  }

  /** Adds to the history. */
  async addEvent(manager: EntityManager, { followUpId, at, by, type, texts }: FollowUpEvent): Promise<void> {
    await manager.query(
      'INSERT INTO follow_up_events (follow_up_id, at, actor_account_id, type, texts) VALUES ($1, $2, $3, $4, $5)',
      [followUpId, at, by, type, texts ? JSON.stringify(texts) : null],
    );
  }
}
