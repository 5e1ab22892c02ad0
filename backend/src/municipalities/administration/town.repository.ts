import type { Town, TownContact, TownLinks, TownMap, TownTexts } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TownFacts } from './opening.rules.js';

/** A municipality that is locked until the transaction ends. */
export interface LockedTown {
  readonly id: string;
  readonly version: number;
  readonly openedAt: Date | null;
}

/** A municipality with what its administrators see and what its opening is decided by. */
export type TownRow = Omit<Town, 'openedAt' | 'missing'> & {
  readonly openedAt: Date | null;
  readonly facts: TownFacts;
};

/** What an administrator changes of a municipality. */
export interface TownParts {
  name: string;
  shortName: string;
  policeDistrict: string;
  texts: TownTexts;
  contacts: TownContact[];
  links: TownLinks;
  map: TownMap;
}

/** A municipality to store as a draft. */
export interface TownToStore extends TownParts {
  slug: string;
  code: string;
  referencePrefix: string;
  /** A GeoJSON Polygon. */
  outline: object;
  settings: object;
  now: Date;
}

const usedLocality = `(EXISTS (SELECT 1 FROM proposals p WHERE p.locality_id = l.id)
  OR EXISTS (SELECT 1 FROM activities a WHERE a.locality_id = l.id)
  OR EXISTS (SELECT 1 FROM named_places n WHERE n.locality_id = l.id AND n.type <> 'locality'))`;

/** The table `municipalities`, for those who administer it. */
@Injectable()
export class TownRepository {
  /** A municipality, draft or open, locked until the transaction ends; null when there is none. */
  async lock(manager: EntityManager, slug: string): Promise<LockedTown | null> {
    const [row] = await manager.query<LockedTown[]>(
      `SELECT id, version, opened_at AS "openedAt" FROM municipalities WHERE slug = $1 FOR NO KEY UPDATE`,
      [slug],
    );
    return row ?? null;
  }

  /** The same without a lock. */
  async find(manager: EntityManager, slug: string): Promise<LockedTown | null> {
    const [row] = await manager.query<LockedTown[]>(
      `SELECT id, version, opened_at AS "openedAt" FROM municipalities WHERE slug = $1`,
      [slug],
    );
    return row ?? null;
  }

  /** Gives a municipality its next version. */
  async advance(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE municipalities SET version = version + 1, updated_at = $2 WHERE id = $1', [
      id,
      now,
    ]);
  }

  /** A municipality as its administrators see it. */
  async whole(manager: EntityManager, id: string): Promise<TownRow> {
    const [row] = await manager.query<TownRow[]>(
      `SELECT m.slug, m.code, m.name, m.short_name AS "shortName", m.reference_prefix AS "referencePrefix",
         m.police_district AS "policeDistrict", m.opened_at AS "openedAt", m.texts, m.contacts, m.links, m.map, m.version,
         coalesce((SELECT json_agg(json_build_object('slug', l.slug, 'name', l.name,
             'position', json_build_array(ST_X(l.position), ST_Y(l.position)), 'population', l.population, 'used', ${usedLocality}))
           FROM localities l WHERE l.municipality_id = m.id), '[]') AS localities,
         coalesce((SELECT json_agg(json_build_object('slug', o.slug, 'name', o.name, 'type', o.type) ORDER BY o.type, o.name)
           FROM municipality_organisations mo JOIN organisations o ON o.id = mo.organisation_id
           WHERE mo.municipality_id = m.id), '[]') AS organisations,
         json_build_object(
           'hasOutline', NOT ST_Equals(m.outline, ST_Envelope(m.outline)),
           'promises', (SELECT count(*) FROM medborgarloften p WHERE p.municipality_id = m.id),
           'commitments', (SELECT count(*) FROM commitments c WHERE c.municipality_id = m.id AND c.removed_at IS NULL),
           'workers', (SELECT count(*) FROM memberships w JOIN accounts a ON a.id = w.account_id
             WHERE w.municipality_id = m.id AND a.active AND w.role <> 'admin')) AS facts
       FROM municipalities m WHERE m.id = $1`,
      [id],
    );
    if (!row) throw new Error(`No municipality ${id}`);
    return row;
  }

  /** Changes some parts of a municipality. What its map says of tiles stays. */
  async change(manager: EntityManager, id: string, parts: Partial<TownParts>): Promise<void> {
    const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
    await manager.query(
      `UPDATE municipalities SET name = coalesce($2, name), short_name = coalesce($3, short_name),
         texts = coalesce($4::jsonb, texts), contacts = coalesce($5::jsonb, contacts), links = links || coalesce($6::jsonb, '{}'),
         map = map || coalesce($7::jsonb, '{}'), police_district = coalesce($8, police_district) WHERE id = $1`,
      [
        id,
        parts.name ?? null,
        parts.shortName ?? null,
        json(parts.texts),
        json(parts.contacts),
        json(parts.links),
        json(parts.map),
        parts.policeDistrict ?? null,
      ],
    );
  }

  /** Which of these are another municipality's already. */
  async taken(
    manager: EntityManager,
    { slug, code, referencePrefix }: Pick<TownToStore, 'slug' | 'code' | 'referencePrefix'>,
  ): Promise<{ slug: boolean; code: boolean; referencePrefix: boolean }> {
    const [row] = await manager.query<{ slug: boolean; code: boolean; referencePrefix: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM municipalities WHERE slug = $1) AS slug,
         EXISTS (SELECT 1 FROM municipalities WHERE code = $2) AS code,
         EXISTS (SELECT 1 FROM municipalities WHERE reference_prefix = $3) AS "referencePrefix"`,
      [slug, code, referencePrefix],
    );
    return row ?? { slug: false, code: false, referencePrefix: false };
  }

  /** Stores a draft; null when somebody took its slug, code or prefix at the same moment. */
  async create(manager: EntityManager, town: TownToStore): Promise<string | null> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO municipalities (slug, code, name, short_name, reference_prefix, police_district, outline, sketch, texts, contacts,
         links, map, settings, opened_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, ST_SetSRID(ST_GeomFromGeoJSON($7), 4326), '{"type":"FeatureCollection","features":[]}', $8, $9,
         $10, $11, $12, NULL, $13, $13)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        town.slug,
        town.code,
        town.name,
        town.shortName,
        town.referencePrefix,
        town.policeDistrict,
        JSON.stringify(town.outline),
        JSON.stringify(town.texts),
        JSON.stringify(town.contacts),
        JSON.stringify(town.links),
        JSON.stringify(town.map),
        JSON.stringify(town.settings),
        town.now,
      ],
    );
    return row?.id ?? null;
  }

  /** Opens a draft to its residents. */
  async open(manager: EntityManager, id: string, now: Date): Promise<void> {
    await manager.query('UPDATE municipalities SET opened_at = $2 WHERE id = $1', [id, now]);
  }
}
