import type { BlockListView, PutBlockList } from '@lofteskartan/shared/contracts/block-list';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { demandAccess, TownChanges, townRoles } from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import { BlockListRepository } from './block-list.repository.js';
import { blockListFaults, keptBlockList } from './block-list.rules.js';

/** The block list of a municipality, for its coordinators and administrators. */
@Injectable()
export class KeepBlockListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: TownChanges,
    private readonly towns: TownRepository,
    private readonly lists: BlockListRepository,
  ) {}

  /**
   * The words of the list.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async read(staff: StaffMember, slug: string): Promise<BlockListView> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return { words: await this.lists.words(manager, town.id), version: town.version };
  }

  /**
   * Makes these the words of the list; the log keeps what they were. What has come in before is as it was.
   * @throws Refused `input.invalid` with each word that cannot stand in it, `version.stale`, and as `read`
   */
  async put(staff: StaffMember, slug: string, { version, words }: PutBlockList): Promise<BlockListView> {
    await this.changes.make({ staff, slug, version }, async (manager, town, now) => {
      const errors = blockListFaults(words);
      if (errors.length > 0) throw new Refused('input.invalid', { errors });
      const [before, after] = [await this.lists.words(manager, town.id), keptBlockList(words)];
      if (before.join('\n') === after.join('\n')) return null;
      await this.lists.save(manager, town.id, after, now);
      return {
        type: 'block-list.changed',
        before: before.filter((word) => !after.includes(word)),
        after: after.filter((word) => !before.includes(word)),
      };
    });
    return this.read(staff, slug);
  }
}
