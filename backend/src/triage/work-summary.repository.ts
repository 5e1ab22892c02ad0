import type { WorkSummary } from '@lofteskartan/shared/contracts/staff';
import { OPEN_STATUSES } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keptFrom, waits } from './queue-filters.repository.js';
import type { QueueScope } from './queue.rules.js';

/** A proposal or an activity that the person may open: what is secret is counted for those who may open it alone. */
const opened = (row: 'p' | 'a') => `(${row}.secret_for IS NULL OR ${row}.secret_for = ANY ($5::uuid[]))`;

/** How many proposals `p` of municipality `m` fit a condition; what the person may not open is counted apart, and taken off. */
function countOf(condition: string): string {
  const fitting = `SELECT count(*)::integer FROM proposals p WHERE p.municipality_id = m.id AND ${condition}`;
  return `((${fitting}) - (${fitting} AND ${keptFrom('$5')}))`;
}

/** Counts what waits. */
@Injectable()
export class WorkSummaryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What waits in each of the municipalities, by slug, for a person, at a moment; all of it in one statement. */
  of(scope: QueueScope, accountId: string, now: Date): Promise<WorkSummary[]> {
    return this.dataSource.query(
      `SELECT m.slug AS municipality,
         ${countOf("p.status = 'received'")} AS received,
         ${countOf("p.status = 'under-review'")} AS "underReview",
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.publication = 'pending' AND ${opened('p')}
            AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate'))
         + (SELECT count(DISTINCT p.id)::integer FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id
            WHERE p.held_as IS NULL AND ph.publication = 'pending' AND ph.secret_for IS NULL AND p.municipality_id = m.id AND p.publication <> 'pending' AND ${opened('p')}
              AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate')) AS "awaitingPublication",
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.placement = 'unplaced' AND ${opened('p')}
            AND p.status NOT IN ('hidden', 'withdrawn', 'duplicate')) AS unplaced,
         (SELECT count(DISTINCT r.proposal_id)::integer FROM proposal_reports r JOIN proposals p ON p.id = r.proposal_id
            WHERE r.municipality_id = m.id AND r.closed_at IS NULL AND ${opened('p')}) AS reported,
         (SELECT count(*)::integer FROM (
              SELECT o.proposal_id FROM proposal_outcomes o WHERE o.municipality_id = m.id AND o.waits
              UNION SELECT o.proposal_id FROM supporter_outcomes o WHERE o.municipality_id = m.id AND o.waits) AS waiting
            JOIN proposals p ON p.id = waiting.proposal_id WHERE ${opened('p')}) AS "notHelped",
         ${countOf(`${waits} AND p.answer_due_at <= $3`)}
           + (SELECT count(*)::integer FROM proposal_phones f JOIN proposals p ON p.id = f.proposal_id
             WHERE f.municipality_id = m.id AND f.to_call_since IS NOT NULL AND NOT (${waits}) AND p.answer_due_at <= $3
               AND ${opened('p')}) AS overdue,
         (SELECT count(*)::integer FROM proposals p WHERE p.held_as IS NULL AND p.municipality_id = m.id AND p.assigned_account_id = $2
            AND p.status = ANY ($4::text[]) AND ${opened('p')}) AS mine,
         (SELECT count(*)::integer FROM activities a WHERE a.municipality_id = m.id AND a.confirmed_at IS NULL AND ${opened('a')}) AS "awaitingConfirmation",
         (SELECT count(*)::integer FROM activities a WHERE a.municipality_id = m.id AND a.confirmed_at IS NOT NULL
            AND a.released_at IS NULL AND ${opened('a')}) AS "awaitingRelease"
       FROM municipalities m WHERE m.id = ANY ($1::uuid[]) ORDER BY m.slug`,
      [scope.municipalityIds, accountId, now, OPEN_STATUSES, scope.secretsOf],
    );
  }
}
