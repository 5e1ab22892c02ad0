import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../platform/dates.js';
import { confirmedAddress, supporterWithin } from '../proposals/people-behind.js';
import { promisesChecks } from './ranking.repository.js';

/** What everyone may know of a stretch. */
export interface PublishedStretchRow {
  /** Public wishes on it. */
  readonly wishes: number;
  /** Those behind them, each once. */
  readonly people: number;
  /** What most of them call the road, where that is public. */
  readonly road: string | null;
  readonly locality: string | null;
  /** The public position that lies nearest to the middle; null once all have left the map. */
  readonly lng: number | null;
  readonly lat: number | null;
  /** The last check there that is released. */
  readonly lastCheckOn: IsoDate | null;
}

/** Reads of a stretch what is public already: `public_proposals` and `public_activities`, and nothing of the plan. */
@Injectable()
export class PublishedStretchRepository {
  async of(manager: EntityManager, municipalityId: string, stretchId: string): Promise<PublishedStretchRow> {
    const [row] = await manager.query<PublishedStretchRow[]>(
      `WITH wish AS (
         SELECT pub.* FROM stretch_wishes w JOIN public_proposals pub ON pub.proposal_id = w.proposal_id
         WHERE w.stretch_id = $2 AND pub.municipality_id = $1 AND pub.kind = 'speed-check'),
       middle AS (SELECT ST_Centroid(ST_Collect(position)) AS point FROM wish),
       nearest AS (
         SELECT wish.lng, wish.lat FROM wish, middle WHERE wish.position IS NOT NULL
         ORDER BY ST_Distance(wish.position, middle.point), wish.lng, wish.lat LIMIT 1)
       SELECT (SELECT count(*)::integer FROM wish) AS wishes,
         (SELECT count(DISTINCT person)::integer FROM (
            SELECT ${supporterWithin} AS person
            FROM wish JOIN proposal_supports s ON s.proposal_id = wish.proposal_id ${confirmedAddress}) behind) AS people,
         (SELECT mode() WITHIN GROUP (ORDER BY btrim(wish.details ->> 'roadName')) FROM wish
          WHERE btrim(wish.details ->> 'roadName') <> '') AS road,
         (SELECT mode() WITHIN GROUP (ORDER BY l.name)
          FROM wish JOIN localities l ON l.municipality_id = $1 AND l.slug = wish.locality) AS locality,
         (SELECT lng FROM nearest) AS lng, (SELECT lat FROM nearest) AS lat,
         (SELECT to_char(max(a.occurred_on), 'YYYY-MM-DD') FROM public_activities a JOIN commitments c ON c.id = a.commitment_id
          WHERE a.municipality_id = $1 AND NOT a.secret AND ${promisesChecks} AND EXISTS (
            SELECT FROM wish WHERE wish.reference = ANY (a.proposal_references)
              OR ST_DWithin(wish.position::geography, ST_SetSRID(ST_MakePoint(a.lng, a.lat), 4326)::geography, $3))) AS "lastCheckOn"`,
      [municipalityId, stretchId, PLANNER_LIMITS.nearMetres],
    );
    if (!row) throw new Error('A question about a stretch was not answered');
    return row;
  }
}
