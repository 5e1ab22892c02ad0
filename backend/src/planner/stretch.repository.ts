import type { RoadKeeper, StretchEventType } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A stretch as it is stored. */
export interface StretchRecord {
  readonly id: string;
  readonly name: string | null;
  readonly mergedIntoId: string | null;
  readonly safePlace: boolean | null;
  readonly limitChangeMetres: number | null;
  readonly roadKeeper: RoadKeeper | null;
  readonly note: string | null;
  readonly assessedAt: Date | null;
  readonly version: number;
}

/** Something that happened to a stretch, as it is appended. */
export interface NewStretchEvent {
  readonly stretchId: string;
  readonly at: Date;
  readonly by: string;
  readonly type: StretchEventType;
  readonly otherStretchId?: string;
  readonly wishes?: readonly string[];
  readonly undoesId?: number;
  readonly changes?: object;
}

const columns = `id, name, merged_into_id AS "mergedIntoId", safe_place AS "safePlace", limit_change_metres AS "limitChangeMetres",
  road_keeper AS "roadKeeper", suitability_note AS note, assessed_at AS "assessedAt", version`;

/** Stretches, which wishes lie on them, and what happened to them. */
@Injectable()
export class StretchRepository {
  async find(manager: EntityManager, municipalityId: string, id: string): Promise<StretchRecord | null> {
    const [row] = await manager.query<StretchRecord[]>(
      `SELECT ${columns} FROM stretches WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, id],
    );
    return row ?? null;
  }

  /** Stretches of a municipality, locked in one order until the transaction ends; unknown and foreign ones are left out. */
  async lock(
    manager: EntityManager,
    municipalityId: string,
    ids: readonly string[],
  ): Promise<Map<string, StretchRecord>> {
    const rows = await manager.query<StretchRecord[]>(
      `SELECT ${columns} FROM stretches WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [municipalityId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async create(
    manager: EntityManager,
    municipalityId: string,
    name: string | null,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      'INSERT INTO stretches (municipality_id, name, created_at, updated_at) VALUES ($1, $2, $3, $3) RETURNING id',
      [municipalityId, name, now],
    );
    if (!row) throw new Error('A stretch that was written is not there');
    return row.id;
  }

  /** Marks stretches as changed, so that what was read of them before is stale. */
  async touch(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await manager.query(
      'UPDATE stretches SET version = version + 1, updated_at = $2 WHERE id = ANY ($1::uuid[])',
      [ids, now],
    );
  }

  async rename(manager: EntityManager, id: string, name: string | null): Promise<void> {
    await manager.query('UPDATE stretches SET name = $2 WHERE id = $1', [id, name]);
  }

  async setMergedInto(manager: EntityManager, id: string, intoId: string | null): Promise<void> {
    await manager.query('UPDATE stretches SET merged_into_id = $2 WHERE id = $1', [id, intoId]);
  }

  async assess(
    manager: EntityManager,
    id: string,
    {
      safePlace,
      limitChangeMetres,
      roadKeeper,
      note,
    }: Omit<StretchRecord, 'id' | 'name' | 'mergedIntoId' | 'assessedAt' | 'version'>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE stretches SET safe_place = $2, limit_change_metres = $3, road_keeper = $4, suitability_note = $5, assessed_at = $6
       WHERE id = $1`,
      [id, safePlace, limitChangeMetres, roadKeeper, note, now],
    );
  }

  /** The wishes on a stretch, those included that nobody is shown. */
  async wishIds(manager: EntityManager, stretchId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT proposal_id AS id FROM stretch_wishes WHERE stretch_id = $1 ORDER BY 1',
      [stretchId],
    );
    return rows.map(({ id }) => id);
  }

  /** The stretch that a wish lies on, or null. */
  async ofWish(manager: EntityManager, proposalId: string): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      'SELECT stretch_id AS id FROM stretch_wishes WHERE proposal_id = $1',
      [proposalId],
    );
    return row?.id ?? null;
  }

  /** Moves wishes that lie on one stretch to another. @returns those that did */
  async move(
    manager: EntityManager,
    wishIds: readonly string[],
    { from, to }: { readonly from: string; readonly to: string },
    now: Date,
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE stretch_wishes SET stretch_id = $3, placed_at = $4, placed_by = 'staff'
       WHERE proposal_id = ANY ($1::uuid[]) AND stretch_id = $2 RETURNING proposal_id AS id`,
      [wishIds, from, to, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Makes the wishes on stretches placed by staff, so that they are not gathered anew. */
  async keepTogether(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(`UPDATE stretch_wishes SET placed_by = 'staff' WHERE stretch_id = ANY ($1::uuid[])`, [
      ids,
    ]);
  }

  async append(manager: EntityManager, event: NewStretchEvent): Promise<void> {
    await manager.query(
      `INSERT INTO stretch_events (stretch_id, at, actor_account_id, type, other_stretch_id, wishes, undoes_id, changes)
       VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)`,
      [
        event.stretchId,
        event.at,
        event.by,
        event.type,
        event.otherStretchId ?? null,
        event.wishes ?? [],
        event.undoesId ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }

  /** A split or a merge of a stretch that nobody has taken back, or null. */
  async undoable(
    manager: EntityManager,
    stretchId: string,
    event: number,
  ): Promise<{ type: 'split' | 'merged'; otherStretchId: string; wishes: string[] } | null> {
    const [row] = await manager.query<
      { type: 'split' | 'merged'; otherStretchId: string; wishes: string[] }[]
    >(
      `SELECT e.type, e.other_stretch_id AS "otherStretchId", e.wishes FROM stretch_events e
       WHERE e.stretch_id = $1 AND e.id = $2 AND e.type IN ('split', 'merged')
         AND NOT EXISTS (SELECT FROM stretch_events u WHERE u.undoes_id = e.id)`,
      [stretchId, event],
    );
    return row ?? null;
  }
}
