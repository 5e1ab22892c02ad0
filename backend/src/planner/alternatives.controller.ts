import { ChangedStretch } from '@lofteskartan/shared/contracts/planner';
import {
  AlternativeOutcome,
  ArrangeAlternative,
  AssessStretch,
  EndAlternative,
} from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { ArrangeAlternativeService } from './arrange-alternative.service.js';
import { AssessStretchService } from './assess-stretch.service.js';
import { EndAlternativeService } from './end-alternative.service.js';
import { police, plannerTags as tags } from './planner-endpoint.js';

/** Whether a check can be made on a stretch, and what is done where it cannot. */
@Controller('planner/:municipality')
export class AlternativesController {
  constructor(
    private readonly assessing: AssessStretchService,
    private readonly arranging: ArrangeAlternativeService,
    private readonly ending: EndAlternativeService,
  ) {}

  @Put('stretches/:id/suitability')
  @Endpoint({
    summary: { en: 'Say whether a check can be made', sv: 'Bedöm om en kontroll går att göra' },
    tags,
    access: police,
    body: AssessStretch,
    answers: { 200: ChangedStretch },
    refusals: ['not.found', 'version.stale', 'input.invalid'],
  })
  assess(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssessStretch,
  ): Promise<ChangedStretch> {
    return this.assessing.assess(staff, slug, id, body);
  }

  @Post('stretches/:id/alternatives')
  @Endpoint({
    summary: {
      en: 'Arrange something else than a check, and tell those who asked',
      sv: 'Ordna något annat än en kontroll, och berätta det',
    },
    description: {
      en: 'Each wish is answered in a transaction of its own, as by a move of several; what is refused is told, and stays as it was.',
    },
    tags,
    access: police,
    body: ArrangeAlternative,
    answers: { 200: AlternativeOutcome },
    refusals: ['not.found', 'input.invalid'],
    idempotent: true,
  })
  arrange(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) stretchId: string,
    @Body() body: ArrangeAlternative,
  ): Promise<AlternativeOutcome> {
    return this.arranging.arrange({ staff, language }, { slug, stretchId, key }, body);
  }

  @Post('alternatives/:id/results')
  @Endpoint({
    summary: { en: 'Tell how an alternative went', sv: 'Berätta hur det gick' },
    description: {
      en: 'To everyone who was answered with it and whose wish has not gone another way meanwhile.',
    },
    tags,
    access: police,
    body: EndAlternative,
    answers: { 200: AlternativeOutcome },
    refusals: ['not.found', 'version.stale', 'input.invalid'],
    idempotent: true,
  })
  end(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EndAlternative,
  ): Promise<AlternativeOutcome> {
    return this.ending.end({ staff, language }, { slug, id, key }, body);
  }
}
