import type { DarkPlace, ProposalOfPlace } from '@lofteskartan/shared/contracts/dark-places';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { MeasureRecord } from './measure.repository.js';

/** What of the public answer is written down: all but what depends on the day, and the proposals. */
export interface PublicPlaceView extends Pick<
  DarkPlace,
  'name' | 'outline' | 'description' | 'causes' | 'when' | 'seasons' | 'body' | 'photos' | 'ratings'
> {
  readonly measures: readonly Pick<MeasureRecord, 'kind' | 'text' | 'plannedOn' | 'doneOn' | 'owner'>[];
}

/** A public place as it is written. */
export interface PublicPlaceRow {
  readonly placeId: string;
  readonly reference: string;
  readonly municipalityId: string;
  readonly locality: string | null;
  readonly position: Position | null;
  readonly view: PublicPlaceView;
  readonly proposalIds: readonly string[];
}

/** A public place as it is read. */
export interface ReadPublicPlace extends PublicPlaceRow {
  /** The municipality’s slug. */
  readonly municipality: string;
  readonly updatedAt: Date;
}

type Row = Omit<ReadPublicPlace, 'position'> & { readonly lng: number | null; readonly lat: number | null };

const columns = `p.place_id AS "placeId", p.reference, p.municipality_id AS "municipalityId", m.slug AS municipality, p.locality, p.lng,
  p.lat, p.view, p.proposal_ids AS "proposalIds", p.updated_at AS "updatedAt"`;
/** What is public of open municipalities. */
const tables = `public_inventory_places p JOIN municipalities m ON m.id = p.municipality_id AND m.opened_at IS NOT NULL`;

const read = ({ lng, lat, ...row }: Row): ReadPublicPlace => ({
  ...row,
  position: lng === null || lat === null ? null : [lng, lat],
});

/** What everyone may know of places. */
@Injectable()
export class PublicPlaceRepository {
  /** Writes a public place; its date moves only when it is another than before. */
  async write(manager: EntityManager, row: PublicPlaceRow, now: Date): Promise<void> {
    await manager.query(
      `INSERT INTO public_inventory_places AS p (place_id, reference, municipality_id, locality, lng, lat, view, proposal_ids, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::uuid[], $9)
       ON CONFLICT (place_id) DO UPDATE SET locality = excluded.locality, lng = excluded.lng, lat = excluded.lat, view = excluded.view,
         proposal_ids = excluded.proposal_ids,
         updated_at = CASE WHEN p.view = excluded.view AND p.proposal_ids = excluded.proposal_ids THEN p.updated_at ELSE excluded.updated_at END`,
      [
        row.placeId,
        row.reference,
        row.municipalityId,
        row.locality,
        row.position?.[0] ?? null,
        row.position?.[1] ?? null,
        JSON.stringify(row.view),
        row.proposalIds,
        now,
      ],
    );
  }

  /** Takes a place out of the public. */
  async remove(manager: EntityManager, placeId: string): Promise<void> {
    await manager.query('DELETE FROM public_inventory_places WHERE place_id = $1', [placeId]);
  }

  /** A position as everyone sees it: the middle of the cell of so many metres (SWEREF 99 TM) that holds it, five decimals. */
  async snapped(manager: EntityManager, [lng, lat]: Position, metres: number): Promise<Position> {
    const [row] = await manager.query<{ lng: number; lat: number }[]>(
      `SELECT round(ST_X(back.point)::numeric, 5)::float8 AS lng, round(ST_Y(back.point)::numeric, 5)::float8 AS lat
       FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326), 3006) AS point, $3::float8 AS metres) AS plane
       CROSS JOIN LATERAL (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(
         floor(ST_X(plane.point) / plane.metres) * plane.metres + plane.metres / 2,
         floor(ST_Y(plane.point) / plane.metres) * plane.metres + plane.metres / 2), 3006), 4326) AS point) AS back`,
      [lng, lat, metres],
    );
    if (!row) throw new Error('A position was not rounded');
    return [row.lng, row.lat];
  }

  /** The ids of the places that are public, for the night's round. */
  async all(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT place_id AS id FROM public_inventory_places ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  }

  /** The public places of a municipality. */
  async ofMunicipality(source: DataSource | EntityManager, slug: string): Promise<ReadPublicPlace[]> {
    return (await source.query<Row[]>(`SELECT ${columns} FROM ${tables} WHERE m.slug = $1`, [slug])).map(
      read,
    );
  }

  /** The public place of a public proposal, if it has one. */
  async ofProposal(source: DataSource | EntityManager, reference: string): Promise<ReadPublicPlace[]> {
    const rows = await source.query<Row[]>(
      `SELECT ${columns} FROM ${tables} WHERE p.proposal_ids && ARRAY(
         SELECT proposal_id FROM public_proposals WHERE reference = $1 AND listed)`,
      [reference],
    );
    return rows.map(read);
  }

  /** A public place by its reference, or by that of one that was merged into it; null when it is not public. */
  async one(source: DataSource | EntityManager, reference: string): Promise<ReadPublicPlace | null> {
    const [row] = await source.query<Row[]>(
      `WITH RECURSIVE up AS (
         SELECT id, merged_into_id FROM inventory_places WHERE reference = $1
         UNION ALL SELECT i.id, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
       SELECT ${columns} FROM ${tables} JOIN up ON up.id = p.place_id AND up.merged_into_id IS NULL`,
      [reference],
    );
    return row ? read(row) : null;
  }

  /** Those of the proposals that are public, the latest first. */
  async proposals(source: DataSource | EntityManager, ids: readonly string[]): Promise<ProposalOfPlace[]> {
    const rows = await source.query<(Omit<ProposalOfPlace, 'createdAt'> & { createdAt: Date })[]>(
      `SELECT reference, status, support_count AS "supportCount", created_at AS "createdAt" FROM public_proposals
       WHERE proposal_id = ANY ($1::uuid[]) AND listed ORDER BY created_at DESC, reference`,
      [ids],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }
}
