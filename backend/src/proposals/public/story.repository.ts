import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { StoryEvent } from '@lofteskartan/shared/contracts/proposals';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PUBLIC_COLUMNS, type PublicProposalRow } from './public-proposal.view.js';

/** A proposal's whole public story. */
export type StoryRow = PublicProposalRow & {
  readonly events: StoryEvent[];
  readonly duplicate_of: string | null;
  /** Whether the proposal that a duplicate points to is public itself. */
  readonly leads_somewhere: boolean;
  readonly activities: PublicActivity[];
};

/** The one statement behind a story: the public row, and the activities that name its number. */
export const STORY_STATEMENT = `
  SELECT ${PUBLIC_COLUMNS}, p.events, p.duplicate_of,
    EXISTS (SELECT 1 FROM public_proposals AS leader WHERE leader.reference = p.duplicate_of AND leader.listed) AS leads_somewhere,
    (SELECT coalesce(json_agg(a.view ORDER BY a.occurred_on, a.published_at, a.activity_id), '[]')
     FROM released_activities AS a WHERE a.proposal_references @> ARRAY[p.reference]) AS activities
  FROM public_proposals AS p
  LEFT JOIN commitments AS c ON c.id = p.commitment_id
  WHERE p.reference = $1`;

/** Reads public stories. */
@Injectable()
export class StoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The story of a number, or null when nothing of it is public. */
  async byReference(reference: string): Promise<StoryRow | null> {
    const [row] = await this.dataSource.query<StoryRow[]>(STORY_STATEMENT, [reference]);
    return row ?? null;
  }
}
