import type { TownLocality, TownLocalityDraft } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type StoredLocality = Pick<TownLocality, 'slug' | 'name' | 'position' | 'population'>;

const columns = `l.slug, l.name, json_build_array(ST_X(l.position), ST_Y(l.position)) AS position, l.population`;

/** The table `localities`, for those who administer it. */
@Injectable()
export class LocalityRepository {
  async slugs(manager: EntityManager, municipalityId: string): Promise<string[]> {
    const rows = await manager.query<{ slug: string }[]>(
      'SELECT slug FROM localities WHERE municipality_id = $1',
      [municipalityId],
    );
    return rows.map(({ slug }) => slug);
  }

  async one(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
  ): Promise<(StoredLocality & { id: string }) | null> {
    const [row] = await manager.query<(StoredLocality & { id: string })[]>(
      `SELECT l.id, ${columns} FROM localities l WHERE l.municipality_id = $1 AND l.slug = $2`,
      [municipalityId, slug],
    );
    return row ?? null;
  }

  /** Adds a locality and returns its id. It is found by its name on the place list, too. */
  async add(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
    { name, position: [lng, lat], population }: TownLocalityDraft,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `WITH added AS (
         INSERT INTO localities (municipality_id, slug, name, position, population)
         VALUES ($1, $2, $3, ST_SetSRID(ST_MakePoint($4, $5), 4326), $6) RETURNING id, municipality_id, name, position),
       listed AS (
         INSERT INTO named_places (municipality_id, type, name, locality_id, position)
         SELECT municipality_id, 'locality', name, id, position FROM added)
       SELECT id FROM added`,
      [municipalityId, slug, name, lng, lat, population],
    );
    if (!row) throw new Error('The locality was not stored');
    return row.id;
  }

  /** Changes a locality; its name on the place list follows. Its slug stays, since addresses and filters hold it. */
  async change(
    manager: EntityManager,
    id: string,
    { name, position: [lng, lat], population }: TownLocalityDraft,
  ): Promise<void> {
    await manager.query(
      `WITH changed AS (
         UPDATE localities SET name = $2, position = ST_SetSRID(ST_MakePoint($3, $4), 4326), population = $5 WHERE id = $1
         RETURNING id, name, position)
       UPDATE named_places n SET name = changed.name, position = changed.position FROM changed
       WHERE n.locality_id = changed.id AND n.type = 'locality'`,
      [id, name, lng, lat, population],
    );
  }

  /** Removes a locality with its line on the place list, unless something else names it. Returns whether it did. */
  async remove(manager: EntityManager, id: string): Promise<boolean> {
    const [used] = await manager.query<unknown[]>(
      `SELECT 1 FROM localities l WHERE l.id = $1 AND (EXISTS (SELECT 1 FROM proposals WHERE locality_id = l.id)
         OR EXISTS (SELECT 1 FROM activities WHERE locality_id = l.id)
         OR EXISTS (SELECT 1 FROM named_places WHERE locality_id = l.id AND type <> 'locality'))`,
      [id],
    );
    if (used) return false;
    await manager.query('DELETE FROM named_places WHERE locality_id = $1', [id]);
    await manager.query('DELETE FROM localities WHERE id = $1', [id]);
    return true;
  }
}
