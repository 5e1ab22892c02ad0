import type { ProtocolVersion, PublicBand, PublicStop } from '@lofteskartan/shared/contracts/walk-protocols';
import type { WalkOrganiser } from '@lofteskartan/shared/safety-walks';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';
import type { MeasureRecord } from '../measure.repository.js';
import type { PlacePhotoRecord } from '../place-photo.repository.js';
import { plannedNow } from '../planned-now.js';
import type { ReadPublicPlace } from '../public-place.repository.js';

/** A stop as a protocol keeps it. What can change afterwards, or stop being public, is kept by its id alone. */
export interface ProtocolStop extends Pick<
  PublicStop,
  'checklist' | 'impression' | 'seen' | 'answer' | 'text' | 'body'
> {
  readonly placeId: string | null;
  readonly measureId: string | null;
  readonly photoIds: readonly string[];
}

/** A protocol as it was published. */
export interface ProtocolView {
  readonly title: string;
  readonly purpose: string;
  readonly startsAt: string;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly organisers: WalkOrganiser[];
  readonly participants: number | null;
  readonly bands: PublicBand[];
  readonly stops: readonly ProtocolStop[];
}

/** The latest version of a walk's protocol. */
export interface PublishedWalk {
  readonly walkId: string;
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly view: ProtocolView;
}

/** The public place that shows a place. */
type ShownPlace = Pick<ReadPublicPlace, 'reference'> & {
  readonly placeId: string;
  readonly name: string;
  readonly lng: number | null;
  readonly lat: number | null;
};

type Source = DataSource | EntityManager;

/** The latest protocols, of open municipalities. */
const latest = `(SELECT DISTINCT ON (pr.walk_id) pr.walk_id AS "walkId", w.reference, m.slug AS municipality, pr.view, w.starts_at
  FROM safety_walk_protocols pr JOIN safety_walks w ON w.id = pr.walk_id
  JOIN municipalities m ON m.id = w.municipality_id AND m.opened_at IS NOT NULL ORDER BY pr.walk_id, pr.number DESC) latest`;
const columns = `latest."walkId", latest.reference, latest.municipality, latest.view`;

/** The places that are public today of those given: each by the one that it was merged into. */
const shown = (given: string): string => `(WITH RECURSIVE up AS (
    SELECT i.id AS origin, i.id, i.merged_into_id FROM inventory_places i WHERE i.id = ANY (${given})
    UNION ALL SELECT up.origin, i.id, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
  SELECT up.origin AS "placeId", p.reference, p.view ->> 'name' AS name, p.lng, p.lat
  FROM up JOIN public_inventory_places p ON p.place_id = up.id WHERE up.merged_into_id IS NULL)`;

/** The protocols of walks, as they were published, and what is public today of what they name. */
@Injectable()
export class ProtocolRepository {
  /** Publishes a version. @returns its number */
  async insert(
    manager: EntityManager,
    walkId: string,
    { view, reason }: { readonly view: ProtocolView; readonly reason: string | null },
    now: Date,
  ): Promise<number> {
    const [row] = await manager.query<{ number: number }[]>(
      `INSERT INTO safety_walk_protocols (walk_id, number, published_at, reason, view)
       VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM safety_walk_protocols WHERE walk_id = $1), $2, $3, $4::jsonb) RETURNING number`,
      [walkId, now, reason, JSON.stringify(view)],
    );
    if (!row) throw new Error('A protocol was not stored');
    return row.number;
  }

  /** How many versions there are of a walk's protocol, and whether the latest says what this one would. */
  async compare(
    manager: EntityManager,
    walkId: string,
    view: ProtocolView,
  ): Promise<{ published: number; isSame: boolean }> {
    const [row] = await manager.query<{ published: number; isSame: boolean }[]>(
      `SELECT number AS published, view = $2::jsonb AS "isSame" FROM safety_walk_protocols WHERE walk_id = $1
       ORDER BY number DESC LIMIT 1`,
      [walkId, JSON.stringify(view)],
    );
    return row ?? { published: 0, isSame: false };
  }

