import type { HistoryEvent, HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { openedFor } from './opened-for.js';
import type { Audience } from './proposal-audience.js';
import { PublicNews } from '../platform/mail/public-news.js';
import { isNews, type PublicEvent } from './story.rules.js';

/** An event to append. */
export interface NewEvent {
  readonly proposalId: string;
  readonly at: Date;
  readonly type: HistoryEventType;
  /** `public` is public from `at` on; what is kept back is `staff` and followed by a public event later. */
  readonly audience: Audience;
  readonly actorAccountId?: string | null;
  readonly organisationId?: string | null;
  readonly fromStatus?: ProposalStatus | null;
  readonly toStatus?: ProposalStatus | null;
  readonly publicText?: string | null;
  readonly reason?: string | null;
  readonly changes?: object | null;
  readonly activityId?: string | null;
}

/** The history: appended, never rewritten. */
@Injectable()
export class ProposalEventRepository {
  constructor(
    private readonly config: Config,
    private readonly jobs: JobRunner,
    private readonly publicNews: PublicNews,
  ) {}

  /**
   * Adds an event, and with one that is news the job that has it mailed: in the same transaction, so that neither is without the
   * other. The job names the event and nobody.
   */
  async append(manager: EntityManager, event: NewEvent): Promise<void> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO proposal_events (proposal_id, municipality_id, at, type, audience, public_at, actor_account_id, organisation_id, from_status, to_status,
         public_text, reason, changes, activity_id)
       VALUES ($1, (SELECT municipality_id FROM proposals WHERE id = $1), $2, $3, $4, CASE WHEN $4 = 'public' THEN $2::timestamptz END, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        event.proposalId,
        event.at,
        event.type,
        event.audience,
        event.actorAccountId ?? null,
        event.organisationId ?? null,
        event.fromStatus ?? null,
        event.toStatus ?? null,
        event.publicText ?? null,
        event.reason ?? null,
        event.changes ? JSON.stringify(event.changes) : null,
        event.activityId ?? null,
      ],
    );
    if (row && this.config.smtpUrl !== null && isNews(event)) {
      await this.jobs.enqueue(manager, 'proposal-news', { eventId: row.id });
    }
    if (row && event.audience === 'public' && answers(event))
      await this.publicNews.announce(manager, 'answer', row.id);
  }

  /** What the public may know of a proposal's history, in the order in which it became public. */
  async publicEvents(manager: EntityManager, proposalId: string): Promise<PublicEvent[]> {
    return manager.query<PublicEvent[]>(
      `SELECT e.public_at AS at, e.type, e.to_status AS "toStatus", e.public_text AS "publicText", o.name AS organisation
       FROM proposal_events e LEFT JOIN organisations o ON o.id = e.organisation_id
       WHERE e.proposal_id = $1 AND e.audience = 'public' ORDER BY e.id`,
      [proposalId],
    );
  }

  /** The words with which a proposal came to the status that it has in public, and whose they are; null when none were said. */
  async standingAnswer(
    manager: EntityManager,
    proposalId: string,
    status: PublicStatus,
  ): Promise<{ publicText: string; organisationId: string | null } | null> {
    const [row] = await manager.query<{ publicText: string | null; organisationId: string | null }[]>(
      `SELECT public_text AS "publicText", organisation_id AS "organisationId" FROM proposal_events
       WHERE proposal_id = $1 AND audience = 'public' AND to_status = $2 ORDER BY id DESC LIMIT 1`,
      [proposalId, status],
    );
    return row?.publicText ? { publicText: row.publicText, organisationId: row.organisationId } : null;
  }

  /**
   * The history for staff, oldest first. It names no other proposal that the reader may not open.
   * @param audiences whose events the reader may see
   * @param secretsOf the organisations whose secret proposals are named
   */
  async history(
    manager: EntityManager,
    proposalId: string,
    audiences: readonly Audience[],
    secretsOf: readonly string[],
  ): Promise<HistoryEvent[]> {
    const rows = await manager.query<(Omit<HistoryEvent, 'at'> & { at: Date })[]>(
      `SELECT e.at, e.type, e.from_status AS "from", e.to_status AS "to", a.name AS actor, o.name AS organisation,
         e.public_text AS "publicText", e.reason,
         CASE WHEN unknown.named THEN e.changes - 'duplicateOf' - 'leads' ELSE e.changes END AS changes
       FROM proposal_events e LEFT JOIN organisations o ON o.id = e.organisation_id LEFT JOIN accounts a ON a.id = e.actor_account_id
       LEFT JOIN LATERAL (
         SELECT true AS named FROM proposals p
         WHERE p.reference IN (e.changes ->> 'duplicateOf', e.changes ->> 'leads', e.changes ->> 'reference')
           AND NOT ${openedFor('p', '$3')} LIMIT 1) AS unknown ON true
       WHERE e.proposal_id = $1 AND e.audience = ANY ($2::text[])
         AND NOT (unknown.named IS TRUE AND e.type IN ('member-joined', 'member-left')) ORDER BY e.id`,
      [proposalId, audiences, secretsOf],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

/** Whether an event may be an answer to those who watch an area: a move, or a measure that ended the proposal. */
const answers = ({ type, fromStatus, toStatus }: NewEvent): boolean =>
  type === 'moved' || (type === 'measure-done' && toStatus === 'done' && fromStatus !== 'done');
