import type { Position } from '@lofteskartan/shared/position';
import { LIMITS, type ProposalKind, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { confirmedAddress, supporter } from '../proposals/people-behind.js';

/** A proposal near another. */
export interface NeighbourRow {
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  readonly policePlannedAt: Date | null;
  readonly municipalityId: string;
  readonly lng: number;
  readonly lat: number;
  readonly distanceMetres: number;
  readonly description: string | null;
  readonly supportCount: number;
  readonly createdAt: Date;
}

/** More neighbours than these are no help. */
const mostNeighbours = 50;

/** Finds proposals that are near each other. */
@Injectable()
export class NeighboursRepository {
  /**
   * The proposals within 250 m of a position, nearest first, by their exact positions. Those that were hidden or withdrawn are
   * left out.
   * @param municipalityIds whose proposals the reader may see
   * @param secretsOf organisations whose secret ones too
   */
  near(
    manager: EntityManager,
    [lng, lat]: Position,
    exceptId: string,
    municipalityIds: readonly string[],
    secretsOf: readonly string[],
  ): Promise<NeighbourRow[]> {
    // The box lets the index of the geometry find the few; a degree is at least 110 km north and, at 70° N, 38 km east.
    return manager.query(
      `WITH asked AS (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS point)
       SELECT p.reference, p.kind, p.status, p.police_planned_at AS "policePlannedAt", p.municipality_id AS "municipalityId",
         ST_X(p.position) AS lng, ST_Y(p.position) AS lat, near.metres AS "distanceMetres", p.description,
         coalesce(seen.support_count, (
           SELECT count(DISTINCT ${supporter})::integer FROM proposal_supports s
           ${confirmedAddress} WHERE s.proposal_id = p.id)) AS "supportCount",
         p.created_at AS "createdAt"
       FROM asked
       JOIN proposals p ON p.position && ST_Expand(asked.point, $3::float8 / 38000, $3::float8 / 110000)
       CROSS JOIN LATERAL (SELECT round(ST_Distance(p.position::geography, asked.point::geography)::numeric, 1)::float8 AS metres) near
       LEFT JOIN public_proposals seen ON seen.proposal_id = p.id AND seen.listed
       WHERE near.metres <= $3 AND p.id <> $4 AND p.municipality_id = ANY ($5::uuid[]) AND p.status NOT IN ('hidden', 'withdrawn')
         AND p.held_as IS NULL AND (p.secret_for IS NULL OR p.secret_for = ANY ($6::uuid[]))
       ORDER BY near.metres, p.created_at DESC, p.id LIMIT ${mostNeighbours}`,
      [lng, lat, LIMITS.similarWithinMetres, exceptId, municipalityIds, secretsOf],
    );
  }
}
