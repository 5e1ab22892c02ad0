import type {
  ChangeMunicipalitySettings,
  MunicipalitySettings,
} from '@lofteskartan/shared/contracts/municipalities';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import { MunicipalitySettingsRepository } from './municipality-settings.repository.js';
import { changedSettings, emptiedSettings, type SettingChange } from './settings.rules.js';

/** Changes a municipality's settings. Who may is for the caller to decide. */
@Injectable()
export class MunicipalitySettingsService {
  constructor(
    private readonly repository: MunicipalitySettingsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes those settings that are given.
   * @returns all settings as they are now, and what was changed
   * @throws Refused `input.invalid` when one that must have a value is emptied
   */
  async change(
    manager: EntityManager,
    municipalityId: string,
    given: ChangeMunicipalitySettings,
  ): Promise<{ settings: MunicipalitySettings; changes: SettingChange[] }> {
    const emptied = emptiedSettings(given);
    if (emptied.length > 0) {
      throw new Refused('input.invalid', { errors: emptied.map((field) => ({ field, code: 'required' })) });
    }
    const before = await this.repository.lock(manager, municipalityId);
    const changes = changedSettings(before, given);
    if (changes.length === 0) return { settings: before, changes };
    const settings = { ...before, ...Object.fromEntries(changes.map(({ name, to }) => [name, to])) };
    await this.repository.store(manager, municipalityId, settings, this.clock.now());
    return { settings, changes };
  }
}
