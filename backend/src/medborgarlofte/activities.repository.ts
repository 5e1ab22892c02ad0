import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityResult } from '@lofteskartan/shared/contracts/activities';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, WhyNotCounted } from '@lofteskartan/shared/vocabulary';

/** What can change of an activity. */
export interface ActivityContent {
  readonly occurredOn: string;
  readonly publicText: string;
  /** Exact, [lng, lat]. */
  readonly position: Position | null;
  readonly localityId: string | null;
  readonly result: ActivityResult;
  readonly milestoneId: string | null;
  /** Null when it counts. */
  readonly whyNot: WhyNotCounted | null;
  /** When it becomes public by itself once it is confirmed; null when at once. */
  readonly releaseAt: Date | null;
}

/** An activity to store. */
export interface NewActivity extends ActivityContent {
  readonly commitmentId: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly loggedBy: string;
  readonly sourceNote: string | null;
  readonly createdAt: Date;
}

/** An activity as it is stored, locked for the transaction. */
export interface StoredActivity extends ActivityContent {
  readonly id: string;
  readonly commitmentId: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  /** The locality's slug. */
  readonly locality: string | null;
  readonly version: number;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
  /** The organisation whose own people alone open it, when it is secret. */
  readonly secretFor: string | null;
  /** The linked proposals in their order. */
  readonly links: readonly StoredLink[];
}

type StoredRow = Omit<StoredActivity, 'position'> & { lng: number | null; lat: number | null };

/** A linked proposal as the rules of wishes ask about it. */
export interface WishRow {
  readonly kind: ProposalKind;
  readonly createdAt: Date;
  readonly distanceMetres: number | null;
}

/** An entry of an activity's history. */
export interface ActivityEvent {
  readonly activityId: string;
  readonly at: Date;
  /** Null for what happens by itself. */
  readonly actorAccountId: string | null;
  readonly type: 'logged' | 'changed' | 'confirmed' | 'released';
  readonly reason?: string | null;
  readonly changes?: object | null;
}

/** A proposal that an activity is linked to. */
export interface StoredLink {
  readonly id: string;
  readonly reference: string;
  /** The organisation whose own people alone open it. */
  readonly secretFor: string | null;
}

