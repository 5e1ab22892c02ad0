import { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { OrganisationPage } from '@lofteskartan/shared/contracts/staff';
import { ROLES } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ReadOrganisationsService } from './read-organisations.service.js';

/** Organisations, for staff. */
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: ReadOrganisationsService) {}

  @Get()
  @Endpoint({
    summary: { en: 'Organisations of own municipalities', sv: 'Organisationer i egna kommuner' },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ROLES },
    query: PageQuery,
    answers: { 200: OrganisationPage },
    refusals: [],
  })
  list(@CurrentStaff() staff: StaffMember, @Query() query: PageQuery): Promise<OrganisationPage> {
    return this.organisations.list(staff, query);
  }
}
