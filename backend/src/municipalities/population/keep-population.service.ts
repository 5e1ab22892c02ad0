import type { Population, PopulationYear, PutPopulation } from '@lofteskartan/shared/contracts/population';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import {
  demandAccess,
  TownChanges,
  townRoles,
  type TownVisit,
} from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import { PopulationRepository } from './population.repository.js';
import { keptBands, populationFaults, saysNothing, saysTheSame } from './population.rules.js';

/** The population of a municipality by sex and age, for its coordinators and administrators. */
@Injectable()
export class KeepPopulation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly populations: PopulationRepository,
  ) {}

  /** @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own */
  async read(staff: StaffMember, slug: string): Promise<Population> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return { version: town.version, years: await this.populations.years(manager, town.id) };
  }

  /**
   * Keeps the figures of a year, or takes the year away when there are none; the log keeps what they were.
   * @throws Refused `input.invalid`, `version.stale`, and as `read`
   */
  async put(staff: StaffMember, slug: string, given: PutPopulation): Promise<Population> {
    await this.dataSource.transaction((manager) =>
      this.putWithin(manager, { staff, slug, version: given.version }, given),
    );
    return this.read(staff, slug);
  }

  /** The same in the caller's transaction. */
  async putWithin(manager: EntityManager, visit: TownVisit, given: PopulationYear): Promise<void> {
    const { year, bands } = given;
    await this.changes.makeWithin(manager, visit, async (_, town, now) => {
      const errors = populationFaults(bands);
      if (errors.length > 0) throw new Refused('input.invalid', { errors });
      const before = (await this.populations.years(manager, town.id)).find((each) => each.year === year);
      const after = { year, source: given.source.normalize('NFC').trim(), bands: keptBands(bands) };
      if (saysNothing(bands)) {
        if (!before) return null;
        await this.populations.remove(manager, town.id, year);
        return { type: 'population.changed', before, after: null };
      }
      if (before && saysTheSame(before, after)) return null;
      await this.populations.keep(manager, town.id, after, now);
      return { type: 'population.changed', before: before ?? null, after };
    });
  }
}
