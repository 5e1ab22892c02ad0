import { ChangeMunicipalitySettings, VersionedSettings } from '@lofteskartan/shared/contracts/municipalities';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { ChangeSettingsService } from './change-settings.service.js';
import { townRoles } from './town-changes.service.js';

/** The settings of a municipality, for its coordinators and administrators. */
@Controller('municipalities/:slug/settings')
export class SettingsController {
  constructor(private readonly settings: ChangeSettingsService) {}

  @Get()
  @Endpoint({
    summary: { en: 'Settings of a municipality', sv: 'En kommuns inställningar' },
    tags: ['Municipalities'],
    access: { who: 'staff', roles: townRoles },
    answers: { 200: VersionedSettings },
    refusals: ['not.found', 'role.insufficient'],
  })
  read(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<VersionedSettings> {
    return this.settings.read(staff, slug);
  }

  @Patch()
  @Endpoint({
    summary: { en: 'Change settings of a municipality', sv: 'Ändra en kommuns inställningar' },
    tags: ['Municipalities'],
    access: { who: 'staff', roles: townRoles },
    body: ChangeMunicipalitySettings,
    answers: { 200: VersionedSettings },
    refusals: ['not.found', 'role.insufficient', 'version.stale'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ChangeMunicipalitySettings,
  ): Promise<VersionedSettings> {
    return this.settings.change(staff, slug, body);
  }
}
