import type { SituationQuery } from '@lofteskartan/shared/contracts/situation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { startOfStockholmDay } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { type Behind, peopleBehind } from './behind.rules.js';
import { DoneRepository } from './done.repository.js';
import { HeardRepository } from './heard.repository.js';
import { OpenSituation, windowOf } from './open-situation.service.js';
import { monthsOf } from './period.rules.js';

/** Tells who is behind the figures of a picture, for what may leave the staff side. */
@Injectable()
export class ReadBehind {
  constructor(
    private readonly dataSource: DataSource,
    private readonly opening: OpenSituation,
    private readonly heard: HeardRepository,
    private readonly done: DoneRepository,
  ) {}

  /** @throws Refused `not.found`, `input.invalid` */
  async read(staff: StaffMember, slug: string, query: SituationQuery): Promise<Behind> {
    const { municipality, days } = await this.opening.open(staff, slug, query);
    const window = windowOf(days);
    const months = new Map(monthsOf(days).map((month) => [month, startOfStockholmDay(`${month}-01`)]));
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await this.heard.begin(manager);
      const spoken = await this.heard.spokenFor(manager, municipality.id, window, months);
      return peopleBehind(spoken, await this.done.answeredFor(manager, municipality.id, window));
    });
  }
}