  /** The published walks of a municipality, the latest first. */
  ofMunicipality(source: Source, slug: string): Promise<PublishedWalk[]> {
    return source.query(
      `SELECT ${columns} FROM ${latest} WHERE latest.municipality = $1 ORDER BY latest.view ->> 'startsAt' DESC, latest.reference`,
      [slug],
    );
  }

  /** The published walks that stopped at a public place, the latest first. */
  ofPlace(source: Source, reference: string): Promise<PublishedWalk[]> {
    return source.query(
      `SELECT ${columns} FROM ${latest} WHERE EXISTS (SELECT 1 FROM ${shown(
        `ARRAY(SELECT (stop ->> 'placeId')::uuid FROM jsonb_array_elements(latest.view -> 'stops') AS stop WHERE stop ->> 'placeId' IS NOT NULL)`,
      )} here WHERE here.reference = $1) ORDER BY latest.view ->> 'startsAt' DESC, latest.reference`,
      [reference],
    );
  }

  /** The published walk of a reference, or null. */
  async one(source: Source, reference: string): Promise<PublishedWalk | null> {
    const [row] = await source.query<PublishedWalk[]>(
      `SELECT ${columns} FROM ${latest} WHERE latest.reference = $1`,
      [reference],
    );
    return row ?? null;
  }

  /** The versions of a walk's protocol, the latest first. */
  async versions(source: Source, walkId: string): Promise<ProtocolVersion[]> {
    const rows = await source.query<(Omit<ProtocolVersion, 'publishedAt'> & { publishedAt: Date })[]>(
      `SELECT number, published_at AS "publishedAt", reason FROM safety_walk_protocols WHERE walk_id = $1 ORDER BY number DESC`,
      [walkId],
    );
    return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
  }

  /** What is public today of places; those that are not are left out. */
  places(source: Source, ids: readonly string[]): Promise<ShownPlace[]> {
    return source.query(`SELECT here.* FROM ${shown('$1::uuid[]')} here`, [ids]);
  }

  /** The measures that are public with their places, as they are today; one that was taken back and planned anew as it is planned now. */
  measures(
    source: Source,
    ids: readonly string[],
  ): Promise<Pick<MeasureRecord, 'id' | 'kind' | 'text' | 'plannedOn' | 'doneOn' | 'owner'>[]> {
    return source.query(
      `SELECT latest.asked AS id, m.kind, m.body AS text, m.planned_on::text AS "plannedOn", m.done_on::text AS "doneOn", b.name AS owner
       FROM ${plannedNow('i.id = ANY ($1::uuid[])')} latest JOIN inventory_measures m ON m.id = latest.id LEFT JOIN responsible_bodies b ON b.id = m.owner_id WHERE m.is_public AND m.withdrawn_at IS NULL
         AND EXISTS (SELECT 1 FROM ${shown('ARRAY[m.place_id]')} here)`,
      [ids],
    );
  }

  /** The measures that were public with their places and were taken back without being planned anew, with the days on which they were. */
  takenBack(source: Source, ids: readonly string[]): Promise<{ id: string; on: IsoDate }[]> {
    return source.query(
      `SELECT latest.asked AS id, (m.withdrawn_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "on"
       FROM ${plannedNow('i.id = ANY ($1::uuid[])')} latest JOIN inventory_measures m ON m.id = latest.id
       WHERE m.is_public AND m.withdrawn_at IS NOT NULL AND EXISTS (SELECT 1 FROM ${shown('ARRAY[m.place_id]')} here)`,
      [ids],
    );
  }

  /** The photos that are released, of places that are public, oldest first. */
  photos(
    source: Source,
    ids: readonly string[],
  ): Promise<Pick<PlacePhotoRecord, 'id' | 'width' | 'height' | 'light'>[]> {
    return source.query(
      `SELECT ph.id, ph.width, ph.height, ph.light FROM inventory_photos ph WHERE ph.id = ANY ($1::uuid[]) AND ph.is_public
         AND EXISTS (SELECT 1 FROM ${shown('ARRAY[ph.place_id]')} here)
       ORDER BY ph.created_at, ph.id`,
      [ids],
    );
  }
}
