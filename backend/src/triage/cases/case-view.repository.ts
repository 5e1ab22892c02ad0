import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import { LIMITS, type ProposalKind, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openedFor } from '../../proposals/opened-for.js';
import { confirmedAddress, supporter } from '../../proposals/people-behind.js';
import type { QueueScope } from '../queue.rules.js';

/** A proposal as far as a case shows it. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  readonly policePlannedAt: Date | null;
  readonly municipalityId: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly details: ProposalDetails;
  readonly supportCount: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly secretFor: string | null;
}

/** A proposal near one that was asked about. */
export interface NearRow extends CaseRow {
  readonly askedReference: string;
  readonly askedKind: ProposalKind;
  readonly askedPlaceName: string | null;
  readonly askedDetails: ProposalDetails;
  readonly distanceMetres: number;
  readonly gatheredCount: number;
}

/** Of each that is asked about, these nearest are compared. */
const mostCompared = 60;

const ownSupporters = `(SELECT count(DISTINCT ${supporter})::integer FROM proposal_supports s
  ${confirmedAddress} WHERE s.proposal_id = p.id)`;

const columns = `p.id, p.reference, p.kind, p.status, p.police_planned_at AS "policePlannedAt", p.municipality_id AS "municipalityId",
  ST_X(p.position) AS lng, ST_Y(p.position) AS lat, p.place_name AS "placeName", p.description, p.details, p.version,
  p.created_at AS "createdAt", p.secret_for AS "secretFor"`;

/** Reads cases, and what may belong to one. */
@Injectable()
export class CaseViewRepository {
  /**
   * The proposal that leads a proposal's case, first, then all that are gathered, oldest first; `under` says under which that the reader
   * may open. What the reader may not open is left out, also the one that leads.
   */
  async whole(
    manager: EntityManager,
    proposalId: string,
    secretsOf: readonly string[],
  ): Promise<(CaseRow & { under: string | null; leads: boolean })[]> {
    return manager.query(
      `WITH RECURSIVE chain AS (
         SELECT id, duplicate_of_id FROM proposals WHERE id = $1
         UNION ALL SELECT p.id, p.duplicate_of_id FROM chain JOIN proposals p ON p.id = chain.duplicate_of_id),
       gathered AS (
         SELECT id, NULL::text AS under FROM chain WHERE duplicate_of_id IS NULL
         UNION ALL SELECT p.id, CASE WHEN ${openedFor('up', '$2')} THEN up.reference ELSE gathered.under END
           FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id JOIN proposals up ON up.id = gathered.id)
       SELECT ${columns}, ${ownSupporters} AS "supportCount", gathered.under, p.duplicate_of_id IS NULL AS leads
       FROM gathered JOIN proposals p ON p.id = gathered.id AND ${openedFor('p', '$2')}
       ORDER BY p.duplicate_of_id IS NOT NULL, p.created_at, p.id`,
      [proposalId, secretsOf],
    );
  }

  /**
   * Proposals of the same municipality within 250 m of some, by their exact positions, that lead a case or are alone. Only what
   * leads or is alone is compared.
   * @param secretsOf organisations whose secret ones too
   * @param statuses which the found ones have: `open` however old, `answered` when they changed since
   */
  near(
    manager: EntityManager,
    askedIds: readonly string[],
    secretsOf: readonly string[],
    statuses: {
      readonly open: readonly string[];
      readonly answered: readonly string[];
      readonly since: Date;
    },
  ): Promise<NearRow[]> {
    // The box lets the index of the geometry find the few; a degree is at least 110 km north and, at 70° N, 38 km east.
    return manager.query(
      `SELECT asked.reference AS "askedReference", asked.kind AS "askedKind", asked.place_name AS "askedPlaceName",
         asked.details AS "askedDetails", found.*
       FROM proposals asked
       CROSS JOIN LATERAL (
         SELECT ${columns}, near.metres AS "distanceMetres",
           coalesce(seen.support_count, ${ownSupporters}) AS "supportCount",
           (SELECT count(*)::integer FROM proposals d WHERE d.duplicate_of_id = p.id AND ${openedFor('d', '$6')}) AS "gatheredCount"
         FROM proposals p
         CROSS JOIN LATERAL (
           SELECT round(ST_Distance(p.position::geography, asked.position::geography)::numeric, 1)::float8 AS metres) near
         LEFT JOIN public_proposals seen ON seen.proposal_id = p.id AND seen.listed
         WHERE p.position && ST_Expand(asked.position, $2::float8 / 38000, $2::float8 / 110000) AND near.metres <= $2
           AND p.municipality_id = asked.municipality_id AND p.id <> asked.id AND p.duplicate_of_id IS NULL AND p.held_as IS NULL
           AND ${openedFor('p', '$6')} AND (p.status = ANY ($3::text[]) OR (p.status = ANY ($4::text[]) AND p.updated_at >= $5))
         ORDER BY near.metres, p.id LIMIT ${mostCompared}) found
       WHERE asked.id = ANY ($1::uuid[]) AND asked.duplicate_of_id IS NULL`,
      [askedIds, LIMITS.similarWithinMetres, statuses.open, statuses.answered, statuses.since, secretsOf],
    );
  }

  /** The ids of the open ones among some numbers in some municipalities. @param secretsOf organisations whose secret ones too */
  async openOf(
    manager: EntityManager,
    references: readonly string[],
    { municipalityIds, secretsOf }: Pick<QueueScope, 'municipalityIds' | 'secretsOf'>,
    open: readonly string[],
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT p.id FROM proposals p WHERE p.reference = ANY ($1::text[]) AND p.held_as IS NULL AND p.municipality_id = ANY ($2::uuid[])
         AND p.status = ANY ($3::text[]) AND ${openedFor('p', '$4')}`,
      [references, municipalityIds, open, secretsOf],
    );
    return rows.map(({ id }) => id);
  }
}
