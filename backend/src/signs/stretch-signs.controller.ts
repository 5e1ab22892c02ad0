import { PlaceSign, StretchSignQuery } from '@lofteskartan/shared/contracts/place-signs';
import { Controller, Get, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { MakeSigns } from './make-signs.service.js';
import { sent } from './sign-answer.js';

const tags = ['Signs'];
const access: Access = { who: 'staff', roles: ['police-officer'] };

/** Signs at stretches. Which stretches there are, the police alone know; what a sign says is public. */
@Controller('planner/:municipality/stretches/:id/sign')
export class StretchSignsController {
  constructor(private readonly signs: MakeSigns) {}

  @Get()
  @Endpoint({
    summary: { en: 'What a sign at a stretch says', sv: 'Vad en skylt vid en sträcka säger' },
    description: {
      en: 'Counted from public wishes and released checks, now. Fewer than five are no number.',
    },
    tags,
    access,
    query: StretchSignQuery,
    answers: { 200: PlaceSign },
    refusals: ['not.found', 'input.invalid', 'sign.nothingPublic'],
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: StretchSignQuery,
  ): Promise<PlaceSign> {
    return this.signs.ofStretch(staff, slug, id, query);
  }

  @Get('pdf')
  @Endpoint({
    summary: { en: 'A sign at a stretch as PDF', sv: 'En skylt vid en sträcka som PDF' },
    description: { en: 'A5, one page, tagged.' },
    tags,
    access,
    query: StretchSignQuery,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The sign to print.' } } },
    refusals: ['not.found', 'input.invalid', 'sign.nothingPublic'],
    rateLimit: 'drawn',
  })
  async pdf(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: StretchSignQuery,
  ): Promise<StreamableFile> {
    const sign = await this.signs.ofStretch(staff, slug, id, query);
    return sent(await this.signs.draw(sign, `${slug}-hastighet`));
  }
}
