import type {
  ChangeMunicipalitySettings,
  MunicipalitySettings,
} from '@lofteskartan/shared/contracts/municipalities';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { Refused } from '../platform/problem/refused.js';
import { MunicipalitySettingsRepository } from './municipality-settings.repository.js';
import {
  changedSettings,
  emptiedSettings,
  movesAnswerTimes,
  movesPublicPositions,
  type SettingChange,
} from './settings.rules.js';

/** Changes a municipality's settings. Who may is for the caller to decide. */
@Injectable()
export class MunicipalitySettingsService {
  constructor(
    private readonly repository: MunicipalitySettingsRepository,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  /**
   * Changes those settings that are given. A new grid of public positions is drawn, and the days on which answers
   * are due are counted, by jobs after the commit.
   * @returns all settings as they are now, and what was changed
   * @throws Refused `input.invalid` when one that must have a value is emptied
   */
  async change(
    manager: EntityManager,
    municipalityId: string,
    given: Omit<ChangeMunicipalitySettings, 'version'>,
  ): Promise<{ settings: MunicipalitySettings; changes: SettingChange[] }> {
    const emptied = emptiedSettings(given);
    if (emptied.length > 0) {
      throw new Refused('input.invalid', { errors: emptied.map((field) => ({ field, code: 'required' })) });
    }
    const before = await this.repository.lock(manager, municipalityId);
    const changes = changedSettings(before, given);
    if (changes.length === 0) return { settings: before, changes };
    const changed = Object.fromEntries(changes.map(({ name, to }) => [name, to]));
    const settings = Object.assign({}, before, changed);
    await this.repository.store(manager, municipalityId, settings, this.clock.now());
    if (movesPublicPositions(changes)) {
      // The room `proposals` does it: what the public sees lies there.
      const jobKey = `project-municipality:${municipalityId}`;
      await this.jobs.enqueue(manager, 'project-municipality', { municipalityId }, { jobKey });
    }
    if (movesAnswerTimes(changes)) {
      const jobKey = `count-answer-times:${municipalityId}`;
      await this.jobs.enqueue(manager, 'count-answer-times', { municipalityId }, { jobKey });
    }
    return { settings, changes };
  }
}