/** Activities as they were logged: private rows, their links and their history. */
@Injectable()
export class ActivitiesRepository {
  /** Stores a logged activity and returns its id. */
  async insert(manager: EntityManager, activity: NewActivity): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO activities (commitment_id, municipality_id, organisation_id, logged_by, source_note, created_at, updated_at,
          occurred_on, public_text, position, locality_id, result, milestone_id, release_at, counts, why_not)
        VALUES ($1, $2, $3, $4, $5, $6, $6,
          $7, $8, ST_SetSRID(ST_MakePoint($9::float8, $10::float8), 4326), $11, $12, $13, $14, $15::text IS NULL, $15)
        RETURNING id`,
      [
        activity.commitmentId,
        activity.municipalityId,
        activity.organisationId,
        activity.loggedBy,
        activity.sourceNote,
        activity.createdAt,
        ...contentParameters(activity),
      ],
    );
    if (!row) throw new Error('An inserted activity did not come back');
    return row.id;
  }

  /** Rewrites what can change of an activity; its version rises. */
  async update(manager: EntityManager, id: string, content: ActivityContent, now: Date): Promise<void> {
    await manager.query(
      `UPDATE activities SET version = version + 1, updated_at = $2, occurred_on = $3, public_text = $4,
          position = ST_SetSRID(ST_MakePoint($5::float8, $6::float8), 4326), locality_id = $7, result = $8, milestone_id = $9,
          release_at = $10, counts = $11::text IS NULL, why_not = $11
        WHERE id = $1`,
      [id, now, ...contentParameters(content)],
    );
  }

  /** The activity of an id, locked until the transaction ends, or null. */
  async lock(manager: EntityManager, id: string): Promise<StoredActivity | null> {
    const [row] = await manager.query<StoredRow[]>(
      `SELECT a.id, a.commitment_id AS "commitmentId", a.municipality_id AS "municipalityId",
          a.organisation_id AS "organisationId", to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn",
          a.public_text AS "publicText", ST_X(a.position) AS lng, ST_Y(a.position) AS lat, a.locality_id AS "localityId",
          (SELECT slug FROM localities WHERE id = a.locality_id) AS locality, a.result, a.milestone_id AS "milestoneId",
          a.why_not AS "whyNot", a.version, a.confirmed_at AS "confirmedAt", a.release_at AS "releaseAt",
          a.released_at AS "releasedAt", a.secret_for AS "secretFor",
          (SELECT coalesce(json_agg(json_build_object('id', p.id, 'reference', p.reference, 'secretFor', p.secret_for) ORDER BY link.sort), '[]')
            FROM activity_proposals link JOIN proposals p ON p.id = link.proposal_id
            WHERE link.activity_id = a.id) AS links
        FROM activities a WHERE a.id = $1 FOR UPDATE OF a`,
      [id],
    );
    if (!row) return null;
    const { lng, lat, ...stored } = row;
    return { ...stored, position: lng === null || lat === null ? null : [lng, lat] };
  }

  /** Notes that a coordinator confirmed it, and when it becomes public. */
  async markConfirmed(
    manager: EntityManager,
    id: string,
    confirmation: { at: Date; by: string; releaseAt: Date | null; whyNot: WhyNotCounted | null },
  ): Promise<void> {
    await manager.query(
      `UPDATE activities SET version = version + 1, updated_at = $2, confirmed_at = $2, confirmed_by = $3, release_at = $4,
          counts = $5::text IS NULL, why_not = $5
        WHERE id = $1`,
      [id, confirmation.at, confirmation.by, confirmation.releaseAt, confirmation.whyNot],
    );
  }

  /** Notes that it is public from now on. */
  async markReleased(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query(
      'UPDATE activities SET version = version + 1, updated_at = $2, released_at = $2 WHERE id = $1',
      [id, now],
    );
  }

  /** Makes these the linked proposals, in this order. */
  async replaceLinks(manager: EntityManager, id: string, proposalIds: readonly string[]): Promise<void> {
    await manager.query(
      'DELETE FROM activity_proposals WHERE activity_id = $1 AND proposal_id <> ALL($2::uuid[])',
      [id, proposalIds],
    );
    await manager.query(
      `INSERT INTO activity_proposals (activity_id, proposal_id, sort)
        SELECT $1::uuid, wanted.id, wanted.sort FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, sort)
        ON CONFLICT (activity_id, proposal_id) DO UPDATE SET sort = excluded.sort`,
      [id, proposalIds],
    );
  }

  /** Proposals with the distance, in metres, between each and a position. */
  async wishes(
    manager: EntityManager,
    proposalIds: readonly string[],
    position: Position | null,
  ): Promise<WishRow[]> {
    return manager.query<WishRow[]>(
      `SELECT p.kind, p.created_at AS "createdAt",
          ST_Distance(p.position::geography, ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326)::geography) AS "distanceMetres"
        FROM proposals p WHERE p.id = ANY($1::uuid[])`,
      [proposalIds, position?.[0] ?? null, position?.[1] ?? null],
    );
  }

  /** Whether a milestone is one of the commitment's. */
  async hasMilestone(manager: EntityManager, commitmentId: string, milestoneId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM milestones WHERE id = $1 AND commitment_id = $2',
      [milestoneId, commitmentId],
    );
    return rows.length > 0;
  }

  /** The confirmed ones whose moment has come but that are not public yet. */
  async overdue(manager: EntityManager, now: Date, limit: number): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM activities WHERE confirmed_at IS NOT NULL AND released_at IS NULL AND release_at <= $1
        ORDER BY release_at LIMIT $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Appends to the history. */
  async addEvent(manager: EntityManager, event: ActivityEvent): Promise<void> {
    await manager.query(
      `INSERT INTO activity_events (activity_id, municipality_id, at, actor_account_id, type, reason, changes)
       VALUES ($1, (SELECT municipality_id FROM activities WHERE id = $1), $2, $3, $4, $5, $6)`,
      [
        event.activityId,
        event.at,
        event.actorAccountId,
        event.type,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
      ],
    );
  }
}

function contentParameters(content: ActivityContent): unknown[] {
  return [
    content.occurredOn,
    content.publicText,
    content.position?.[0] ?? null,
    content.position?.[1] ?? null,
    content.localityId,
    JSON.stringify(content.result),
    content.milestoneId,
    content.releaseAt,
    content.whyNot,
  ];
}
