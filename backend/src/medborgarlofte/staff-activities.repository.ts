import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { ActivityResult, ActivityState } from '@lofteskartan/shared/contracts/activities';
import type { WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import { openedFor } from '../proposals/opened-for.js';
import type { Words } from './words.js';

/** An activity with the names that its staff view shows. */
export interface StaffActivityRow {
  readonly id: string;
  readonly commitmentId: string;
  readonly commitmentTitle: Words;
  readonly municipalityId: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly organisationId: string;
  /** The organisation whose people alone may open it; null for one that is not secret. */
  readonly secretFor: string | null;
  /** The organisation's slug and name. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly version: number;
  readonly occurredOn: string;
  readonly publicText: string;
  readonly lng: number | null;
  readonly lat: number | null;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly result: ActivityResult;
  readonly references: string[];
  readonly counts: boolean;
  readonly whyNot: WhyNotCounted | null;
  readonly loggedBy: string;
  readonly sourceNote: string | null;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly releaseAt: Date | null;
  readonly releasedAt: Date | null;
}

/** Which page of the list is asked for. */
export interface StaffActivitiesWanted {
  readonly municipalityIds: readonly string[];
  /** The organisations whose secret activities the person may open. */
  readonly secretsOf: readonly string[];
  readonly state: ActivityState | null;
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** @param organisations a parameter: whose secret proposals are named too */
const columns = (organisations: string): string => `
  a.id, a.commitment_id AS "commitmentId", c.title AS "commitmentTitle", a.municipality_id AS "municipalityId",
  m.slug AS municipality, a.organisation_id AS "organisationId", a.secret_for AS "secretFor", o.slug AS organisation, o.name AS "organisationName",
  a.version, to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn", a.public_text AS "publicText",
  ST_X(a.position) AS lng, ST_Y(a.position) AS lat, l.slug AS locality, a.result, a.counts, a.why_not AS "whyNot",
  logger.name AS "loggedBy", a.source_note AS "sourceNote", a.created_at AS "createdAt",
  a.confirmed_at AS "confirmedAt", a.release_at AS "releaseAt", a.released_at AS "releasedAt",
  ARRAY(SELECT p.reference FROM activity_proposals ap JOIN proposals p ON p.id = ap.proposal_id
    WHERE ap.activity_id = a.id AND ${openedFor('p', organisations)} ORDER BY ap.sort, p.reference) AS "references"`;

const joins = `
  JOIN commitments c ON c.id = a.commitment_id
  JOIN municipalities m ON m.id = a.municipality_id
  JOIN organisations o ON o.id = a.organisation_id
  JOIN accounts logger ON logger.id = a.logged_by
  LEFT JOIN localities l ON l.id = a.locality_id`;

const stateConditions: Record<ActivityState, string> = {
  'awaiting-confirmation': 'a.confirmed_at IS NULL',
  'awaiting-release': 'a.confirmed_at IS NOT NULL AND a.released_at IS NULL',
  released: 'a.released_at IS NOT NULL',
};

/** Reads activities for staff. */
@Injectable()
export class StaffActivitiesRepository {
  /** One activity, or null. @param secretsOf the organisations whose secret proposals are named too */
  async byId(
    source: DataSource | EntityManager,
    id: string,
    secretsOf: readonly string[],
  ): Promise<StaffActivityRow | null> {
    const [row] = await source.query<StaffActivityRow[]>(
      `SELECT ${columns('$2')} FROM activities a ${joins} WHERE a.id = $1`,
      [id, secretsOf],
    );
    return row ?? null;
  }

  /** The activities that serve a proposal or one that is gathered under it, latest first. */
  async ofProposal(
    source: DataSource | EntityManager,
    proposalId: string,
    secretsOf: readonly string[],
  ): Promise<StaffActivityRow[]> {
    return source.query<StaffActivityRow[]>(
      `WITH RECURSIVE gathered AS (
          SELECT $1::uuid AS id UNION ALL SELECT p.id FROM gathered JOIN proposals p ON p.duplicate_of_id = gathered.id)
        SELECT ${columns('$2')} FROM activities a ${joins}
        WHERE EXISTS (SELECT FROM activity_proposals link JOIN gathered ON gathered.id = link.proposal_id WHERE link.activity_id = a.id) AND ${openedFor('a', '$2')} ORDER BY a.occurred_on DESC, a.id DESC`,
      [proposalId, secretsOf],
    );
  }

  /** A page of the activities of some municipalities, the latest logged first. */
  async page(source: DataSource | EntityManager, wanted: StaffActivitiesWanted): Promise<StaffActivityRow[]> {
    const { municipalityIds, secretsOf, state, after, limit } = wanted;
    return source.query<StaffActivityRow[]>(
      `SELECT ${columns('$5')} FROM activities a ${joins}
        WHERE a.municipality_id = ANY($1::uuid[])
          AND ${openedFor('a', '$5')}
          AND ($2::timestamptz IS NULL OR (a.created_at, a.id) < ($2, $3::uuid))
          ${state ? `AND ${stateConditions[state]}` : ''}
        ORDER BY a.created_at DESC, a.id DESC LIMIT $4`,
      [municipalityIds, after?.createdAt ?? null, after?.id ?? null, limit, secretsOf],
    );
  }
}
