import { Documentation } from '@lofteskartan/shared/contracts/documentation';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { DocumentationService } from './documentation.service.js';
import { retentionRoles } from './retention.service.js';

const tags = ['Records'];
const access = { who: 'staff', roles: retentionRoles } as const;

/** The record of processing activities, a draft of the assessment of risks, and the plan for the handling of information. */
@Controller('municipalities/:slug/documentation')
export class DocumentationController {
  constructor(private readonly documentation: DocumentationService) {}

  @Get()
  @Endpoint({
    summary: {
      en: 'What an authority must be able to show about personal data',
      sv: 'Underlag om personuppgifter',
    },
    tags,
    access,
    answers: { 200: Documentation },
    refusals: ['not.found'],
  })
  read(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<Documentation> {
    return this.documentation.read(slug, staff);
  }

  @Get(':name/csv')
  @Endpoint({
    summary: { en: 'One of the documents as a file for spreadsheets', sv: 'Ett underlag som CSV' },
    description: { en: '`name` is `register`, `risks` or `plan`.' },
    tags,
    access,
    answers: { 200: { media: ['text/csv'], description: { en: 'The document.' } } },
    refusals: ['not.found'],
  })
  async file(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('name') name: string,
  ): Promise<StreamableFile> {
    const bytes = await this.documentation.file(slug, name, staff);
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="underlag.csv"',
    });
  }
}
