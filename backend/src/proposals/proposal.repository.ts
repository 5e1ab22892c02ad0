import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Placement } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import type {
  Language,
  ProposalKind,
  ProposalSource,
  ProposalStatus,
  PublicStatus,
  PublicationState,
} from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openedFor } from './opened-for.js';
import type { ProposalRecord } from './proposal-record.js';

/** A row read with `proposalColumns`. */
export type ProposalRow = Omit<ProposalRecord, 'position' | 'edited'> & {
  readonly editedDescription: string | null;
  readonly editedReason: string | null;
  readonly editedAt: Date | null;
  readonly lng: number | null;
  readonly lat: number | null;
};

/** The columns of a `ProposalRecord`, from `proposals p` joined with its municipality `m` and locality `l`. */
export const proposalColumns = `
  p.id, p.reference, p.municipality_id AS "municipalityId", m.slug AS municipality, p.locality_id AS "localityId",
  l.slug AS locality, p.kind, p.status, p.public_status AS "publicStatus", p.police_planned_at AS "policePlannedAt",
  p.version, ST_X(p.position) AS lng, ST_Y(p.position) AS lat, p.placement, p.place_name AS "placeName", p.description,
  p.edited_description AS "editedDescription", p.edited_reason AS "editedReason", p.edited_at AS "editedAt",
  p.details, p.road_listed AS "roadListed", p.publication, p.personal_data AS "personalData",
  p.secret_for AS "secretFor", p.held_as AS "heldAs", p.commitment_id AS "commitmentId", p.responsible, p.decline_reason AS "declineReason",
  p.duplicate_of_id AS "duplicateOfId", p.source, p.language, p.done_on::text AS "doneOn", p.public_done_on::text AS "publicDoneOn",
  p.answer_due_at AS "answerDueAt", p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;

/** The tables behind `proposalColumns`. */
export const proposalTables = `proposals p
  JOIN municipalities m ON m.id = p.municipality_id LEFT JOIN localities l ON l.id = p.locality_id`;

/** The record of a row read with `proposalColumns`. */
export function toProposalRecord({
  lng,
  lat,
  editedDescription: description,
  editedReason: reason,
  editedAt,
  ...row
}: ProposalRow): ProposalRecord {
  return {
    ...row,
    position: lng === null || lat === null ? null : [lng, lat],
    edited:
      description === null || reason === null || editedAt === null
        ? null
        : { description, reason, at: editedAt.toISOString() },
  };
}

/** [lng, lat] of a public position. */
export interface SnappedPosition {
  readonly lng: number;
  readonly lat: number;
}

/**
 * SQL for the centre of the cell of a grid in SWEREF 99 TM (3006) that holds a point, back in WGS 84 with five decimals (about
 * a metre): what everyone in a cell shares. Floors, so that a point on a border belongs to the cell east or north of it.
 */
export const snappedTo = (point: string, metres: string): string => `
  SELECT round(ST_X(back.point)::numeric, 5)::float8 AS lng, round(ST_Y(back.point)::numeric, 5)::float8 AS lat
  FROM (SELECT ST_Transform(${point}, 3006) AS point, ${metres} AS metres) AS plane
  CROSS JOIN LATERAL (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(
    floor(ST_X(plane.point) / plane.metres) * plane.metres + plane.metres / 2,
    floor(ST_Y(plane.point) / plane.metres) * plane.metres + plane.metres / 2), 3006), 4326) AS point) AS back
  WHERE ${point} IS NOT NULL`;

/** A proposal to store. */
export interface NewProposal {
  readonly reference: string;
  readonly municipalityId: string;
  readonly localityId: string | null;
  readonly kind: ProposalKind;
  readonly position: Position | null;
  readonly placement: Placement;
  readonly placeName: string | null;
  readonly description: string | null;
  readonly details: ProposalDetails;
  readonly roadListed: boolean;
  readonly publication: PublicationState;
  readonly personalData: readonly PersonalDataFinding[];
  readonly followTokenHash: Buffer;
  readonly source: ProposalSource;
  readonly language: Language;
  /** From then on it has waited too long for its answer. */
  readonly answerDueAt: Date;
  readonly heldAs: ProposalRecord['heldAs'];
  readonly createdAt: Date;
}

/** What a move changes of the row. */
export interface MovedProposal {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly publicStatus: PublicStatus;
  readonly commitmentId: string | null;
  readonly responsible: string | null;
  readonly declineReason: string | null;
  readonly duplicateOfId: string | null;
  readonly doneOn: string | null;
  readonly publicDoneOn: string | null;
}

/** What a correction changes of the row. */
export interface CorrectedProposal {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly localityId: string | null;
  readonly position: Position | null;
  readonly placement: Placement;
  readonly placeName: string | null;
  readonly details: ProposalDetails;
  readonly roadListed: boolean;
  readonly publication: PublicationState;
  readonly personalData: readonly PersonalDataFinding[];
}

const point = (lng: number, lat: number): string =>
  `CASE WHEN $${lng}::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint($${lng}::float8, $${lat}::float8), 4326) END`;

/** The private rows. */
@Injectable()
export class ProposalRepository {
  /**
   * Stores a proposal that has just come in, unless its number is taken: then null.
   * @param snapMetres the side of the cells of its public grid
   */
  async insert(
    manager: EntityManager,
    proposal: NewProposal,
    snapMetres: number,
  ): Promise<{ id: string; snapped: SnappedPosition | null } | null> {
    const [lng, lat] = proposal.position ?? [null, null];
    const rows = await manager.query<{ id: string; snapped: SnappedPosition | null }[]>(
      `INSERT INTO proposals (reference, municipality_id, locality_id, kind, status, public_status, position, placement, place_name,
         description, details, road_listed, publication, personal_data, follow_token_hash, language, created_at, updated_at, answer_due_at,
         source, held_as)
       VALUES ($1, $2, $3, $4, 'received', 'received', ${point(5, 6)}, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $18, $19, $20)
       ON CONFLICT (reference) DO NOTHING
       RETURNING id, (SELECT to_jsonb(place) FROM (${snappedTo('proposals.position', '$17::float8')}) AS place) AS snapped`,
      [
        proposal.reference,
        proposal.municipalityId,
        proposal.localityId,
        proposal.kind,
        lng,
        lat,
        proposal.placement,
        proposal.placeName,
        proposal.description,
        JSON.stringify(proposal.details),
        proposal.roadListed,
        proposal.publication,
        JSON.stringify(proposal.personalData),
        proposal.followTokenHash,
        proposal.language,
        proposal.createdAt,
        snapMetres,
        proposal.answerDueAt,
        proposal.source,
        proposal.heldAs,
      ],
    );
    return rows[0] ?? null;
  }

  /** The proposal of an id, or null. */
  byId(manager: EntityManager, id: string): Promise<ProposalRecord | null> {
    return this.one(manager, 'p.id = $1', id);
  }

  /** The proposal of a number, or null; what is held is found by its sender alone. */
  byReference(manager: EntityManager, reference: string): Promise<ProposalRecord | null> {
    return this.one(manager, 'p.reference = $1 AND p.held_as IS NULL', reference);
  }

  /** The proposal that a follow token opens, by the token's hash, or null. */
  byFollowToken(manager: EntityManager, tokenHash: Buffer): Promise<ProposalRecord | null> {
    return this.one(
      manager,
      `p.id = (SELECT id FROM proposals WHERE follow_token_hash = $1
         UNION ALL SELECT proposal_id FROM proposal_follow_tokens WHERE token_hash = $1 LIMIT 1)`,
      tokenHash,
    );
  }

  /** Locks rows until the transaction ends, always in the order of their ids so that no two wait for each other. */
  async lock(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(`SELECT 1 FROM proposals WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [ids]);
  }

  /** Ids of a municipality's proposals that have a position, in their order, from after one of them. */
  async placedIn(
    manager: EntityManager,
    municipalityId: string,
    afterId: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM proposals WHERE municipality_id = $1 AND position IS NOT NULL AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [municipalityId, afterId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The proposals of a municipality that have these numbers. @param secretsOf organisations whose secret ones too */
  async byReferences(
    manager: EntityManager,
    municipalityId: string,
    references: readonly string[],
    secretsOf: readonly string[],
  ): Promise<ProposalRecord[]> {
    const rows = await manager.query<ProposalRow[]>(
      `SELECT ${proposalColumns} FROM ${proposalTables} WHERE p.municipality_id = $1 AND p.reference = ANY ($2::text[]) AND p.held_as IS NULL
         AND ${openedFor('p', '$3')}`,
      [municipalityId, references, secretsOf],
    );
    return rows.map(toProposalRecord);
  }

  /** Stores a move: a new version, and no plan of the police any more. */
  async saveMove(manager: EntityManager, moved: MovedProposal, now: Date): Promise<void> {
    await manager.query(
      `UPDATE proposals SET status = $2, public_status = $3, commitment_id = $4, responsible = $5, decline_reason = $6,
         duplicate_of_id = $7, done_on = $8, public_done_on = $9, police_planned_at = NULL, version = version + 1, updated_at = $10
       WHERE id = $1`,
      [
        moved.id,
        moved.status,
        moved.publicStatus,
        moved.commitmentId,
        moved.responsible,
        moved.declineReason,
        moved.duplicateOfId,
        moved.doneOn,
        moved.publicDoneOn,
        now,
      ],
    );
  }

  /** Stores that the police plan a speed check, or do so no more. Nothing else changes, so that nobody else can tell. */
  async savePolicePlan(manager: EntityManager, id: string, plannedAt: Date | null): Promise<void> {
    await manager.query('UPDATE proposals SET police_planned_at = $2 WHERE id = $1', [id, plannedAt]);
  }

  /** Stores the decision about the words. */
  async savePublication(
    manager: EntityManager,
    id: string,
    publication: PublicationState,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE proposals SET publication = $2, version = version + 1, updated_at = $3 WHERE id = $1',
      [id, publication, now],
    );
  }

  /** Stores the words as staff edited them, or that they are as they were sent again. */
  async saveEdit(
    manager: EntityManager,
    id: string,
    edit: { readonly description: string; readonly reason: string; readonly accountId: string } | null,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE proposals SET edited_description = $2, edited_reason = $3, edited_by = $4,
         edited_at = CASE WHEN $2::text IS NULL THEN NULL ELSE $5::timestamptz END, version = version + 1, updated_at = $5
       WHERE id = $1`,
      [id, edit?.description ?? null, edit?.reason ?? null, edit?.accountId ?? null, now],
    );
  }

  /** Stores for whom a proposal is secret. Its version stays: nothing that staff decide about has changed. */
  async saveSecrecy(manager: EntityManager, id: string, organisationId: string | null): Promise<void> {
    await manager.query('UPDATE proposals SET secret_for = $2 WHERE id = $1', [id, organisationId]);
  }

  /** Stores a correction. */
  async saveCorrection(manager: EntityManager, corrected: CorrectedProposal, now: Date): Promise<void> {
    const [lng, lat] = corrected.position ?? [null, null];
    await manager.query(
      `UPDATE proposals SET kind = $2, locality_id = $3, position = ${point(4, 5)}, placement = $6, place_name = $7, details = $8,
         road_listed = $9, publication = $10, personal_data = $11, version = version + 1, updated_at = $12
       WHERE id = $1`,
      [
        corrected.id,
        corrected.kind,
        corrected.localityId,
        lng,
        lat,
        corrected.placement,
        corrected.placeName,
        JSON.stringify(corrected.details),
        corrected.roadListed,
        corrected.publication,
        JSON.stringify(corrected.personalData),
        now,
      ],
    );
  }

  private async one(
    manager: EntityManager,
    condition: string,
    value: string | Buffer,
  ): Promise<ProposalRecord | null> {
    const [row] = await manager.query<ProposalRow[]>(
      `SELECT ${proposalColumns} FROM ${proposalTables} WHERE ${condition}`,
      [value],
    );
    return row ? toProposalRecord(row) : null;
  }
}
