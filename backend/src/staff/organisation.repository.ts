import type { Organisation } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Reads organisations. */
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
      `SELECT o.slug, o.name, o.type, json_agg(mu.slug ORDER BY mu.slug) AS municipalities
       FROM organisations o JOIN municipality_organisations mo ON mo.organisation_id = o.id
       JOIN municipalities mu ON mu.id = mo.municipality_id
       WHERE mo.municipality_id = ANY ($1::uuid[]) AND ($2::text IS NULL OR o.slug COLLATE "C" > $2::text)
       GROUP BY o.id ORDER BY o.slug COLLATE "C" LIMIT $3`,
      [municipalityIds, afterSlug, limit],
    );
  }
}
