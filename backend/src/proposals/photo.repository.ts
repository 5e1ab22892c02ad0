import type { OwnPhoto } from '@lofteskartan/shared/contracts/proposals';
import type { Secrecy } from '@lofteskartan/shared/contracts/records';
import type { PublicationState } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { photoAddresses, type PhotoFacts } from './photo.rules.js';

/** A photo to store. */
export interface NewPhoto {
  readonly fileKey: string;
  readonly thumbnailKey: string;
  readonly width: number;
  readonly height: number;
  /** Size of the picture as it is kept. */
  readonly bytes: number;
}

/** A photo with its file. */
export interface KeptPhoto {
  readonly id: string;
  readonly fileKey: string;
  readonly width: number;
  readonly height: number;
  readonly publication: PublicationState;
  /** The organisation whose own people alone see it, when it is secret. */
  readonly secretFor: string | null;
  readonly secrecy: Secrecy | null;
}

/** What a look at a photo needs to know. */
export interface PhotoFile extends PhotoFacts {
  readonly fileKey: string;
  readonly thumbnailKey: string;
  readonly municipalityId: string;
  readonly secretFor: string | null;
  /** Whether the token that came along is one of its sender's. */
  readonly bySender: boolean;
}

/** SQL for the mark of secrecy of the photo `ph`, which the account `marker` set; null without one. */
export const secrecyOfPhoto = `CASE WHEN ph.secret_for IS NOT NULL THEN jsonb_build_object('ground', ph.secrecy_ground, 'by', marker.name,
  'at', to_char(ph.secrecy_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END`;

/** Photos of proposals; their bytes are in the file store. */
@Injectable()
export class PhotoRepository {
  /** Stores a photo; returns its id. */
  async insert(
    manager: EntityManager,
    proposalId: string,
    photo: NewPhoto,
    createdAt: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO proposal_photos (proposal_id, file_key, thumbnail_key, width, height, bytes, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [proposalId, photo.fileKey, photo.thumbnailKey, photo.width, photo.height, photo.bytes, createdAt],
    );
    if (!row) throw new Error('A photo was not stored');
    return row.id;
  }

  /** How many photos a proposal has. */
  async count(source: DataSource | EntityManager, proposalId: string): Promise<number> {
    const [row] = await source.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM proposal_photos WHERE proposal_id = $1',
      [proposalId],
    );
    return row?.count ?? 0;
  }

  /** The photos of a proposal with what was decided about each, oldest first. */
  async ofProposal(manager: EntityManager, proposalId: string): Promise<OwnPhoto[]> {
    const rows = await manager.query<
      {
        id: string;
        address: string;
        width: number;
        height: number;
        publication: PublicationState;
        secret: boolean;
      }[]
    >(
      `SELECT id, coalesce(address, id) AS address, width, height, publication, secret_for IS NOT NULL AS secret
       FROM proposal_photos WHERE proposal_id = $1 ORDER BY created_at, id`,
      [proposalId],
    );
    return rows.map(({ address, ...row }) => ({ ...row, ...photoAddresses(address) }));
  }

  /** The files of a proposal's photos as they were sent, while the originals are kept, with what was decided about each, oldest first. */
  files(manager: EntityManager, proposalId: string): Promise<KeptPhoto[]> {
    return manager.query(
      `SELECT ph.id, coalesce(ph.original_file_key, ph.file_key) AS "fileKey", ph.width, ph.height, ph.publication,
         ph.secret_for AS "secretFor", ${secrecyOfPhoto} AS secrecy
       FROM proposal_photos ph LEFT JOIN accounts marker ON marker.id = ph.secrecy_by WHERE ph.proposal_id = $1 ORDER BY ph.created_at, ph.id`,
      [proposalId],
    );
  }

  /** The file of a photo and who may see it, or null. @param tokenHash of the follow token that came along */
  async file(
    source: DataSource | EntityManager,
    address: string,
    tokenHash: Buffer | null,
  ): Promise<PhotoFile | null> {
    const [row] = await source.query<PhotoFile[]>(
      `SELECT ph.file_key AS "fileKey", ph.thumbnail_key AS "thumbnailKey", ph.publication, p.municipality_id AS "municipalityId",
         p.secret_for AS "secretFor", ph.secret_for AS "photoSecretFor",
         coalesce(p.follow_token_hash = $2 OR EXISTS (
           SELECT FROM proposal_follow_tokens t WHERE t.token_hash = $2 AND t.proposal_id = p.id), false) AS "bySender",
         coalesce(pub.listed, false) AS listed
       FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id
       LEFT JOIN public_proposals pub ON pub.proposal_id = p.id WHERE coalesce(ph.address, ph.id) = $1`,
      [address, tokenHash],
    );
    return row ?? null;
  }

  /** Marks a photo as secret, under a new address, or takes the mark away: then whether it is shown is to be decided again. */
  async saveSecrecy(
    manager: EntityManager,
    id: string,
    mark: {
      readonly organisationId: string;
      readonly ground: string;
      readonly accountId: string;
      readonly at: Date;
    } | null,
  ): Promise<void> {
    await manager.query(
      `UPDATE proposal_photos SET secret_for = $2, secrecy_ground = $3, secrecy_by = $4, secrecy_at = $5, address = gen_random_uuid(),
         publication = CASE WHEN $2::uuid IS NULL THEN 'pending' ELSE publication END
       WHERE id = $1`,
      [id, mark?.organisationId ?? null, mark?.ground ?? null, mark?.accountId ?? null, mark?.at ?? null],
    );
  }

  /** Stores the decision about a photo. */
  async savePublication(
    manager: EntityManager,
    id: string,
    publication: 'released' | 'kept-back',
  ): Promise<void> {
    await manager.query('UPDATE proposal_photos SET publication = $2 WHERE id = $1', [id, publication]);
  }
}
