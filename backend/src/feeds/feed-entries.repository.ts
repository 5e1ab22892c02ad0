import type { ListedStatus, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** When something became public, and when what is public of it last changed. */
interface Dated {
  readonly id: string;
  readonly published: Date;
  readonly updated: Date;
}

/** A public proposal. */
export interface ProposalEntry extends Dated {
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly status: ListedStatus;
  /** Road, place or locality. */
  readonly where: string | null;
  readonly description: string | null;
  /** The latest answer that stands, in its words. */
  readonly answer: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** A released activity. */
export interface ActivityEntry extends Dated {
  readonly commitmentId: string;
  readonly occurredOn: string;
  readonly publicText: string;
  readonly organisation: string;
  readonly lng: number | null;
  readonly lat: number | null;
}

/** A published follow-up. */
export interface FollowUpEntry extends Dated {
  readonly asOf: string;
  readonly corrections: number;
}

/** What a feed is about: a whole municipality, one of its localities or one of its commitments. */
export interface FeedScope {
  readonly municipalityId: string;
  readonly locality: string | null;
  readonly commitmentId: string | null;
}

/** What feeds and calendars are made of: the public tables alone. */
@Injectable()
export class FeedEntriesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The proposals whose public side changed last. */
  proposals({ municipalityId, locality, commitmentId }: FeedScope, limit: number): Promise<ProposalEntry[]> {
    return this.dataSource.query<ProposalEntry[]>(
      `SELECT p.proposal_id AS id, p.reference, p.kind, p.status, coalesce(p.details ->> 'roadName', p.place_name, l.name) AS "where",
         p.description, p.latest_answer ->> 'publicText' AS answer, p.lng, p.lat, p.created_at AS published, p.updated_at AS updated
       FROM public_proposals p LEFT JOIN localities l ON l.municipality_id = p.municipality_id AND l.slug = p.locality
       WHERE p.listed AND p.municipality_id = $1 AND ($2::text IS NULL OR p.locality = $2) AND ($3::uuid IS NULL OR p.commitment_id = $3)
       ORDER BY p.updated_at DESC, p.proposal_id LIMIT $4`,
      [municipalityId, locality, commitmentId, limit],
    );
  }

  /** The activities of some commitments whose public side changed last; in a locality those that tell where they were. */
  activities(
    { municipalityId, locality }: FeedScope,
    commitmentIds: readonly string[],
    limit: number,
  ): Promise<ActivityEntry[]> {
    return this.dataSource.query<ActivityEntry[]>(
      `SELECT a.activity_id AS id, a.commitment_id AS "commitmentId", to_char(a.occurred_on, 'YYYY-MM-DD') AS "occurredOn",
         a.view ->> 'publicText' AS "publicText", a.view ->> 'organisation' AS organisation, a.lng, a.lat,
         a.published_at AS published, a.updated_at AS updated
       FROM public_activities a
       WHERE NOT a.secret AND a.municipality_id = $1 AND a.commitment_id = ANY ($2::uuid[]) AND ($3::text IS NULL OR a.view ->> 'locality' = $3)
       ORDER BY a.updated_at DESC, a.activity_id LIMIT $4`,
      [municipalityId, commitmentIds, locality, limit],
    );
  }

  /** The published follow-ups that changed last. */
  followUps(municipalityId: string, limit: number): Promise<FollowUpEntry[]> {
    return this.dataSource.query<FollowUpEntry[]>(
      `SELECT f.follow_up_id AS id, to_char(f.as_of, 'YYYY-MM-DD') AS "asOf", f.published_at AS published,
         greatest(f.published_at, (SELECT max(c.at) FROM public_follow_up_corrections c WHERE c.follow_up_id = f.follow_up_id)) AS updated,
         (SELECT count(*)::integer FROM public_follow_up_corrections c WHERE c.follow_up_id = f.follow_up_id) AS corrections
       FROM public_follow_ups f WHERE f.municipality_id = $1 ORDER BY updated DESC, f.follow_up_id LIMIT $2`,
      [municipalityId, limit],
    );
  }

  /** When a municipality came here: what an empty feed says of itself. */
  async beginning(municipalityId: string): Promise<Date> {
    const [row] = await this.dataSource.query<{ at: Date }[]>(
      'SELECT created_at AS at FROM municipalities WHERE id = $1',
      [municipalityId],
    );
    return row?.at ?? new Date(0);
  }
}
