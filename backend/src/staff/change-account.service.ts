import type { Account, ChangeAccount } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn, municipalitiesWith } from './access.rules.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { InstallationRightRepository } from './installation-right.repository.js';
import { accountRefusal, checkedGrants, type Grant } from './grant.rules.js';
import { SessionRepository } from './session.repository.js';

/** Changes accounts. */
@Injectable()
export class ChangeAccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly sessions: SessionRepository,
    private readonly rights: InstallationRightRepository,
    private readonly log: AdminLogRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes an account that has a membership in a municipality of the administrator. A deactivation ends its sessions, and so does
   * becoming an administrator: a session of more power begins with a sign-in of its own. Memberships replace those that were given here
   * in the administrator's municipalities; those elsewhere, and those of a sign-in service, stay.
   * @throws Refused `not.found` for accounts of other municipalities
   * @throws Refused `account.own` when administrators change their own access
   * @throws Refused `account.shared` when the name or activity of an account is not theirs alone to change
   * @throws Refused `installation.last` when nobody would be left who looks after the whole installation
   * @throws Refused `version.stale` when somebody else was first
   * @throws Refused `role.insufficient` when a membership is in a municipality that is not theirs
   */
  async change(staff: StaffMember, accountId: string, given: ChangeAccount): Promise<Account> {
    demandValues(given);
    const administered = municipalitiesWith(staff, ['admin']);
    return this.dataSource.transaction(async (manager) => {
      // Locked before the account itself, so that two deactivations wait for each other in one order.
      const keepers = given.active === false ? await this.rights.lockHolders(manager) : [];
      const before = await this.accounts.lock(manager, accountId);
      const refusal = accountRefusal({
        isOwn: accountId === staff.accountId,
        changesAccount: given.name !== undefined || given.active !== undefined,
        deactivates: given.active === false,
        changesMemberships: given.memberships !== undefined,
        ofInstallation: before?.isInstallationAdmin ?? false,
        byInstallation: staff.isInstallationAdmin === true,
        municipalityIds: before?.municipalityIds ?? [],
        administered,
      });
      if (refusal || !before) throw new Refused(refusal ?? 'not.found');
      if (given.version !== before.version) throw new Refused('version.stale');
      if (keepers.length === 1 && keepers[0] === accountId) throw new Refused('installation.last');
      const now = this.clock.now();
      const { name, active } = given;
      await this.accounts.change(manager, accountId, { name, active }, now);
      if (active === false || becomesAdmin(before.roles, given))
        await this.sessions.endAllOf(manager, accountId);
      if (given.memberships) {
        const elsewhere = before.municipalityIds.some((id) => !administered.includes(id));
        if (given.memberships.length === 0 && !elsewhere && !before.hasIdentity)
          throw invalidField('memberships', 'required');
        const grants = await this.allowedGrants(manager, staff, given.memberships);
        await this.accounts.replaceMemberships(manager, accountId, administered, grants);
      }
      await this.log.append(manager, {
        at: now,
        actorAccountId: staff.accountId,
        type: 'account.changed',
        subjectId: accountId,
        changes: {
          before: { name: before.name, active: before.active },
          after: { name, active, memberships: given.memberships },
        },
      });
      const account = await this.views.one(manager, accountId, administered, now);
      if (!account) throw new Error('The account vanished while it was changed');
      return account;
    });
  }

  private async allowedGrants(
    manager: EntityManager,
    staff: StaffMember,
    asked: NonNullable<ChangeAccount['memberships']>,
  ): Promise<Grant[]> {
    const places = await this.accounts.grantPlaces(
      manager,
      asked.map(({ municipality }) => municipality),
    );
    const { grants, faults } = checkedGrants(asked, places);
    if (faults.length > 0) throw new Refused('input.invalid', { errors: faults });
    if (!grants.every(({ municipalityId }) => mayActIn(staff, municipalityId, ['admin']))) {
      throw new Refused('role.insufficient');
    }
    return grants;
  }
}

function becomesAdmin(before: readonly Role[], { memberships }: ChangeAccount): boolean {
  return !before.includes('admin') && (memberships?.some(({ role }) => role === 'admin') ?? false);
}

/** Members that are there must have a value; null is none. */
function demandValues(given: ChangeAccount): void {
  const emptied = Object.entries(given).find(([, value]) => value === null);
  if (emptied) throw invalidField(emptied[0], 'required');
}
