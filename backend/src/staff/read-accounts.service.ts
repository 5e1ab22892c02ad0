import type { AccountPage } from '@lofteskartan/shared/contracts/staff';
import type { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import type { StaffMember } from '../platform/staff-member.js';
import { municipalitiesWith } from './access.rules.js';
import { AccountViewRepository } from './account-view.repository.js';

/** The accounts that an administrator sees: those with a membership in an own municipality. */
@Injectable()
export class ReadAccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountViewRepository,
    private readonly clock: Clock,
  ) {}

  /** Accounts by e-mail address, each with its memberships in the administrator's municipalities alone. */
  async list(staff: StaffMember, query: PageQuery): Promise<AccountPage> {
    const cursor = readCursor(query.cursor, ['text', 'uuid']) as [string, string] | null;
    const rows = await this.accounts.page(
      this.dataSource.manager,
      municipalitiesWith(staff, ['admin']),
      cursor,
      pageSize(query.limit) + 1,
      this.clock.now(),
    );
    const page = pageOf(rows, query.limit, ({ sortEmail, account }) => [sortEmail, account.id]);
    return { items: page.rows.map(({ account }) => account), nextCursor: page.nextCursor };
  }
}
