import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AdminEvent, AdminLogRepository } from './admin-log.repository.js';

/** Where other rooms note what was changed in how the house is run, in the transaction that changes it. */
@Injectable()
export class AdminLog {
  constructor(private readonly log: AdminLogRepository) {}

  append(manager: EntityManager, event: AdminEvent): Promise<void> {
    return this.log.append(manager, event);
  }
}
