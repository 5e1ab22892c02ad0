import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { InstallationRightRepository } from './installation-right.repository.js';
import { Passwords } from './passwords.service.js';
import { SeedStaff, type SeededAccount } from './seed-staff.service.js';
import { SessionRepository } from './session.repository.js';

/** The example staff: open while example data is wanted, and only then. */
@Injectable()
export class DemoStaff {
  constructor(
    private readonly seeding: SeedStaff,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly rights: InstallationRightRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes sure that an account is there, is active, and has this password. Returns its id. */
  async open(manager: EntityManager, account: SeededAccount): Promise<string> {
    const id = await this.seeding.ensureAccount(manager, account);
    if (account.memberships.some(({ role }) => role === 'admin')) await this.rights.store(manager, id, true);
    const found = await this.views.credentials(manager, account.email);
    if (!found) throw new Error(`${account.email} is not there`);
    const same = await this.passwords.matches(found.passwordHash, account.password);
    if (same && found.active) return id;
    const passwordHash = await this.passwords.hash(account.password);
    await this.accounts.change(manager, id, { passwordHash, active: true }, this.clock.now());
    if (!same) await this.sessions.endAllOf(manager, id);
    return id;
  }

  /** Shuts an account that an earlier start has opened; one that is not there stays away. */
  async close(manager: EntityManager, email: string): Promise<void> {
    const found = await this.views.credentials(manager, email);
    if (!found?.active) return;
    await this.accounts.change(manager, found.id, { active: false }, this.clock.now());
    await this.sessions.endAllOf(manager, found.id);
  }
}
