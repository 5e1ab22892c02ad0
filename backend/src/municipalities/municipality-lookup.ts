import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HoldingMunicipality, LocalityRecord, MunicipalityRecord } from './municipality-record.js';
import { MunicipalityRepository } from './municipality.repository.js';

/** Coarse outlines miss places at the edge: so far outside one, in metres, a position still belongs to it. */
export const outlineToleranceMetres = 300;

/**
 * What other rooms ask about municipalities. Every method takes the transaction's manager first (outside a transaction
 * `dataSource.manager`). Nothing is cached: each answer is one indexed row, and settings hold from the moment they change.
 */
@Injectable()
export class MunicipalityLookup {
  constructor(private readonly repository: MunicipalityRepository) {}

  /** The municipality of a slug that is open to its residents, or null: what is public asks this. */
  bySlug(manager: EntityManager, slug: string): Promise<MunicipalityRecord | null> {
    return this.repository.bySlug(manager, slug, 'open');
  }

  /** The municipality of a slug, be it open or a draft that its staff alone know of, or null: for staff, whose role is checked after. */
  bySlugForStaff(manager: EntityManager, slug: string): Promise<MunicipalityRecord | null> {
    return this.repository.bySlug(manager, slug, 'any');
  }

  /** The municipality of an id, or null. */
  byId(manager: EntityManager, id: string): Promise<MunicipalityRecord | null> {
    return this.repository.byId(manager, id);
  }

  /** The ids of those slugs that exist; others are left out. */
  idsBySlugs(manager: EntityManager, slugs: readonly string[]): Promise<string[]> {
    return this.repository.idsBySlugs(manager, slugs);
  }

  /** The open municipality whose outline holds a position, else the nearest within 300 m, else null. */
  holding(manager: EntityManager, position: Position): Promise<HoldingMunicipality | null> {
    return this.repository.holding(manager, position, outlineToleranceMetres);
  }

  /** The locality whose centre is nearest, or null in a municipality without localities. */
  nearestLocality(
    manager: EntityManager,
    municipalityId: string,
    position: Position,
  ): Promise<LocalityRecord | null> {
    return this.repository.nearestLocality(manager, municipalityId, position);
  }

  /** A locality by its slug, or null. */
  localityBySlug(
    manager: EntityManager,
    municipalityId: string,
    slug: string,
  ): Promise<LocalityRecord | null> {
    return this.repository.localityBySlug(manager, municipalityId, slug);
  }

  /** Whether a road of this name is in the municipality's place list; upper and lower case are alike. */
  isListedRoad(manager: EntityManager, municipalityId: string, name: string): Promise<boolean> {
    return this.repository.isListedRoad(manager, municipalityId, name);
  }
}
