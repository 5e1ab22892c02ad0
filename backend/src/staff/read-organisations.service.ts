import type { OrganisationPage } from '@lofteskartan/shared/contracts/staff';
import type { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { ROLES } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import type { StaffMember } from '../platform/staff-member.js';
import { municipalitiesWith } from './access.rules.js';
import { OrganisationRepository } from './organisation.repository.js';

/** The organisations of the municipalities that a person serves. */
@Injectable()
export class ReadOrganisationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** Organisations by slug; all of them for those who look after the whole installation. */
  async list(staff: StaffMember, query: PageQuery): Promise<OrganisationPage> {
    const cursor = readCursor(query.cursor, ['text']) as [string] | null;
    const after = cursor?.[0] ?? null;
    const limit = pageSize(query.limit) + 1;
    const { manager } = this.dataSource;
    const rows = staff.isInstallationAdmin
      ? await this.organisations.pageOfAll(manager, after, limit)
      : await this.organisations.page(manager, municipalitiesWith(staff, ROLES), after, limit);
    const page = pageOf(rows, query.limit, ({ slug }) => [slug]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }
}
