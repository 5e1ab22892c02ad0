import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MapGroundRepository } from './map-ground.repository.js';
import { drawnOf, type MapGround } from './map-ground.rules.js';

/** What maps on paper are drawn of: the municipality's own sketch and place list. */
@Injectable()
export class MapGrounds {
  constructor(private readonly repository: MapGroundRepository) {}

  /** The ground of a municipality, or null. */
  async of(manager: EntityManager, municipalityId: string): Promise<MapGround | null> {
    const row = await this.repository.of(manager, municipalityId);
    if (!row) return null;
    const { sketch, outline, localities, roads, spots } = row;
    const lines = (type: string) => drawnOf(sketch, type).map(({ line }) => line);
    return {
      outline: outline.coordinates[0] ?? [],
      water: lines('water'),
      builtUp: lines('built-up'),
      railways: lines('railway'),
      mainRoads: [...drawnOf(sketch, 'motorway'), ...drawnOf(sketch, 'road')],
      roads,
      localities,
      spots,
    };
  }
}
