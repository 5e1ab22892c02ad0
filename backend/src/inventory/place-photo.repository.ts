import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/** A photo to keep. */
export interface NewPlacePhoto {
  readonly fileKey: string;
  readonly thumbnailKey: string;
  readonly width: number;
  readonly height: number;
  /** Size of the picture as it is kept. */
  readonly bytes: number;
}

/** A photo's row. */
export interface PlacePhotoRecord extends NewPlacePhoto {
  readonly id: string;
  readonly placeId: string;
  readonly municipalityId: string;
  readonly light: PhotoLight;
  readonly isPublic: boolean;
  /** Whether its place, and what that was merged into, is public. */
  readonly placeIsPublic: boolean;
  readonly createdAt: Date;
}

const columns = `ph.id, ph.place_id AS "placeId", p.municipality_id AS "municipalityId", ph.file_key AS "fileKey",
  ph.thumbnail_key AS "thumbnailKey", ph.width, ph.height, ph.bytes, ph.light, ph.is_public AS "isPublic", ph.created_at AS "createdAt",
  m.opened_at IS NOT NULL AND (WITH RECURSIVE up AS (
    SELECT p.is_public, p.merged_into_id UNION ALL SELECT i.is_public, i.merged_into_id FROM up JOIN inventory_places i ON i.id = up.merged_into_id)
    SELECT is_public FROM up WHERE merged_into_id IS NULL) AS "placeIsPublic"`;
const tables = `inventory_photos ph JOIN inventory_places p ON p.id = ph.place_id JOIN municipalities m ON m.id = p.municipality_id`;

/** Photos of places; their bytes are in the file store. */
@Injectable()
export class PlacePhotoRepository {
  /** Keeps a photo. @returns its id */
  async insert(
    manager: EntityManager,
    placeId: string,
    photo: NewPlacePhoto,
    light: PhotoLight,
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO inventory_photos (place_id, file_key, thumbnail_key, width, height, bytes, light, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [placeId, photo.fileKey, photo.thumbnailKey, photo.width, photo.height, photo.bytes, light, now],
    );
    if (!row) throw new Error('A photo was not stored');
    return row.id;
  }

  /** The photos of a place and of those merged into it, oldest first. */
  ofPlace(manager: EntityManager, placeId: string): Promise<PlacePhotoRecord[]> {
    return manager.query(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM family JOIN inventory_places p ON p.merged_into_id = family.id)
       SELECT ${columns} FROM ${tables} JOIN family ON family.id = ph.place_id ORDER BY ph.created_at, ph.id`,
      [placeId],
    );
  }

  /** A photo, or null. */
  async byId(source: DataSource | EntityManager, id: string): Promise<PlacePhotoRecord | null> {
    const [row] = await source.query<PlacePhotoRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE ph.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Says by which light it was taken, and whether everyone sees it. */
  async decide(
    manager: EntityManager,
    id: string,
    { light, isPublic }: Pick<PlacePhotoRecord, 'light' | 'isPublic'>,
  ): Promise<void> {
    await manager.query('UPDATE inventory_photos SET light = $2, is_public = $3 WHERE id = $1', [
      id,
      light,
      isPublic,
    ]);
  }

  /** Moves photos of a place, or of one that was merged into it, to another. @returns the ids of those that were there */
  async move(
    manager: EntityManager,
    fromId: string,
    toId: string,
    ids: readonly string[],
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `WITH RECURSIVE family AS (
         SELECT $1::uuid AS id UNION ALL SELECT p.id FROM family JOIN inventory_places p ON p.merged_into_id = family.id)
       UPDATE inventory_photos SET place_id = $2 WHERE place_id IN (SELECT id FROM family) AND id = ANY ($3::uuid[]) RETURNING id`,
      [fromId, toId, ids],
    );
    return rows.map(({ id }) => id);
  }
}
