import type {
  ReferralSettings,
  ResponsibleBodies as BodyList,
  ResponsibleBody,
  SaveBody,
} from '@lofteskartan/shared/contracts/bodies';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { AdminLog } from '../../staff/admin-log.service.js';
import { demandAccess, townRoles } from '../administration/town-changes.service.js';
import { TownRepository } from '../administration/town.repository.js';
import { ResponsibleBodies } from './responsible-bodies.service.js';

/** Keeps the register of bodies for those who may; the log says who changed what. */
@Injectable()
export class KeepBodiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly towns: TownRepository,
    private readonly bodies: ResponsibleBodies,
    private readonly log: AdminLog,
  ) {}

  /** @throws Refused `not.found`, or `role.insufficient` in a municipality that is not one's own */
  async list(staff: StaffMember, slug: string): Promise<BodyList> {
    const { manager } = this.dataSource;
    return { items: await this.bodies.list(manager, await this.own(manager, staff, slug)) };
  }

  /** @throws Refused `not.found`, `role.insufficient`, `input.invalid` */
  add(staff: StaffMember, slug: string, given: SaveBody, key: string): Promise<Reply<ResponsibleBody>> {
    return this.idempotency.run({
      key,
      route: `POST /municipalities/${slug}/bodies`,
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const municipalityId = await this.own(manager, staff, slug);
        const body = await this.bodies.add(manager, municipalityId, given);
        await this.tell(manager, staff, municipalityId, 'body.created', body.id, { name: body.name });
        return new Reply(201, body);
      },
    });
  }

  /** @throws Refused `not.found`, `role.insufficient`, `input.invalid`, `version.stale` */
  change(staff: StaffMember, slug: string, id: string, given: SaveBody): Promise<ResponsibleBody> {
    return this.dataSource.transaction(async (manager) => {
      const municipalityId = await this.own(manager, staff, slug);
      const { body, changed } = await this.bodies.change(manager, municipalityId, id, given);
      if (changed.length > 0)
        await this.tell(manager, staff, municipalityId, 'body.changed', id, { name: body.name, changed });
      return body;
    });
  }

  /** @throws Refused `not.found`, `role.insufficient` */
  async settings(staff: StaffMember, slug: string): Promise<ReferralSettings> {
    const { manager } = this.dataSource;
    return this.bodies.settings(manager, await this.own(manager, staff, slug));
  }

  /** @throws Refused `not.found`, `role.insufficient`, `version.stale` */
  saveSettings(staff: StaffMember, slug: string, settings: ReferralSettings): Promise<ReferralSettings> {
    return this.dataSource.transaction(async (manager) => {
      const municipalityId = await this.own(manager, staff, slug);
      await this.bodies.saveSettings(manager, municipalityId, settings);
      const changes = { reminderDays: settings.reminderDays, noAnswerDays: settings.noAnswerDays };
      await this.tell(manager, staff, municipalityId, 'referral-settings.changed', municipalityId, changes);
      return this.bodies.settings(manager, municipalityId);
    });
  }

  private tell(
    manager: EntityManager,
    staff: StaffMember,
    municipalityId: string,
    type: 'body.created' | 'body.changed' | 'referral-settings.changed',
    subjectId: string,
    changes: object,
  ): Promise<void> {
    const at = this.clock.now();
    return this.log.append(manager, {
      at,
      actorAccountId: staff.accountId,
      municipalityId,
      type,
      subjectId,
      changes,
    });
  }

  private async own(manager: EntityManager, staff: StaffMember, slug: string): Promise<string> {
    const town = await this.towns.find(manager, slug);
    demandAccess(town, staff, townRoles);
    return town.id;
  }
}
