import {
  ReferralSettings,
  ResponsibleBodies,
  ResponsibleBody,
  SaveBody,
} from '@lofteskartan/shared/contracts/bodies';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { townRoles } from '../administration/town-changes.service.js';
import { KeepBodiesService } from './keep-bodies.service.js';

const tags = ['Municipalities'];
const access = { who: 'staff', roles: townRoles } as const;

/** The register of bodies that answer for places, for a municipality's coordinators and administrators. */
@Controller('municipalities/:slug')
export class BodiesController {
  constructor(private readonly bodies: KeepBodiesService) {}

  @Get('bodies')
  @Endpoint({
    summary: { en: 'Bodies that answer for places', sv: 'Ansvariga för platser' },
    tags,
    access,
    answers: { 200: ResponsibleBodies },
    refusals: ['not.found', 'role.insufficient'],
  })
  list(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<ResponsibleBodies> {
    return this.bodies.list(staff, slug);
  }

  @Post('bodies')
  @Endpoint({
    summary: { en: 'Add a body', sv: 'Lägg till en ansvarig' },
    tags,
    access,
    body: SaveBody,
    answers: { 201: ResponsibleBody },
    refusals: ['not.found', 'role.insufficient'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: SaveBody,
    @IdempotencyKey() key: string,
  ): Promise<Reply<ResponsibleBody>> {
    return this.bodies.add(staff, slug, body, key);
  }

  @Put('bodies/:id')
  @Endpoint({
    summary: { en: 'Change a body', sv: 'Ändra en ansvarig' },
    description: {
      en: 'All of it is sent; what is left out is emptied. Nothing is ever removed: it is set to not active.',
    },
    tags,
    access,
    body: SaveBody,
    answers: { 200: ResponsibleBody },
    refusals: ['not.found', 'role.insufficient', 'version.stale'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveBody,
  ): Promise<ResponsibleBody> {
    return this.bodies.change(staff, slug, id, body);
  }

  @Get('referral-settings')
  @Endpoint({
    summary: { en: 'When bodies are reminded', sv: 'När ansvariga påminns' },
    tags,
    access,
    answers: { 200: ReferralSettings },
    refusals: ['not.found', 'role.insufficient'],
  })
  settings(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<ReferralSettings> {
    return this.bodies.settings(staff, slug);
  }

  @Put('referral-settings')
  @Endpoint({
    summary: { en: 'Change when bodies are reminded', sv: 'Ändra när ansvariga påminns' },
    tags,
    access,
    body: ReferralSettings,
    answers: { 200: ReferralSettings },
    refusals: ['not.found', 'role.insufficient', 'version.stale'],
  })
  saveSettings(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ReferralSettings,
  ): Promise<ReferralSettings> {
    return this.bodies.saveSettings(staff, slug, body);
  }
}
