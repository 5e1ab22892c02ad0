import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { PublicProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { PublicAnswer, PublicPhoto, StoryEvent } from '@lofteskartan/shared/contracts/proposals';
import type { ListedStatus, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { gatheredUnder, supportersOfCase } from './case.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import {
  proposalColumns,
  proposalTables,
  snappedTo,
  toProposalRecord,
  type ProposalRow,
  type SnappedPosition,
} from './proposal.repository.js';
import { SNAP_SETTING } from './snap.rules.js';
import type { PublicEvent } from './story.rules.js';

/** A row of `public_proposals`, but for what the database makes of it. */
export interface PublicRow {
  readonly proposalId: string;
  readonly reference: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly locality: string | null;
  readonly kind: ProposalKind;
  readonly status: ListedStatus | 'duplicate';
  readonly listed: boolean;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly textEdited: boolean;
  readonly details: PublicProposalDetails;
  readonly supportCount: number;
  /** Proposals that it leads. */
  readonly gatheredCount: number;
  readonly commitmentId: string | null;
  readonly responsible: string | null;
  readonly duplicateOf: string | null;
  readonly latestAnswer: PublicAnswer | null;
  readonly answeredAt: Date | null;
  /** Since when it waits again after it had an answer. */
  readonly waitsAgainSince: Date | null;
  /** From then on it has waited too long, if it still waits. */
  readonly answerDueAt: Date | null;
  /** How many of its senders, its own and those of what is gathered under it, are still to be called about the answer: until then they wait. */
  readonly toCall: number;
  readonly photos: PublicPhoto[];
  readonly events: StoryEvent[];
  readonly doneOn: string | null;
  readonly createdAt: Date;
}

/** All that a public row is made from, and the row as it is now. */
export interface ProjectionFacts {
  readonly proposal: ProposalRecord;
  /** The public position: the centre of the cell that holds the exact one. */
  readonly snapped: SnappedPosition | null;
  readonly photos: {
    readonly id: string;
    readonly address: string;
    readonly width: number;
    readonly height: number;
  }[];
  readonly events: PublicEvent[];
  /** Months for which what has ended stays on the map. */
  readonly pinMonths: number;
  /** Devices that stand behind the case. */
  readonly supportCount: number;
  /** Proposals that it leads. */
  readonly gatheredCount: number;
  /** The number of the case's leader, for a duplicate. */
  readonly duplicateOf: string | null;
  readonly now: PublicRow | null;
}

const columns = {
  proposalId: 'proposal_id',
  reference: 'reference',
  municipalityId: 'municipality_id',
  municipality: 'municipality',
  locality: 'locality',
  kind: 'kind',
  status: 'status',
  listed: 'listed',
  lng: 'lng',
  lat: 'lat',
  placeName: 'place_name',
  description: 'description',
  textEdited: 'text_edited',
  details: 'details',
  supportCount: 'support_count',
  gatheredCount: 'gathered_count',
  commitmentId: 'commitment_id',
  responsible: 'responsible',
  duplicateOf: 'duplicate_of',
  latestAnswer: 'latest_answer',
  answeredAt: 'answered_at',
  waitsAgainSince: 'waits_again_since',
  answerDueAt: 'answer_due_at',
  toCall: 'to_call_count',
  photos: 'photos',
  events: 'events',
  doneOn: 'done_on',
  createdAt: 'created_at',
} as const satisfies Record<keyof PublicRow, string>;

const names = Object.keys(columns) as (keyof PublicRow)[];
const jsonColumns: readonly (keyof PublicRow)[] = ['details', 'latestAnswer', 'photos', 'events'];

const publicColumns = names
  .map((name) => `pub.${columns[name]}${name === 'doneOn' ? '::text' : ''} AS "${name}"`)
  .join(', ');

/** SQL for the side of the grid's cells for the proposal `p` of the municipality `m`. */
export const snapMetresOf = `CASE p.kind ${Object.entries(SNAP_SETTING)
  .map(
    ([kind, setting]: [string, keyof MunicipalitySettings]) =>
      `WHEN '${kind}' THEN (m.settings ->> '${setting}')::float8`,
  )
  .join(' ')} END`;

const releasedPhotos = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', ph.id, 'address', coalesce(ph.address, ph.id), 'width', ph.width, 'height', ph.height) ORDER BY ph.created_at, ph.id), '[]')
  FROM proposal_photos ph WHERE ph.proposal_id = p.id AND ph.publication = 'released' AND ph.secret_for IS NULL`;

const publicEvents = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.public_at, 'type', e.type, 'toStatus', e.to_status,
    'publicText', e.public_text, 'organisation', o.name) ORDER BY e.id), '[]')
  FROM proposal_events e LEFT JOIN organisations o ON o.id = e.organisation_id
  WHERE e.proposal_id = p.id AND e.audience = 'public'`;

const leaderReference = `
  WITH RECURSIVE chain AS (
    SELECT d.id, d.reference, d.duplicate_of_id FROM proposals d WHERE d.id = p.duplicate_of_id
    UNION ALL SELECT d.id, d.reference, d.duplicate_of_id FROM chain JOIN proposals d ON d.id = chain.duplicate_of_id)
  SELECT reference FROM chain WHERE duplicate_of_id IS NULL`;

type FactsRow = ProposalRow & {
  readonly snapped: SnappedPosition | null;
  readonly photos: ProjectionFacts['photos'];
  readonly events: (Omit<PublicEvent, 'at'> & { readonly at: string })[];
  readonly pinMonths: number;
  readonly supportCount: number;
  readonly gatheredCount: number;
  readonly leader: string | null;
};

/** Reads what a public row is made from, and writes it. */
@Injectable()
export class ProjectionRepository {
  /** Everything about one proposal in two statements. The caller holds the row's lock, so both see the same. */
  async facts(manager: EntityManager, proposalId: string): Promise<ProjectionFacts | null> {
    const [row] = await manager.query<FactsRow[]>(
      `SELECT ${proposalColumns}, (SELECT to_jsonb(place) FROM (${snappedTo('p.position', snapMetresOf)}) AS place) AS snapped, (${releasedPhotos}) AS photos,
         (${publicEvents}) AS events, (m.settings ->> 'pinMonths')::integer AS "pinMonths", ${supportersOfCase} AS "supportCount",
         ${gatheredUnder} AS "gatheredCount", CASE WHEN p.duplicate_of_id IS NOT NULL THEN (${leaderReference}) END AS leader
       FROM ${proposalTables} WHERE p.id = $1`,
      [proposalId],
    );
    if (!row) return null;
    const [now] = await manager.query<PublicRow[]>(
      `SELECT ${publicColumns} FROM public_proposals pub WHERE pub.proposal_id = $1`,
      [proposalId],
    );
    const {
      snapped: place,
      photos,
      events,
      pinMonths,
      supportCount,
      gatheredCount,
      leader,
      ...proposal
    } = row;
    return {
      proposal: toProposalRecord(proposal),
      snapped: place,
      photos,
      events: events.map((event) => ({ ...event, at: new Date(event.at) })),
      pinMonths,
      supportCount,
      gatheredCount,
      duplicateOf: leader,
      now: now ?? null,
    };
  }

  /** Writes the public row anew. */
  async write(manager: EntityManager, row: PublicRow, updatedAt: Date): Promise<void> {
    const values = names.map((name) =>
      jsonColumns.includes(name) && row[name] !== null ? JSON.stringify(row[name]) : row[name],
    );
    await manager.query(
      `INSERT INTO public_proposals (${names.map((name) => columns[name]).join(', ')}, updated_at)
       VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}, $${names.length + 1})
       ON CONFLICT (proposal_id) DO UPDATE SET ${names
         .map((name) => `${columns[name]} = excluded.${columns[name]}`)
         .join(', ')}, updated_at = excluded.updated_at`,
      [...values, updatedAt],
    );
  }

  /** Takes the position out of the public row, and nothing else: what has ended long ago leaves the map, which is no news. */
  async leaveMap(manager: EntityManager, proposalId: string): Promise<void> {
    await manager.query('UPDATE public_proposals SET lng = NULL, lat = NULL WHERE proposal_id = $1', [
      proposalId,
    ]);
  }

  /** Those on the map that ended so long ago that they may have to leave it. @param statuses in which something has ended */
  async mayLeaveMap(
    manager: EntityManager,
    statuses: readonly string[],
    now: Date,
    limit: number,
    after: string | null,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT pub.proposal_id AS id FROM public_proposals pub JOIN municipalities m ON m.id = pub.municipality_id
       WHERE pub.listed AND pub.lng IS NOT NULL AND pub.status = ANY ($1::text[])
         AND pub.updated_at < $2::timestamptz - make_interval(months => (m.settings ->> 'pinMonths')::integer)
         AND ($4::uuid IS NULL OR pub.proposal_id > $4::uuid) ORDER BY pub.proposal_id LIMIT $3`,
      [statuses, now, limit, after],
    );
    return rows.map(({ id }) => id);
  }

  /** Says how many are still to be called, and nothing else. */
  async saveToCall(manager: EntityManager, proposalId: string, toCall: number): Promise<void> {
    await manager.query('UPDATE public_proposals SET to_call_count = $2 WHERE proposal_id = $1', [
      proposalId,
      toCall,
    ]);
  }

  /** Says how many are gathered under it, and nothing else. */
  async saveGathered(manager: EntityManager, proposalId: string, count: number): Promise<void> {
    await manager.query('UPDATE public_proposals SET gathered_count = $2 WHERE proposal_id = $1', [
      proposalId,
      count,
    ]);
  }

  /** Takes a proposal out of the public. */
  async remove(manager: EntityManager, proposalId: string): Promise<void> {
    await manager.query('DELETE FROM public_proposals WHERE proposal_id = $1', [proposalId]);
  }

  /** Counts anew who stands behind a listed proposal; null when it is not listed. The caller holds the row's lock. */
  async recountSupport(manager: EntityManager, proposalId: string): Promise<number | null> {
    const [rows] = await manager.query<[{ support_count: number }[], number]>(
      `UPDATE public_proposals pub SET support_count = ${supportersOfCase} FROM proposals p
       WHERE p.id = pub.proposal_id AND pub.proposal_id = $1 AND pub.listed RETURNING support_count`,
      [proposalId],
    );
    return rows[0]?.support_count ?? null;
  }
}
