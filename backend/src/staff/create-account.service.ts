import type { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import type { CreateAccount } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn, municipalitiesWith } from './access.rules.js';
import { AccountLinks } from './account-links.service.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { checkedGrants } from './grant.rules.js';

/** Creates accounts. */
@Injectable()
export class CreateAccountService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly log: AdminLogRepository,
    private readonly links: AccountLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates an account with memberships in the administrator's own municipalities, and invites its person, who alone decides how to
   * sign in.
   * @throws Refused `input.invalid` when an organisation does not work in the municipality or cannot give the role
   * @throws Refused `role.insufficient` when a municipality is not the administrator's
   * @throws Refused `account.exists` when the e-mail address is taken
   */
  async create(staff: StaffMember, given: CreateAccount, key: string): Promise<Reply<CreatedAccount>> {
    if (given.memberships.length === 0) throw invalidField('memberships', 'required');
    return this.idempotency.run({
      key,
      route: 'POST /accounts',
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const places = await this.accounts.grantPlaces(
          manager,
          given.memberships.map(({ municipality }) => municipality),
        );
        const { grants, faults } = checkedGrants(given.memberships, places);
        if (faults.length > 0) throw new Refused('input.invalid', { errors: faults });
        if (!grants.every(({ municipalityId }) => mayActIn(staff, municipalityId, ['admin']))) {
          throw new Refused('role.insufficient');
        }
        const now = this.clock.now();
        const email = given.email.trim();
        const id = await this.accounts.create(manager, { email, name: given.name, passwordHash: null, now });
        if (!id) throw new Refused('account.exists');
        await this.accounts.addMemberships(manager, id, grants);
        await this.log.append(manager, {
          at: now,
          actorAccountId: staff.accountId,
          type: 'account.created',
          subjectId: id,
          changes: { email, name: given.name, memberships: given.memberships },
        });
        const invitation = await this.links.issue(manager, { accountId: id, email }, 'invitation', 'sv');
        const account = await this.views.one(manager, id, municipalitiesWith(staff, ['admin']), now);
        if (!account) throw new Error('The account was not stored');
        return new Reply(201, { account, invitation });
      },
    });
  }
}
