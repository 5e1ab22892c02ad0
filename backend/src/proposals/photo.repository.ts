import type { OwnPhoto } from '@lofteskartan/shared/contracts/proposals';
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
      { id: string; address: string; width: number; height: number; publication: PublicationState }[]
    >(
      `SELECT id, coalesce(address, id) AS address, width, height, publication FROM proposal_photos
       WHERE proposal_id = $1 ORDER BY created_at, id`,
      [proposalId],
    );
    return rows.map(({ address, ...row }) => ({ ...row, ...photoAddresses(address) }));
  }

  /** The files of a proposal's photos as they were sent, while the originals are kept, with what was decided about each, oldest first. */
  files(manager: EntityManager, proposalId: string): Promise<KeptPhoto[]> {
    return manager.query(
      `SELECT id, coalesce(original_file_key, file_key) AS "fileKey", width, height, publication FROM proposal_photos WHERE proposal_id = $1 ORDER BY created_at, id`,
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
         p.secret_for AS "secretFor",
         coalesce(p.follow_token_hash = $2 OR EXISTS (
           SELECT FROM proposal_follow_tokens t WHERE t.token_hash = $2 AND t.proposal_id = p.id), false) AS "bySender",
         coalesce(pub.listed, false) AS listed
       FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id
       LEFT JOIN public_proposals pub ON pub.proposal_id = p.id WHERE coalesce(ph.address, ph.id) = $1`,
      [address, tokenHash],
    );
    return row ?? null;
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
