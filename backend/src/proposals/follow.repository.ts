import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { CommitmentLink } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { supportersOfCase } from './case.repository.js';

/** What the sender's page shows besides the proposal's own row. */
export interface FollowFacts {
  readonly commitment: CommitmentLink | null;
  /** Released activities that the proposal led to. */
  readonly activities: PublicActivity[];
  readonly supportCount: number;
  readonly listed: boolean;
}

/** Reads for the sender's page. */
@Injectable()
export class FollowRepository {
  /** @param leaderId the proposal that leads the case, whose supporters are counted */
  async facts(
    manager: EntityManager,
    proposal: { readonly id: string; readonly reference: string; readonly commitmentId: string | null },
    leaderId: string,
    language: Language,
  ): Promise<FollowFacts> {
    const [row] = await manager.query<FollowFacts[]>(
      `SELECT
         (SELECT jsonb_build_object('id', c.id, 'slug', c.slug, 'title', coalesce(c.title ->> $4, c.title ->> 'sv'))
            FROM commitments c WHERE c.id = $3) AS commitment,
         (SELECT coalesce(jsonb_agg(a.view ORDER BY a.occurred_on DESC, a.activity_id), '[]')
            FROM released_activities a WHERE a.proposal_references @> ARRAY[$2::text]) AS activities,
         (SELECT ${supportersOfCase} FROM proposals p WHERE p.id = $5) AS "supportCount",
         EXISTS (SELECT FROM public_proposals pub WHERE pub.proposal_id = $1 AND pub.listed) AS listed`,
      [proposal.id, proposal.reference, proposal.commitmentId, language, leaderId],
    );
    if (!row) throw new Error('A query without a row');
    return row;
  }
}
