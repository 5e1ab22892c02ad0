import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HeldProposal } from './held-proposal.js';

const columns = `p.id, p.municipality_id AS "municipalityId", p.reference, p.kind AS "proposalKind",
  array_remove(ARRAY[p.description, p.place_name, p.details ->> 'roadName', p.details ->> 'direction'], NULL) AS words,
  (SELECT count(*)::integer FROM proposal_photos ph WHERE ph.proposal_id = p.id) AS photos,
  EXISTS (SELECT FROM proposal_contacts c WHERE c.proposal_id = p.id) AS "hasAddress", p.created_at AS at`;
const held = 'p.held_as IS NOT NULL AND p.disposed_at IS NULL';

/** Proposals that filled in the field which no person sees. */
@Injectable()
export class HeldProposalRepository {
  /** Those of some municipalities, the latest first. */
  ofMunicipalities(
    manager: EntityManager,
    municipalityIds: readonly string[],
    limit: number,
  ): Promise<HeldProposal[]> {
    return manager.query(
      `SELECT ${columns} FROM proposals p WHERE p.municipality_id = ANY ($1::uuid[]) AND ${held} ORDER BY p.created_at DESC, p.id LIMIT $2`,
      [municipalityIds, limit],
    );
  }

  async count(manager: EntityManager, municipalityIds: readonly string[]): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM proposals p WHERE p.municipality_id = ANY ($1::uuid[]) AND ${held}`,
      [municipalityIds],
    );
    return row?.count ?? 0;
  }

  /** One of them, locked until the transaction ends, or null. */
  async byId(manager: EntityManager, id: string): Promise<HeldProposal | null> {
    const [row] = await manager.query<HeldProposal[]>(
      `SELECT ${columns} FROM proposals p WHERE p.id = $1 AND ${held} FOR UPDATE OF p`,
      [id],
    );
    return row ?? null;
  }

  /** Those that came in up to a moment. */
  upTo(manager: EntityManager, moment: Date, limit: number): Promise<{ id: string }[]> {
    return manager.query(
      `SELECT p.id FROM proposals p WHERE ${held} AND p.created_at <= $1 ORDER BY p.created_at, p.id LIMIT $2`,
      [moment, limit],
    );
  }

  /** Lets go of one. */
  async release(manager: EntityManager, id: string): Promise<void> {
    await manager.query('UPDATE proposals SET held_as = NULL WHERE id = $1', [id]);
  }
}
