import type { ChangeTown, Town } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { missingToOpen } from './opening.rules.js';
import { ReadTown } from './read-town.service.js';
import { TownChanges, type TownVisit } from './town-changes.service.js';
import { type TownParts, TownRepository } from './town.repository.js';

const changeable = [
  'name',
  'shortName',
  'texts',
  'contacts',
  'links',
  'map',
] as const satisfies readonly (keyof TownParts)[];

/** Changes what a municipality says of itself, and opens it to its residents. */
@Injectable()
export class ChangeTownService {
  constructor(
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly reading: ReadTown,
  ) {}

  /**
   * Changes the parts that are given.
   * @throws Refused `version.stale` when somebody else was first
   */
  async change(visit: TownVisit, given: ChangeTown): Promise<Town> {
    const parts = Object.fromEntries(
      changeable.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
    ) as Partial<TownParts>;
    const emptied = Object.entries(parts as Record<string, unknown>).find(([, value]) => value === null);
    if (emptied) throw invalidField(emptied[0], 'required');
    const id = await this.changes.make(visit, async (manager, town) => {
      const before = await this.reading.view(town.id, manager);
      const changed = Object.keys(parts) as (keyof TownParts)[];
      const differing = changed.filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(parts[name]),
      );
      if (differing.length === 0) return null;
      await this.towns.change(manager, town.id, parts);
      const pick = (from: Partial<TownParts>): object =>
        Object.fromEntries(differing.map((name) => [name, from[name]]));
      return { type: 'town.changed', before: pick(before), after: pick(parts) };
    });
    return this.reading.view(id);
  }

  /**
   * Opens a draft to its residents.
   * @throws Refused `municipality.open` when it is, `municipality.notReady` while something is missing
   */
  async open(visit: TownVisit): Promise<Town> {
    const id = await this.changes.make(visit, async (manager, town, now) => {
      if (town.openedAt) throw new Refused('municipality.open');
      if (missingToOpen(await this.towns.whole(manager, town.id)).length > 0)
        throw new Refused('municipality.notReady');
      await this.towns.open(manager, town.id, now);
      return { type: 'town.opened', before: { openedAt: null }, after: { openedAt: now } };
    });
    return this.reading.view(id);
  }
}
