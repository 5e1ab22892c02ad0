import { GiveInstallationRight, InstallationRight } from '@lofteskartan/shared/contracts/town';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { InstallationRightService } from './installation-right.service.js';

/** The right to look after the whole installation, for those who hold it. */
@Controller('accounts/:id/installation-right')
export class InstallationRightController {
  constructor(private readonly rights: InstallationRightService) {}

  @Put()
  @Endpoint({
    summary: {
      en: 'Give or take the right to look after the whole installation',
      sv: 'Ge eller ta rätten att sköta hela installationen',
    },
    tags: ['Accounts'],
    access: { who: 'installation-admin' },
    body: GiveInstallationRight,
    answers: { 200: InstallationRight },
    refusals: ['not.found', 'installation.last'],
  })
  give(
    @CurrentStaff() staff: StaffMember,
    @Param('id') id: string,
    @Body() { granted }: GiveInstallationRight,
  ): Promise<InstallationRight> {
    return this.rights.give(staff, id, granted);
  }
}
