import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MapGridFolder } from './map-grid-folder.js';
import { MapGridRepository } from './map-grid.repository.js';
import type { GridPoint } from './map-grid.rules.js';

const same = (one: GridPoint, other: GridPoint): boolean =>
  one.municipalityId === other.municipalityId &&
  one.kind === other.kind &&
  one.status === other.status &&
  one.lng === other.lng &&
  one.lat === other.lat;

/** The counts behind the map's clusters. */
@Injectable()
export class MapGrid {
  constructor(
    private readonly repository: MapGridRepository,
    private readonly folder: MapGridFolder,
  ) {}

  /**
   * Tells the map, in the caller's transaction, how a proposal's place on it changed.
   * @param before as the map showed it: null when it was not listed or has no position
   * @param after as the map shows it from now on: null when it is not listed any more or has no position
   */
  async record(manager: EntityManager, before: GridPoint | null, after: GridPoint | null): Promise<void> {
    if (before && after ? same(before, after) : before === after) return;
    await this.repository.append(manager, before, after);
    this.folder.nudge();
  }
}
