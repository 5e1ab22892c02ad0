import { ChangeOrganisation, CreateOrganisation } from '@lofteskartan/shared/contracts/organisations';
import { PageQuery } from '@lofteskartan/shared/contracts/paging';
import { Organisation, OrganisationPage } from '@lofteskartan/shared/contracts/staff';
import { ROLES } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ChangeOrganisationService } from './change-organisation.service.js';
import { ReadOrganisationsService } from './read-organisations.service.js';

/** Organisations, for staff. */
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: ReadOrganisationsService,
    private readonly changing: ChangeOrganisationService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Organisations of own municipalities', sv: 'Organisationer i egna kommuner' },
    description: { en: 'Those who look after the whole installation read all of them.' },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ROLES },
    query: PageQuery,
    answers: { 200: OrganisationPage },
    refusals: [],
  })
  list(@CurrentStaff() staff: StaffMember, @Query() query: PageQuery): Promise<OrganisationPage> {
    return this.organisations.list(staff, query);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Create an organisation', sv: 'Skapa en organisation' },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ['admin'] },
    body: CreateOrganisation,
    answers: { 201: Organisation },
    refusals: ['role.insufficient'],
    idempotent: true,
  })
  create(
    @CurrentStaff() staff: StaffMember,
    @Body() body: CreateOrganisation,
    @IdempotencyKey() key: string,
  ): Promise<Reply<Organisation>> {
    return this.changing.create(staff, body, key);
  }

  @Put(':slug')
  @Endpoint({
    summary: { en: 'Change an organisation', sv: 'Ändra en organisation' },
    description: {
      en: 'Its name, its type, and in which municipalities it works. One that works elsewhere, too, is renamed by those who look after the installation.',
    },
    tags: ['Accounts'],
    access: { who: 'staff', roles: ['admin'] },
    body: ChangeOrganisation,
    answers: { 200: Organisation },
    refusals: [
      'not.found',
      'role.insufficient',
      'organisation.elsewhere',
      'organisation.used',
      'version.stale',
    ],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ChangeOrganisation,
  ): Promise<Organisation> {
    return this.changing.change(staff, slug, body);
  }
}
