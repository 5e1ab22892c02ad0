import type { GrantMembership } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { newToken } from '../platform/security/tokens.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { checkedGrants, type Grant } from './grant.rules.js';
import { InstallationRightRepository } from './installation-right.repository.js';
import { Passwords } from './passwords.service.js';

/** An account that a command makes. */
export interface SeededAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly memberships: readonly GrantMembership[];
}

/** Makes accounts for commands: the first administrator, the example staff. */
@Injectable()
export class SeedStaff {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly log: AdminLogRepository,
    private readonly rights: InstallationRightRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes sure that an account is there with these memberships. An existing account keeps its name, password and other
   * memberships.
   * @returns its id
   * @throws Error when an organisation does not work in the municipality or cannot give the role
   */
  async ensureAccount(manager: EntityManager, account: SeededAccount): Promise<string> {
    const places = await this.accounts.grantPlaces(
      manager,
      account.memberships.map(({ municipality }) => municipality),
    );
    const { grants, faults } = checkedGrants(account.memberships, places);
    if (faults.length > 0) {
      throw new Error(`${account.email}: ${faults.map(({ field, code }) => `${field} ${code}`).join(', ')}`);
    }
    const existing = await this.views.credentials(manager, account.email);
    if (!existing) return this.create(manager, account, grants);
    await this.accounts.addMemberships(manager, existing.id, grants);
    return existing.id;
  }

  /**
   * Makes an administrator of every municipality, as a member of its own office, who also looks after the whole installation.
   * @param given without a password a random one is made
   * @returns the password, to be shown once when it was made here
   * @throws Error when there is no municipality yet, the e-mail address is taken, or the password is not a good one
   */
  async createFirstAdmin(
    manager: EntityManager,
    given: { email: string; name: string; password?: string },
  ): Promise<{ accountId: string; password: string; isRandom: boolean }> {
    const grants = await this.accounts.officeGrants(manager, 'admin');
    if (grants.length === 0) throw new Error('There is no municipality with an office of its own yet');
    const password = given.password ?? newToken();
    const fault = given.password === undefined ? null : this.passwords.faultOf(password, given);
    if (fault) throw new Error(`The password is not taken: ${fault}`);
    const accountId = await this.create(manager, { ...given, password }, grants);
    await this.rights.store(manager, accountId, true);
    return { accountId, password, isRandom: given.password === undefined };
  }

  private async create(
    manager: EntityManager,
    { email, name, password }: { email: string; name: string; password: string },
    grants: readonly Grant[],
  ): Promise<string> {
    const now = this.clock.now();
    const passwordHash = await this.passwords.hash(password);
    const id = await this.accounts.create(manager, { email, name, passwordHash, now });
    if (!id) throw new Error(`There is an account of ${email} already`);
    await this.accounts.addMemberships(manager, id, grants);
    const changes = { email, name, memberships: grants };
    await this.log.append(manager, {
      at: now,
      actorAccountId: null,
      type: 'account.created',
      subjectId: id,
      changes,
    });
    return id;
  }
}
