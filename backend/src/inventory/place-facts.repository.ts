import type { MeasureKind } from '@lofteskartan/shared/inventory';
import type { DarkPlaceCause, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stockholmDate, type IsoDate } from '../platform/dates.js';
import type { MeasureFacts } from './place.rules.js';
import { partingDays, type Answer, type PartingFacts } from './rating.rules.js';
import type { ToldDark } from './times.rules.js';

/** What follows for a place from what residents sent in and from what was done. */
export interface PlaceFacts {
  readonly people: number;
  readonly proposalCount: number;
  /** What its proposals say of when it is dark there, with the people behind each saying. */
  readonly told: readonly ToldDark[];
  readonly answers: readonly Answer[];
  readonly measures: readonly MeasureFacts[];
  /** Days of the measures that part the answers into before and after, oldest first. */
  readonly done: readonly IsoDate[];
}

/** A proposal of a place. */
export interface LinkedProposal {
  readonly id: string;
  readonly reference: string;
  readonly status: ProposalStatus;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly people: number;
  readonly causes: readonly DarkPlaceCause[];
  readonly createdAt: Date;
}

/**
 * The places that `$1` leads, itself among them, and the proposals about them with those gathered under them. What is hidden, withdrawn or
 * secret for others than `$2` is as if it were not there.
 */
const shown = `
  RECURSIVE family AS (
    SELECT id AS root, id FROM inventory_places WHERE id = ANY ($1::uuid[])
    UNION ALL SELECT f.root, p.id FROM family f JOIN inventory_places p ON p.merged_into_id = f.id
  ), linked AS (
    SELECT f.root, l.proposal_id AS id, l.proposal_id AS top FROM family f JOIN inventory_place_proposals l ON l.place_id = f.id
  ), member AS (
    SELECT root, id, top FROM linked
    UNION SELECT m.root, p.id, m.top FROM member m JOIN proposals p ON p.duplicate_of_id = m.id
  ), shown AS (
    SELECT m.root, m.top, p.* FROM member m JOIN proposals p ON p.id = m.id
    WHERE p.status NOT IN ('hidden', 'withdrawn') AND p.held_as IS NULL AND (p.secret_for IS NULL OR p.secret_for = ANY ($2::uuid[])))`;

/**
 * The supports of what is shown, each with the person behind it: the devices of one who confirmed an address, for whichever of the proposals,
 * are that one.
 */
const behind = `${shown}, behind AS (
    SELECT s.root, s.top, s.proposal_id, s.device_hash, s.is_sender, s.created_at,
      coalesce(min(c.address_hash) OVER (PARTITION BY s.root, s.device_hash), encode(s.device_hash, 'hex')) AS person
    FROM (SELECT DISTINCT shown.root, shown.top, each.* FROM shown JOIN proposal_supports each ON each.proposal_id = shown.id) AS s
    LEFT JOIN proposal_contacts c ON c.id = s.contact_id AND c.confirmed_at IS NOT NULL)`;

/** Each proposal that is shown, with the person who sent it: the one behind their own device; who has none there is known by the proposal alone. */
const sent = `${behind}, own AS (
    SELECT DISTINCT ON (root, proposal_id) root, proposal_id, person FROM behind WHERE is_sender ORDER BY root, proposal_id, created_at
  ), sent AS (
    SELECT shown.root, shown.top, shown.id, shown.created_at, shown.details, coalesce(own.person, shown.id::text) AS sender
    FROM shown LEFT JOIN own ON own.root = shown.root AND own.proposal_id = shown.id)`;

/** When it is dark, as a proposal says; what no form of ours wrote says nothing. */
const times = `CASE WHEN jsonb_typeof(shown.details -> 'when') = 'array' THEN shown.details -> 'when' ELSE '[]' END`;

interface AnswerRow {
  readonly root: string;
  /** The proposal of the place that leads the case. */
  readonly top: string;
  readonly person: string;
  readonly at: Date;
  readonly rating: number;
  readonly when: Answer['when'];
}

