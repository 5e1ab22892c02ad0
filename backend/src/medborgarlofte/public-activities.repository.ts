import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { ActivityResult, PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { YearlyTotal } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { WhyNotCounted } from '@lofteskartan/shared/vocabulary';
import type { DatedResult } from './public-result.rules.js';

/** A released activity with what its public view needs. */
export interface ReleasedActivity {
  readonly id: string;
  readonly commitmentId: string;
  readonly municipalityId: string;
  readonly occurredOn: string;
  readonly publicText: string;
  /** Snapped to the grid. */
  readonly lng: number | null;
  readonly lat: number | null;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly result: ActivityResult;
  /** The organisation's name. */
  readonly organisation: string;
  readonly whyNot: WhyNotCounted | null;
  readonly milestoneId: string | null;
  /** Whether its commitment publishes positions. */
  readonly tellsPlace: boolean;
  /** Whether its commitment counts by subject, such as a school, which therefore is told. */
  readonly tellsSubject: boolean;
  readonly references: string[];
  /** Those among them that everyone may see. */
  readonly publicReferences: string[];
  /** When it was published before, if it was. */
  readonly publishedAt: Date | null;
}

/** The released activities as everyone sees them. Public answers read these tables alone. */
@Injectable()
export class PublicActivitiesRepository {
  /** A released activity, its position moved to the middle of the coarsest grid that its commitment's kinds are shown in. */
  async releasedById(manager: EntityManager, id: string): Promise<ReleasedActivity | null> {
    const [row] = await manager.query<ReleasedActivity[]>(
      `SELECT a.id, a.commitment_id AS "commitmentId", a.municipality_id AS "municipalityId",
          to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn", a.public_text AS "publicText",
          round(ST_X(snapped.position)::numeric, 5)::float8 AS lng, round(ST_Y(snapped.position)::numeric, 5)::float8 AS lat,
          l.slug AS locality, a.result, o.name AS organisation, a.why_not AS "whyNot", a.milestone_id AS "milestoneId",
          c.public_position AS "tellsPlace", cardinality(c.per_year_for) > 0 AS "tellsSubject",
          ARRAY(SELECT p.reference FROM activity_proposals link JOIN proposals p ON p.id = link.proposal_id
            WHERE link.activity_id = a.id ORDER BY link.sort) AS "references",
          ARRAY(SELECT p.reference FROM activity_proposals link JOIN public_proposals p ON p.proposal_id = link.proposal_id
            WHERE link.activity_id = a.id ORDER BY link.sort) AS "publicReferences",
          (SELECT published_at FROM public_activities WHERE activity_id = a.id) AS "publishedAt"
        FROM activities a
        JOIN commitments c ON c.id = a.commitment_id
        JOIN municipalities m ON m.id = a.municipality_id
        JOIN organisations o ON o.id = a.organisation_id
        LEFT JOIN localities l ON l.id = a.locality_id
        CROSS JOIN LATERAL (
          SELECT greatest(25,
            CASE WHEN 'speed-check' = ANY(c.accepts_kinds) THEN (m.settings ->> 'snapMetresSpeedCheck')::float8 END,
            CASE WHEN 'dark-place' = ANY(c.accepts_kinds) THEN (m.settings ->> 'snapMetresDarkPlace')::float8 END,
            CASE WHEN 'idea' = ANY(c.accepts_kinds) THEN (m.settings ->> 'snapMetresIdea')::float8 END) AS metres
        ) grid
        CROSS JOIN LATERAL (SELECT ST_Transform(a.position, 3006) AS position) flat
        CROSS JOIN LATERAL (
          SELECT ST_Transform(ST_SetSRID(ST_MakePoint(
            (floor(ST_X(flat.position) / grid.metres) + 0.5) * grid.metres,
            (floor(ST_Y(flat.position) / grid.metres) + 0.5) * grid.metres), 3006), 4326) AS position
        ) snapped
        WHERE a.id = $1 AND a.released_at IS NOT NULL`,
      [id],
    );
    return row ?? null;
  }

  /** Lets one publication at a time rewrite a commitment's totals. */
  async lockCommitment(manager: EntityManager, commitmentId: string): Promise<void> {
    await manager.query('SELECT 1 FROM commitments WHERE id = $1 FOR NO KEY UPDATE', [commitmentId]);
  }

  /** Writes the public row. What changes nothing for readers is no news: then it was updated when it was. */
  async upsert(
    manager: EntityManager,
    activity: ReleasedActivity,
    view: PublicActivity,
    publishedAt: Date,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO public_activities (activity_id, commitment_id, municipality_id, occurred_on, counts, why_not, milestone_id,
          proposal_references, lng, lat, view, published_at, updated_at, secret)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, (SELECT secret_for IS NOT NULL FROM activities WHERE id = $1))
        ON CONFLICT (activity_id) DO UPDATE SET occurred_on = excluded.occurred_on, counts = excluded.counts,
          why_not = excluded.why_not, milestone_id = excluded.milestone_id, proposal_references = excluded.proposal_references,
          lng = excluded.lng, lat = excluded.lat, view = excluded.view,
          updated_at = CASE WHEN public_activities.view = excluded.view THEN public_activities.updated_at ELSE excluded.updated_at END,
          secret = excluded.secret`,
      [
        activity.id,
        activity.commitmentId,
        activity.municipalityId,
        activity.occurredOn,
        view.counts,
        view.whyNot,
        activity.milestoneId,
        activity.references,
        view.position?.[0] ?? null,
        view.position?.[1] ?? null,
        JSON.stringify(view),
        publishedAt,
        now,
      ],
    );
  }

  /** Dates and results of a commitment's released activities. */
  async releasedResults(manager: EntityManager, commitmentId: string): Promise<DatedResult[]> {
    return manager.query<DatedResult[]>(
      `SELECT to_char(occurred_on, 'YYYY-MM-DD') AS "occurredOn", result FROM activities
        WHERE commitment_id = $1 AND released_at IS NOT NULL`,
      [commitmentId],
    );
  }

  /** Makes these the yearly totals of a commitment. */
  async replaceYearlyTotals(
    manager: EntityManager,
    commitmentId: string,
    totals: readonly YearlyTotal[],
  ): Promise<void> {
    await manager.query('DELETE FROM public_yearly_totals WHERE commitment_id = $1', [commitmentId]);
    await manager.query(
      `INSERT INTO public_yearly_totals (commitment_id, year, licences_seized, top_speed)
        SELECT $1::uuid, * FROM unnest($2::integer[], $3::integer[], $4::integer[])`,
      [
        commitmentId,
        totals.map(({ year }) => year),
        totals.map(({ licencesSeized }) => licencesSeized),
        totals.map(({ topSpeed }) => topSpeed),
      ],
    );
  }

  /** A released activity as everyone reads it, or null. */
  async publicById(source: DataSource | EntityManager, id: string): Promise<PublicActivity | null> {
    const [row] = await source.query<{ view: PublicActivity }[]>(
      `SELECT view FROM released_activities WHERE activity_id = $1
        AND municipality_id IN (SELECT id FROM municipalities WHERE opened_at IS NOT NULL)`,
      [id],
    );
    return row?.view ?? null;
  }

  /** A page of a commitment's public activities, latest first. */
  async page(
    source: DataSource | EntityManager,
    commitmentId: string,
    after: { occurredOn: string; id: string } | null,
    limit: number,
  ): Promise<PublicActivity[]> {
    const rows = await source.query<{ view: PublicActivity }[]>(
      `SELECT view FROM released_activities
        WHERE commitment_id = $1 AND ($2::date IS NULL OR (occurred_on, activity_id) < ($2::date, $3::uuid))
        ORDER BY occurred_on DESC, activity_id DESC LIMIT $4`,
      [commitmentId, after?.occurredOn ?? null, after?.id ?? null, limit],
    );
    return rows.map(({ view }) => view);
  }
}
