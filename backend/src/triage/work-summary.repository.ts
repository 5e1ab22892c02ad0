import type { WorkSummary } from '@lofteskartan/shared/contracts/staff';
import { OPEN_STATUSES } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { waits } from './queue-filters.repository.js';

/** Counts what waits. */
@Injectable()
export class WorkSummaryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What waits in each of the municipalities, by slug, for a person, at a moment; all of it in one statement. */
  of(municipalityIds: readonly string[], accountId: string, now: Date): Promise<WorkSummary[]> {
    return this.dataSource.query(
      `SELECT m.slug AS municipality,
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.status = 'received') AS received,
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.status = 'under-review') AS "underReview",
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.publication = 'pending'
            AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate'))
         + (SELECT count(DISTINCT p.id)::integer FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id
            WHERE p.held_as IS NULL AND ph.publication = 'pending' AND ph.secret_for IS NULL AND p.municipality_id = m.id AND p.publication <> 'pending'
              AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate')) AS "awaitingPublication",
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.placement = 'unplaced'
            AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate')) AS unplaced,
         (SELECT count(DISTINCT r.proposal_id)::integer FROM proposal_reports r WHERE r.municipality_id = m.id
            AND r.closed_at IS NULL) AS reported,
         (SELECT count(*)::integer FROM proposal_outcomes o WHERE o.municipality_id = m.id AND o.waits) AS "notHelped",
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND ${waits} AND p.answer_due_at <= $3)
           + (SELECT count(*)::integer FROM proposal_phones f JOIN proposals p ON p.id = f.proposal_id
             WHERE f.municipality_id = m.id AND f.to_call_since IS NOT NULL AND NOT (${waits}) AND p.answer_due_at <= $3) AS overdue,
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.assigned_account_id = $2
            AND p.status = ANY ($4::text[])) AS mine,
         (SELECT count(*)::integer FROM activities a WHERE a.municipality_id = m.id AND a.confirmed_at IS NULL) AS "awaitingConfirmation",
         (SELECT count(*)::integer FROM activities a WHERE a.municipality_id = m.id AND a.confirmed_at IS NOT NULL
            AND a.released_at IS NULL) AS "awaitingRelease"
       FROM municipalities m WHERE m.id = ANY ($1::uuid[]) ORDER BY m.slug`,
      [municipalityIds, accountId, now, OPEN_STATUSES],
    );
  }
}
