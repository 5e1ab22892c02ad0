import type { RedactionRegion, TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { Secrecy } from '@lofteskartan/shared/contracts/records';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';
import type { NewPhoto } from '../photo.repository.js';
import { PhotoRepository, secrecyOfPhoto } from '../photo.repository.js';
import { originalDueOn } from './original-due.js';

/** The files of a photo. */
export interface PhotoFiles {
  readonly fileKey: string;
  readonly thumbnailKey: string;
  /** Null while nothing is covered, and when the original is gone. */
  readonly originalFileKey: string | null;
  readonly isCovered: boolean;
}

/** What a photo becomes when parts of it are covered. */
export interface CoveredPhoto extends NewPhoto {
  readonly regions: readonly RedactionRegion[];
  readonly originalFileKey: string;
  readonly originalDisposeAfter: IsoDate;
  readonly at: Date;
}

/** Photos of which parts are covered. */
@Injectable()
export class RedactionRepository {
  constructor(private readonly photos: PhotoRepository) {}

  /**
   * The photos of a proposal with what is covered of each, oldest first.
   * @param secretsOf the organisations whose secret photos the reader may see; those of others are left out
   */
  async ofProposal(
    manager: EntityManager,
    proposalId: string,
    secretsOf: readonly string[],
  ): Promise<TriagePhoto[]> {
    const rows = await manager.query<
      {
        id: string;
        regions: RedactionRegion[] | null;
        at: Date;
        originalUntil: string | null;
        secrecy: Secrecy | null;
      }[]
    >(
      `SELECT ph.id, ph.redaction AS regions, ph.redacted_at AS at, CASE WHEN ph.original_file_key IS NOT NULL THEN ${originalDueOn}::text END AS "originalUntil",
         ${secrecyOfPhoto} AS secrecy
       FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id LEFT JOIN accounts marker ON marker.id = ph.secrecy_by
       WHERE ph.proposal_id = $1 AND (ph.secret_for IS NULL OR ph.secret_for = ANY ($2::uuid[]))`,
      [proposalId, secretsOf],
    );
    const known = new Map(
      rows.map(({ id, regions, at, originalUntil, secrecy }) => [
        id,
        { redaction: regions && { regions, at: at.toISOString(), originalUntil }, secrecy },
      ]),
    );
    const photos: Omit<TriagePhoto, 'redaction' | 'secrecy'>[] = await this.photos.ofProposal(
      manager,
      proposalId,
    );
    return photos.flatMap((photo) => {
      const facts = known.get(photo.id);
      return facts ? [{ ...photo, ...facts }] : [];
    });
  }

  /** The files of a photo of this proposal, or null, also for a secret one of an organisation that is not among those given. */
  async files(
    manager: EntityManager,
    proposalId: string,
    id: string,
    secretsOf: readonly string[],
  ): Promise<PhotoFiles | null> {
    const [row] = await manager.query<PhotoFiles[]>(
      `SELECT file_key AS "fileKey", thumbnail_key AS "thumbnailKey", original_file_key AS "originalFileKey", redaction IS NOT NULL AS "isCovered"
       FROM proposal_photos WHERE proposal_id = $1 AND id = $2 AND (secret_for IS NULL OR secret_for = ANY ($3::uuid[]))`,
      [proposalId, id, secretsOf],
    );
    return row ?? null;
  }

  /** Puts the covered picture in the place of what is shown, under a new address. */
  async cover(manager: EntityManager, id: string, photo: CoveredPhoto): Promise<void> {
    await manager.query(
      `UPDATE proposal_photos SET file_key = $2, thumbnail_key = $3, width = $4, height = $5, bytes = $6, original_file_key = $7,
         original_dispose_after = $8, redaction = $9, redacted_at = $10, address = gen_random_uuid() WHERE id = $1`,
      [
        id,
        photo.fileKey,
        photo.thumbnailKey,
        photo.width,
        photo.height,
        photo.bytes,
        photo.originalFileKey,
        photo.originalDisposeAfter,
        JSON.stringify(photo.regions),
        photo.at,
      ],
    );
  }

  /** Puts the original back, under a new address; whether it is shown is to be decided again. */
  async uncover(manager: EntityManager, id: string, photo: NewPhoto): Promise<void> {
    await manager.query(
      `UPDATE proposal_photos SET file_key = $2, thumbnail_key = $3, width = $4, height = $5, bytes = $6, original_file_key = NULL,
         original_dispose_after = NULL, redaction = NULL, redacted_at = NULL, address = gen_random_uuid(), publication = 'pending'
       WHERE id = $1`,
      [id, photo.fileKey, photo.thumbnailKey, photo.width, photo.height, photo.bytes],
    );
  }
}
