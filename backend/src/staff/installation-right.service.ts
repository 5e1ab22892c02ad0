import type { InstallationRight } from '@lofteskartan/shared/contracts/town';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { InstallationRightRepository } from './installation-right.repository.js';

/** Gives and takes the right to look after the whole installation. */
@Injectable()
export class InstallationRightService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rights: InstallationRightRepository,
    private readonly log: AdminLogRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives or takes the right; the log says who did.
   * @throws Refused `not.found`, or `installation.last` when nobody would be left
   */
  give(staff: StaffMember, accountId: string, granted: boolean): Promise<InstallationRight> {
    return this.dataSource.transaction(async (manager) => {
      const holders = await this.rights.lockHolders(manager);
      const had = await this.rights.holds(manager, accountId);
      if (had === null) throw new Refused('not.found');
      if (!granted && holders.every((id) => id === accountId)) throw new Refused('installation.last');
      if (had !== granted) {
        await this.rights.store(manager, accountId, granted);
        await this.log.append(manager, {
          at: this.clock.now(),
          actorAccountId: staff.accountId,
          type: granted ? 'installation.granted' : 'installation.revoked',
          subjectId: accountId,
          changes: { before: { granted: had }, after: { granted } },
        });
      }
      return { accountId, granted };
    });
  }
}
