import type { PointChoice } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { LinkedOutcome } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { Language, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { plannedNow } from '../../inventory/planned-now.js';
import type { IsoDate } from '../../platform/dates.js';

type Source = DataSource | EntityManager;

interface NamedThing {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}
export type ProposalThing = NamedThing & { readonly status: ProposalStatus; readonly day: IsoDate | null };
export type CommitmentThing = NamedThing & { readonly activities: number; readonly day: IsoDate | null };
export type MeasureThing = NamedThing & {
  readonly kind: MeasureKind;
  readonly plannedOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
};
/** A measure that was taken back: without a name, a way or a day where nobody reads of it. */
export type TakenBackThing = Pick<MeasureThing, 'id'> & {
  readonly name: string | null;
  readonly path: string | null;
  readonly day: IsoDate | null;
};
export type ActivityThing = NamedThing & { readonly day: IsoDate };

/** SQL for the place that shows each measure today, where it is public: the one that its own was merged into. */
const shownPlace = `LATERAL (WITH RECURSIVE up AS (
    SELECT i.id, i.merged_into_id FROM inventory_places i WHERE i.id = m.place_id
    UNION ALL SELECT i.id, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
  SELECT pp.reference, pp.view ->> 'name' AS name FROM up JOIN public_inventory_places pp ON pp.place_id = up.id
  WHERE up.merged_into_id IS NULL) shown`;
const openTown = 'municipalities t ON t.id = m.municipality_id AND t.opened_at IS NOT NULL';
const measureTables = `inventory_measures m JOIN ${openTown} CROSS JOIN ${shownPlace}`;
const placePath = `'/' || t.slug || '/platser/' || shown.reference`;
const proposalName = `coalesce(p.place_name, p.details ->> 'roadName', left(p.description, 80), p.reference)`;
const alike = (text: string, parameter: string): string =>
  `(${parameter}::text = '' OR position(lower(${parameter}) IN lower(${text})) > 0)`;

/** The things that points become, as far as everyone may read of them today. What is not public is not there. */
@Injectable()
export class ThingRepository {
  proposals(source: Source, ids: readonly string[]): Promise<ProposalThing[]> {
    return source.query(
      `SELECT p.proposal_id AS id, ${proposalName} AS name, '/' || p.municipality || '/forslag/' || p.reference AS path, p.status,
         coalesce(p.done_on, (p.answered_at AT TIME ZONE 'Europe/Stockholm')::date)::text AS day
       FROM public_proposals p JOIN municipalities t ON t.id = p.municipality_id AND t.opened_at IS NOT NULL WHERE p.proposal_id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** @param since the day from which what was done of them is counted */
  commitments(
    source: Source,
    ids: readonly string[],
    since: IsoDate,
    language: Language,
  ): Promise<CommitmentThing[]> {
    return source.query(
      `SELECT c.id, c.title ->> $3 AS name, '/' || t.slug || '/lofte/' || c.slug AS path,
         (SELECT count(*)::integer FROM released_activities a WHERE a.commitment_id = c.id AND a.occurred_on >= $2::date) AS activities,
         (SELECT max(a.occurred_on)::text FROM released_activities a WHERE a.commitment_id = c.id AND a.occurred_on >= $2::date) AS day
       FROM commitments c JOIN municipalities t ON t.id = c.municipality_id AND t.opened_at IS NOT NULL
       WHERE c.id = ANY ($1::uuid[]) AND c.removed_at IS NULL`,
      [ids, since, language],
    );
  }

  /** One that was taken back and planned anew is told of as it is planned now. */
  measures(source: Source, ids: readonly string[]): Promise<MeasureThing[]> {
    return source.query(
      `SELECT latest.asked AS id, shown.name, ${placePath} AS path, m.kind, m.planned_on::text AS "plannedOn", m.done_on::text AS "doneOn"
       FROM ${measureTables} JOIN ${plannedNow('i.id = ANY ($1::uuid[])')} latest ON latest.id = m.id
       WHERE m.is_public AND m.withdrawn_at IS NULL`,
      [ids],
    );
  }

  /** Those that were taken back and not planned anew. That they were is told wherever they are; where that is only as far as it is public. */
  takenBack(source: Source, ids: readonly string[]): Promise<TakenBackThing[]> {
    return source.query(
      `SELECT latest.asked AS id, shown.name, ${placePath} AS path,
         CASE WHEN shown.name IS NOT NULL THEN (m.withdrawn_at AT TIME ZONE 'Europe/Stockholm')::date::text END AS day
       FROM inventory_measures m JOIN ${plannedNow('i.id = ANY ($1::uuid[])')} latest ON latest.id = m.id
         LEFT JOIN ${openTown} LEFT JOIN ${shownPlace} ON m.is_public AND t.id IS NOT NULL WHERE m.withdrawn_at IS NOT NULL`,
      [ids],
    );
  }

  activities(source: Source, ids: readonly string[]): Promise<ActivityThing[]> {
    return source.query(
      `SELECT a.activity_id AS id, left(a.view ->> 'publicText', 160) AS name, '/' || t.slug || '/lofte/' || c.slug AS path,
         a.occurred_on::text AS day
       FROM released_activities a JOIN commitments c ON c.id = a.commitment_id AND c.removed_at IS NULL
         JOIN municipalities t ON t.id = a.municipality_id AND t.opened_at IS NOT NULL WHERE a.activity_id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  /** Whether a thing is of a municipality, and everyone can read of it. */
  async isPublicIn(
    manager: EntityManager,
    municipalityId: string,
    kind: LinkedOutcome,
    id: string,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM (${choices[kind]}) choice WHERE choice.id = $3`,
      [municipalityId, '', id],
    );
    return rows.length > 0;
  }

  /** What of a municipality a point may become, of one kind; the latest first. */
  async choices(
    manager: EntityManager,
    kind: LinkedOutcome,
    { municipalityId, words, limit }: { municipalityId: string; words: string; limit: number },
  ): Promise<PointChoice[]> {
    return manager.query(`${choices[kind]} LIMIT $3`, [municipalityId, words, limit]);
  }
}

const choices: Readonly<Record<LinkedOutcome, string>> = {
  proposal: `SELECT p.proposal_id AS id, ${proposalName} AS name, p.reference AS note FROM public_proposals p
    WHERE p.municipality_id = $1 AND p.listed AND ${alike(`concat_ws(' ', p.reference, p.place_name, p.description, p.details ->> 'roadName')`, '$2')}
    ORDER BY p.created_at DESC, p.proposal_id`,
  commitment: `SELECT c.id, c.title ->> 'sv' AS name, c.number::text AS note FROM commitments c
    WHERE c.municipality_id = $1 AND c.removed_at IS NULL AND ${alike(`concat_ws(' ', c.number, c.title ->> 'sv')`, '$2')}
    ORDER BY c.number, c.id`,
  measure: `SELECT m.id, concat_ws(': ', shown.name, m.body) AS name, concat_ws(' ', shown.reference, coalesce(m.done_on, m.planned_on)) AS note
    FROM ${measureTables} WHERE m.municipality_id = $1 AND m.is_public AND m.withdrawn_at IS NULL AND m.kind <> 'none'
      AND ${alike(`concat_ws(' ', shown.reference, shown.name, m.body)`, '$2')} ORDER BY m.created_at DESC, m.id`,
  activity: `SELECT a.activity_id AS id, left(a.view ->> 'publicText', 160) AS name, a.occurred_on::text AS note FROM released_activities a
    WHERE a.municipality_id = $1 AND ${alike(`concat_ws(' ', a.occurred_on, a.view ->> 'publicText')`, '$2')}
    ORDER BY a.occurred_on DESC, a.activity_id`,
};