/** Reads what other rooms and the measures say about places. */
@Injectable()
export class PlaceFactsRepository {
  /** The facts of each place, by its id. @param secretsOf the organisations whose secrets the reader may know */
  async of(
    manager: EntityManager,
    placeIds: readonly string[],
    secretsOf: readonly string[],
  ): Promise<ReadonlyMap<string, PlaceFacts>> {
    if (placeIds.length === 0) return new Map();
    const parameters = [placeIds, secretsOf];
    const told = await manager.query<(ToldDark & { root: string; proposals: number })[]>(
      `WITH ${behind} SELECT shown.root, ${times} AS "when", count(DISTINCT shown.id)::integer AS proposals,
         array_remove(array_agg(DISTINCT b.person), NULL) AS people
       FROM shown LEFT JOIN behind b ON b.root = shown.root AND b.proposal_id = shown.id GROUP BY 1, 2`,
      parameters,
    );
    const answers = await manager.query<AnswerRow[]>(
      `WITH ${sent} SELECT DISTINCT * FROM (
         SELECT root, top, sender AS person, created_at AS at, (details ->> 'safetyNow')::integer AS rating, 'sent-in' AS "when", 0 AS step, 0::bigint AS number
         FROM sent WHERE jsonb_typeof(details -> 'safetyNow') = 'number'
         UNION ALL
         SELECT sent.root, sent.top, sender, e.at, (e.changes ->> 'safetyNow')::integer, 'asked-again', 1, e.id
         FROM sent JOIN proposal_events e ON e.proposal_id = sent.id AND e.type = 'outcome-told'
         WHERE jsonb_typeof(e.changes -> 'safetyNow') = 'number'
         UNION ALL
         SELECT sent.root, sent.top, sender, o.told_at, o.safety_now::integer, 'asked-again', 2, 0
         FROM sent JOIN proposal_outcomes o ON o.proposal_id = sent.id WHERE o.safety_now IS NOT NULL
         UNION ALL
         SELECT b.root, b.top, b.person, o.told_at, o.safety_now::integer, 'asked-again', 2, 0
         FROM behind b JOIN supporter_outcomes o ON o.proposal_id = b.proposal_id AND o.device_hash = b.device_hash
         WHERE o.safety_now IS NOT NULL AND o.withdrawn_at IS NULL) AS given ORDER BY at, step, number`,
      parameters,
    );
    const parting = await this.saidDone(manager, parameters);
    const measures = await manager.query<
      (MeasureFacts & PartingFacts & { root: string; kind: MeasureKind })[]
    >(
      `WITH ${shown} SELECT family.root, m.kind, m.planned_on::text AS "plannedOn", m.done_on::text AS "doneOn",
         m.wheel_item_id IS NOT NULL AS "isCare", m.told_at IS NOT NULL AS "isTold"
       FROM family JOIN inventory_measures m ON m.place_id = family.id WHERE m.withdrawn_at IS NULL`,
      parameters,
    );
    const toldOf = byRoot(told);
    const answersOf = byRoot(answers);
    const measuresOf = byRoot(measures);
    return new Map(
      placeIds.map((id) => {
        const own = measuresOf.get(id) ?? [];
        const said = toldOf.get(id) ?? [];
        return [
          id,
          {
            people: new Set(said.flatMap(({ people }) => people)).size,
            proposalCount: said.reduce((sum, { proposals }) => sum + proposals, 0),
            told: said,
            answers: (answersOf.get(id) ?? []).map((row) =>
              answer(row, parting.get(row.root + row.top) ?? []),
            ),
            measures: own,
            done: partingDays(own),
          },
        ];
      }),
    );
  }

  /**
   * What everyone read to be done about each case, by its place and the proposal that leads it there, but for what was taken back. It parts the answers of a
   * case whose measure is with another place now.
   */
  private async saidDone(
    manager: EntityManager,
    parameters: unknown[],
  ): Promise<ReadonlyMap<string, readonly IsoDate[]>> {
    const rows = await manager.query<{ root: string; top: string; days: IsoDate[] }[]>(
      `WITH ${shown} SELECT shown.root, shown.top, array_agg(DISTINCT coalesce(e.changes ->> 'doneOn', a.occurred_on::text)) AS days
       FROM shown JOIN proposal_events e ON e.proposal_id = shown.id AND e.audience = 'public' AND e.type IN ('measure-done', 'activity', 'released')
       LEFT JOIN activities a ON a.id = e.activity_id
       LEFT JOIN inventory_measures m ON e.type = 'measure-done' AND m.id = (e.changes ->> 'measureId')::uuid
       WHERE m.withdrawn_at IS NULL AND (a.id IS NOT NULL OR m.id IS NOT NULL) GROUP BY shown.root, shown.top`,
      parameters,
    );
    return new Map(rows.map(({ root, top, days }) => [root + top, days]));
  }

  /** The proposals linked to a place that are secret for others than `secretsOf`. */
  unknown(
    manager: EntityManager,
    placeId: string,
    secretsOf: readonly string[],
  ): Promise<Pick<LinkedProposal, 'id' | 'status' | 'createdAt'>[]> {
    return manager.query(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM family f JOIN inventory_places p ON p.merged_into_id = f.id)
       SELECT p.id, p.status, p.created_at AS "createdAt" FROM family f
       JOIN inventory_place_proposals l ON l.place_id = f.id JOIN proposals p ON p.id = l.proposal_id
       WHERE p.held_as IS NULL AND p.secret_for <> ALL ($2::uuid[]) ORDER BY p.created_at, p.id`,
      [placeId, secretsOf],
    );
  }

  /** The proposals that staff linked to a place, oldest first. */
  linked(manager: EntityManager, placeId: string, secretsOf: readonly string[]): Promise<LinkedProposal[]> {
    return manager.query(
      `WITH ${behind} SELECT top.id, top.reference, top.status, top.place_name AS "placeName",
         coalesce(top.edited_description, top.description) AS description, top.created_at AS "createdAt",
         CASE WHEN jsonb_typeof(top.details -> 'causes') = 'array' THEN top.details -> 'causes' ELSE '[]' END AS causes,
         (SELECT count(DISTINCT b.person)::integer FROM shown each JOIN behind b ON b.root = each.root AND b.proposal_id = each.id WHERE each.top = top.id) AS people
       FROM shown top WHERE top.id = top.top ORDER BY top.created_at, top.id`,
      [[placeId], secretsOf],
    );
  }
}

/** Rows by the place that they are about. */
function byRoot<Row extends { readonly root: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const those = found.get(row.root);
    if (those) those.push(row);
    else found.set(row.root, [row]);
  }
  return found;
}

const answer = ({ person, at, rating, when }: AnswerRow, own: readonly IsoDate[]): Answer => ({
  person,
  own,
  on: stockholmDate(at),
  rating,
  when,
});
