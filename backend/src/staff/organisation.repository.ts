import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import type { OrganisationType } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An organisation as it is stored, with the ids of where it works. */
export interface StoredOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly version: number;
  readonly municipalities: readonly { readonly id: string; readonly slug: string }[];
}

const placesOf = (condition: string): string => `coalesce((SELECT json_agg(mu.slug ORDER BY mu.slug)
  FROM municipality_organisations mo JOIN municipalities mu ON mu.id = mo.municipality_id
  WHERE mo.organisation_id = o.id AND ${condition}), '[]') AS municipalities`;

/** The tables `organisations` and `municipality_organisations`. */
@Injectable()
export class OrganisationRepository {
  /** Organisations that work in one of the municipalities, by slug, with those of these municipalities where they do. */
  page(
    manager: EntityManager,
    municipalityIds: readonly string[],
    afterSlug: string | null,
    limit: number,
  ): Promise<Organisation[]> {
    return manager.query(
      `SELECT o.slug, o.name, o.type, o.version, ${placesOf('mo.municipality_id = ANY ($1::uuid[])')}
       FROM organisations o
       WHERE EXISTS (SELECT 1 FROM municipality_organisations w
           WHERE w.organisation_id = o.id AND w.municipality_id = ANY ($1::uuid[]))
         AND ($2::text IS NULL OR o.slug COLLATE "C" > $2::text)
       ORDER BY o.slug COLLATE "C" LIMIT $3`,
      [municipalityIds, afterSlug, limit],
    );
  }

  /** Every organisation by slug, with all the municipalities where it works. */
  pageOfAll(manager: EntityManager, afterSlug: string | null, limit: number): Promise<Organisation[]> {
    return manager.query(
      `SELECT o.slug, o.name, o.type, o.version, ${placesOf('true')} FROM organisations o
       WHERE $1::text IS NULL OR o.slug COLLATE "C" > $1::text ORDER BY o.slug COLLATE "C" LIMIT $2`,
      [afterSlug, limit],
    );
  }

  /** One organisation, locked until the transaction ends, with every municipality where it works; null when there is none. */
  async lock(manager: EntityManager, slug: string): Promise<StoredOrganisation | null> {
    const [row] = await manager.query<Omit<StoredOrganisation, 'municipalities'>[]>(
      'SELECT id, slug, name, type, version FROM organisations WHERE slug = $1 FOR NO KEY UPDATE',
      [slug],
    );
    if (!row) return null;
    const municipalities = await manager.query<{ id: string; slug: string }[]>(
      `SELECT mu.id, mu.slug FROM municipality_organisations mo JOIN municipalities mu ON mu.id = mo.municipality_id
       WHERE mo.organisation_id = $1 ORDER BY mu.slug`,
      [row.id],
    );
    return { ...row, municipalities };
  }

  async bySlug(
    manager: EntityManager,
    slug: string,
  ): Promise<{ id: string; name: string; type: OrganisationType } | null> {
    const [row] = await manager.query<{ id: string; name: string; type: OrganisationType }[]>(
      'SELECT id, name, type FROM organisations WHERE slug = $1',
      [slug],
    );
    return row ?? null;
  }

  /** The slugs that begin like one. */
  async slugsLike(manager: EntityManager, slug: string): Promise<string[]> {
    const rows = await manager.query<{ slug: string }[]>(
      `SELECT slug FROM organisations WHERE slug = $1 OR slug LIKE $1 || '-%'`,
      [slug],
    );
    return rows.map((row) => row.slug);
  }

  async create(
    manager: EntityManager,
    { slug, name, type }: { slug: string; name: string; type: OrganisationType },
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      'INSERT INTO organisations (slug, name, type) VALUES ($1, $2, $3) RETURNING id',
      [slug, name, type],
    );
    if (!row) throw new Error('The organisation was not stored');
    return row.id;
  }

  /** Gives an organisation its name and type, and its next version. */
  async change(
    manager: EntityManager,
    id: string,
    given: { name: string; type: OrganisationType },
  ): Promise<void> {
    await manager.query(
      'UPDATE organisations SET name = $2, type = $3, version = version + 1 WHERE id = $1',
      [id, given.name, given.type],
    );
  }

  async addPlace(manager: EntityManager, id: string, municipalityId: string): Promise<void> {
    await manager.query(
      `INSERT INTO municipality_organisations (municipality_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [municipalityId, id],
    );
  }

  async removePlace(manager: EntityManager, id: string, municipalityId: string): Promise<void> {
    await manager.query(
      'DELETE FROM municipality_organisations WHERE municipality_id = $1 AND organisation_id = $2',
      [municipalityId, id],
    );
  }

  /** Whether people, commitments or activities tie an organisation to a municipality, or to any when none is given. */
  async isUsed(manager: EntityManager, id: string, municipalityId: string | null): Promise<boolean> {
    const [row] = await manager.query<unknown[]>(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM memberships WHERE organisation_id = $1 AND ($2::uuid IS NULL OR municipality_id = $2))
         OR EXISTS (SELECT 1 FROM activities WHERE organisation_id = $1 AND ($2::uuid IS NULL OR municipality_id = $2))
         OR EXISTS (SELECT 1 FROM commitment_organisations co JOIN commitments c ON c.id = co.commitment_id
           WHERE co.organisation_id = $1 AND ($2::uuid IS NULL OR c.municipality_id = $2))`,
      [id, municipalityId],
    );
    return row !== undefined;
  }

  /** The ids of municipalities by their slugs. */
  async places(manager: EntityManager, slugs: readonly string[]): Promise<{ id: string; slug: string }[]> {
    return manager.query('SELECT id, slug FROM municipalities WHERE slug = ANY ($1::text[]) ORDER BY slug', [
      slugs,
    ]);
  }
}
