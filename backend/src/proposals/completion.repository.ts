import type { ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which proposals know of an activity, and what the public has been told. */
@Injectable()
export class CompletionRepository {
  /** Which of these proposals already know of an activity. */
  async knowing(
    manager: EntityManager,
    activityId: string,
    proposalIds: readonly string[],
  ): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT proposal_id AS id FROM proposal_events WHERE proposal_id = ANY ($2::uuid[]) AND activity_id = $1`,
      [activityId, proposalIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The proposals that know of an activity, linked or leading a case of one that is, and have not told the public yet. */
  async awaitingRelease(manager: EntityManager, activityId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT proposal_id AS id FROM proposal_events WHERE activity_id = $1
       GROUP BY proposal_id HAVING NOT bool_or(audience = 'public') ORDER BY proposal_id`,
      [activityId],
    );
    return rows.map(({ id }) => id);
  }

  /** The proposals that measures ended and that nothing has happened to since, with what they were before. */
  endedByMeasures(
    manager: EntityManager,
    measureIds: readonly string[],
  ): Promise<{ proposalId: string; fromStatus: ProposalStatus }[]> {
    return manager.query(
      `SELECT DISTINCT ON (p.id) p.id AS "proposalId", e.from_status AS "fromStatus" FROM proposals p
       JOIN proposal_events e ON e.proposal_id = p.id AND e.type = 'measure-done' AND e.changes ->> 'measureId' = ANY ($1::text[])
         AND e.from_status <> 'done' AND e.to_status = 'done'
       WHERE p.status = 'done' AND NOT EXISTS (
         SELECT FROM proposal_events later WHERE later.proposal_id = p.id AND later.id > e.id
           AND later.type IN ('activity', 'released', 'measure-done'))
       ORDER BY p.id, e.id DESC`,
      [measureIds],
    );
  }

  /** The proposals that lead their case and were told of measures, each with the latest of them. */
  toldOf(
    manager: EntityManager,
    measureIds: readonly string[],
  ): Promise<{ proposalId: string; measureId: string }[]> {
    return manager.query(
      `SELECT DISTINCT ON (p.id) p.id AS "proposalId", e.changes ->> 'measureId' AS "measureId" FROM proposals p
       JOIN proposal_events e ON e.proposal_id = p.id AND e.type = 'measure-done' AND e.audience = 'public'
         AND e.changes ->> 'measureId' = ANY ($1::text[])
       WHERE p.duplicate_of_id IS NULL AND p.status NOT IN ('hidden', 'withdrawn') ORDER BY p.id, e.id DESC`,
      [measureIds],
    );
  }

  /** The proposals whose staff alone were told of measures, and not that those were a mistake. */
  notedOf(
    manager: EntityManager,
    measureIds: readonly string[],
  ): Promise<{ proposalId: string; measureId: string }[]> {
    return manager.query(
      `SELECT DISTINCT e.proposal_id AS "proposalId", e.changes ->> 'measureId' AS "measureId" FROM proposal_events e
       WHERE e.type = 'measure-done' AND e.audience = 'staff' AND e.changes ->> 'measureId' = ANY ($1::text[]) AND NOT EXISTS (
         SELECT FROM proposal_events later WHERE later.proposal_id = e.proposal_id AND later.id > e.id
           AND later.type = 'measure-withdrawn' AND later.changes ->> 'measureId' = e.changes ->> 'measureId')
       ORDER BY 1, 2`,
      [measureIds],
    );
  }

  /** What the public is told of an activity, as it is now. */
  async activity(
    manager: EntityManager,
    id: string,
  ): Promise<{ occurredOn: string; publicText: string; organisationId: string } | null> {
    const [row] = await manager.query<{ occurredOn: string; publicText: string; organisationId: string }[]>(
      `SELECT occurred_on::text AS "occurredOn", public_text AS "publicText", organisation_id AS "organisationId"
       FROM activities WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Stores what became public of a fulfilled proposal; staff knew it already, so the version stays. */
  async saveRelease(
    manager: EntityManager,
    id: string,
    publicStatus: PublicStatus,
    publicDoneOn: string | null,
  ): Promise<void> {
    await manager.query('UPDATE proposals SET public_status = $2, public_done_on = $3 WHERE id = $1', [
      id,
      publicStatus,
      publicDoneOn,
    ]);
  }
}
