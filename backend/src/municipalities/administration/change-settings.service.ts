import type {
  ChangeMunicipalitySettings,
  VersionedSettings,
} from '@lofteskartan/shared/contracts/municipalities';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { AdminLog } from '../../staff/admin-log.service.js';
import { MunicipalityLookup } from '../municipality-lookup.js';
import { MunicipalitySettingsService } from '../municipality-settings.service.js';
import { demandAccess, townRoles } from './town-changes.service.js';
import { TownRepository } from './town.repository.js';

/** Reads and changes the settings of a municipality for those who may. */
@Injectable()
export class ChangeSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly towns: TownRepository,
    private readonly settings: MunicipalitySettingsService,
    private readonly log: AdminLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The settings of a municipality.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async read(staff: StaffMember, slug: string): Promise<VersionedSettings> {
    const { manager } = this.dataSource;
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality) throw new Refused('not.found');
    return Object.assign({}, municipality.settings, { version: town.version });
  }

  /**
   * Changes settings; those left out stay. The log says what was changed and by whom.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own; `version.stale` when the version that
   *   came along is no longer the municipality's
   */
  async change(
    staff: StaffMember,
    slug: string,
    { version, ...given }: ChangeMunicipalitySettings,
  ): Promise<VersionedSettings> {
    return this.dataSource.transaction(async (manager) => {
      const town = await this.towns.lock(manager, slug);
      demandAccess(town, staff, townRoles);
      if (version !== undefined && version !== town.version) throw new Refused('version.stale');
      const { settings, changes } = await this.settings.change(manager, town.id, given);
      if (changes.length > 0) {
        const at = this.clock.now();
        await this.towns.advance(manager, town.id, at);
        await this.log.append(manager, {
          at,
          actorAccountId: staff.accountId,
          municipalityId: town.id,
          type: 'settings.changed',
          subjectId: town.id,
          changes,
        });
      }
      const saved = await this.towns.lock(manager, slug);
      return Object.assign({}, settings, { version: saved?.version ?? town.version });
    });
  }
}
