import { MailPreview, PreviewMail } from '@lofteskartan/shared/contracts/mail-previews';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { PreviewMailService } from './preview-mail.service.js';

/** What a move would be told by mail. */
@Controller('triage/proposals')
export class MailPreviewsController {
  constructor(private readonly previews: PreviewMailService) {}

  @Post(':reference/mail-previews')
  @Endpoint({
    summary: { en: 'The mail that a move would send', sv: 'Mejlet som en flytt skulle skicka' },
    description: { en: 'Nothing is sent or stored, and no address is opened.' },
    tags: ['Triage'],
    access: { who: 'staff', roles: ['police-officer', 'case-officer', 'coordinator'] },
    body: PreviewMail,
    answers: { 200: MailPreview },
    refusals: ['not.found'],
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: PreviewMail,
  ): Promise<MailPreview> {
    return this.previews.preview(staff, reference, body);
  }
}
