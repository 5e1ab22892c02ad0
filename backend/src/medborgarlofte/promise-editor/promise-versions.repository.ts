import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import type { Words } from '../words.js';

/** A published version as it is stored. */
export interface VersionRow {
  readonly number: number;
  readonly content: PromiseContent;
  readonly note: Words | null;
  readonly publishedAt: Date;
}

const columns = `number, content, note, published_at AS "publishedAt"`;

/** The published versions of promises. They are added and never changed, but for what an import alone has written. */
@Injectable()
export class PromiseVersionsRepository {
  /** All versions of a promise, the latest first. */
  async of(manager: EntityManager, promiseId: string): Promise<VersionRow[]> {
    return manager.query<VersionRow[]>(
      `SELECT ${columns} FROM promise_versions WHERE medborgarlofte_id = $1 ORDER BY number DESC`,
      [promiseId],
    );
  }

  /** The latest version of a promise, or null. */
  async latest(manager: EntityManager, promiseId: string): Promise<VersionRow | null> {
    const [row] = await manager.query<VersionRow[]>(
      `SELECT ${columns} FROM promise_versions WHERE medborgarlofte_id = $1 ORDER BY number DESC LIMIT 1`,
      [promiseId],
    );
    return row ?? null;
  }

  /** Adds a version. */
  async add(
    manager: EntityManager,
    promiseId: string,
    version: { number: number; content: PromiseContent; note: Words | null; at: Date; by: string | null },
  ): Promise<void> {
    const { number, content, note, at, by } = version;
    await manager.query(
      `INSERT INTO promise_versions (medborgarlofte_id, number, content, note, published_at, published_by)
        VALUES ($1, $2, $3, $4, $5, $6)`,
      [promiseId, number, JSON.stringify(content), note && JSON.stringify(note), at, by],
    );
  }

  /** Makes this the first version of a promise that nobody has changed in the editor. */
  async putImported(
    manager: EntityManager,
    promiseId: string,
    content: PromiseContent,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO promise_versions (medborgarlofte_id, number, content, published_at) VALUES ($1, 1, $2, $3)
        ON CONFLICT (medborgarlofte_id, number) DO UPDATE SET content = excluded.content
        WHERE promise_versions.published_by IS NULL`,
      [promiseId, JSON.stringify(content), at],
    );
  }

  /** The id of the promise of this slug when a person has published a version of it; else null. */
  async editedPromise(manager: EntityManager, municipalityId: string, slug: string): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `SELECT p.id FROM promise_versions v JOIN medborgarloften p ON p.id = v.medborgarlofte_id
        WHERE p.municipality_id = $1 AND p.slug = $2 AND v.published_by IS NOT NULL LIMIT 1`,
      [municipalityId, slug],
    );
    return row?.id ?? null;
  }
}
