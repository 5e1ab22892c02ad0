import type { Town } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffMember } from '../../platform/staff-member.js';
import { inSwedishOrder } from '../places.rules.js';
import { missingToOpen } from './opening.rules.js';
import { demandAccess, townRoles } from './town-changes.service.js';
import { TownRepository } from './town.repository.js';

/** A municipality as those who administer it see it. */
@Injectable()
export class ReadTown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly towns: TownRepository,
  ) {}

  /**
   * One's own municipality.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async own(staff: StaffMember, slug: string): Promise<Town> {
    const town = await this.towns.find(this.dataSource.manager, slug);
    demandAccess(town, staff, townRoles);
    return this.view(town.id);
  }

  /** A municipality by its id, whoever asks. */
  async view(id: string, manager: EntityManager = this.dataSource.manager): Promise<Town> {
    const { facts, openedAt, texts, links, map, localities, ...row } = await this.towns.whole(manager, id);
    return {
      ...row,
      localities: inSwedishOrder(localities, ({ name }) => [name]),
      openedAt: openedAt?.toISOString() ?? null,
      missing: missingToOpen({ ...row, localities, facts }),
      texts: { welcome: texts.welcome ?? null, about: texts.about ?? null },
      links: {
        petitions: links.petitions,
        faultReports: links.faultReports,
        police: links.police,
        website: links.website,
      },
      map: { center: map.center, zoom: map.zoom, minZoom: map.minZoom, maxZoom: map.maxZoom },
    };
  }
}
