import type { AlternativeState, StretchAlternative } from '@lofteskartan/shared/planner';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { alternativeColumns, type AlternativeRow } from './stretch-detail.repository.js';

/** An alternative as it is begun. */
export interface NewAlternative {
  readonly id: string;
  readonly stretchId: string;
  readonly kind: StretchAlternative;
  readonly responsible: string;
  readonly publicText: string;
  readonly dueOn: string | null;
  readonly at: Date;
}

/** A wish as far as an alternative asks. */
export interface AlternativeWish {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly version: number;
}

/** What is done instead of checks. */
@Injectable()
export class AlternativeRepository {
  /** Begins one. @returns false when it was begun before */
  async begin(manager: EntityManager, given: NewAlternative): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO stretch_alternatives (id, stretch_id, kind, responsible, public_text, due_on, arranged_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [given.id, given.stretchId, given.kind, given.responsible, given.publicText, given.dueOn, given.at],
    );
    return rows.length > 0;
  }

  /** Notes that a wish was answered so. */
  async link(manager: EntityManager, id: string, proposalId: string): Promise<void> {
    await manager.query(
      'INSERT INTO stretch_alternative_wishes (alternative_id, proposal_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [id, proposalId],
    );
  }

  async find(manager: EntityManager, municipalityId: string, id: string): Promise<AlternativeRow | null> {
    const [row] = await manager.query<AlternativeRow[]>(
      `SELECT ${alternativeColumns} FROM stretch_alternatives x JOIN stretches s ON s.id = x.stretch_id
       WHERE s.municipality_id = $1 AND x.id = $2`,
      [municipalityId, id],
    );
    return row ?? null;
  }

  /** Ends one that is arranged, if it still has this version. @returns whether it did */
  async end(
    manager: EntityManager,
    id: string,
    {
      version,
      state,
      resultText,
      measurementId,
      at,
    }: {
      readonly version: number;
      readonly state: Exclude<AlternativeState, 'arranged'>;
      readonly resultText: string;
      readonly measurementId: string | null;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE stretch_alternatives SET state = $3, result_text = $4, ended_at = $5, measurement_id = $6, version = version + 1
       WHERE id = $1 AND version = $2 AND state = 'arranged' RETURNING id`,
      [id, version, state, resultText, at, measurementId],
    );
    return rows.length > 0;
  }

  /** Whether a measurement is one of a stretch: of it, of what it was merged into, or of what was merged into that. */
  async isMeasuredThere(manager: EntityManager, stretchId: string, measurementId: string): Promise<boolean> {
    const [row] = await manager.query<{ there: boolean }[]>(
      `WITH RECURSIVE up AS (
         SELECT id, merged_into_id FROM stretches WHERE id = $1
         UNION ALL SELECT s.id, s.merged_into_id FROM up JOIN stretches s ON s.id = up.merged_into_id),
       family AS (
         SELECT id FROM up WHERE merged_into_id IS NULL
         UNION ALL SELECT s.id FROM family JOIN stretches s ON s.merged_into_id = family.id)
       SELECT EXISTS (SELECT FROM speed_measurements m JOIN family ON family.id = m.stretch_id
         WHERE m.id = $2 AND m.removed_at IS NULL) AS there`,
      [stretchId, measurementId],
    );
    return row?.there ?? false;
  }

  /** A wish on a stretch of the municipality that everyone who handles proposals may read, or null. */
  async wishOn(
    manager: EntityManager,
    stretchId: string,
    reference: string,
  ): Promise<AlternativeWish | null> {
    const [row] = await manager.query<AlternativeWish[]>(
      `SELECT p.id, p.status, p.version FROM proposals p JOIN stretch_wishes w ON w.proposal_id = p.id
       WHERE p.reference = $2 AND w.stretch_id = $1 AND p.secret_for IS NULL AND p.held_as IS NULL`,
      [stretchId, reference],
    );
    return row ?? null;
  }

  /** The same of a wish that was answered with an alternative. */
  async wishOf(manager: EntityManager, id: string, reference: string): Promise<AlternativeWish | null> {
    const [row] = await manager.query<AlternativeWish[]>(
      `SELECT p.id, p.status, p.version FROM proposals p JOIN stretch_alternative_wishes aw ON aw.proposal_id = p.id
       WHERE aw.alternative_id = $1 AND p.reference = $2 AND p.secret_for IS NULL AND p.held_as IS NULL`,
      [id, reference],
    );
    return row ?? null;
  }
}
