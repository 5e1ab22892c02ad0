import type {
  ChangeMunicipalitySettings,
  MunicipalitySettings,
} from '@lofteskartan/shared/contracts/municipalities';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { MunicipalitySettingsService } from '../municipalities/municipality-settings.service.js';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from './access.rules.js';
import { AdminLogRepository } from './admin-log.repository.js';

/** The roles that read and change the settings of their own municipality. */
export const settingsRoles = ['coordinator', 'admin'] as const satisfies readonly Role[];

/** Reads and changes the settings of a municipality for those who may. */
@Injectable()
export class ChangeSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly settings: MunicipalitySettingsService,
    private readonly log: AdminLogRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The settings of a municipality.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async read(staff: StaffMember, slug: string): Promise<MunicipalitySettings> {
    return (await this.own(this.dataSource.manager, staff, slug)).settings;
  }

  /**
   * Changes settings; those left out stay. The log says what was changed and by whom.
   * @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own
   */
  async change(
    staff: StaffMember,
    slug: string,
    given: ChangeMunicipalitySettings,
  ): Promise<MunicipalitySettings> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.own(manager, staff, slug);
      const { settings, changes } = await this.settings.change(manager, id, given);
      if (changes.length > 0) {
        await this.log.append(manager, {
          at: this.clock.now(),
          actorAccountId: staff.accountId,
          municipalityId: id,
          type: 'settings.changed',
          subjectId: id,
          changes,
        });
      }
      return settings;
    });
  }

  private async own(manager: EntityManager, staff: StaffMember, slug: string): Promise<MunicipalityRecord> {
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality) throw new Refused('not.found');
    if (!mayActIn(staff, municipality.id, settingsRoles)) throw new Refused('role.insufficient');
    return municipality;
  }
}
