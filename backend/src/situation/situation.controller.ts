import {
  OutsidePicture,
  SituationPicture,
  SituationQuery,
  SituationSpots,
  SpotsQuery,
} from '@lofteskartan/shared/contracts/situation';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { situationReaders } from './open-situation.service.js';
import { PassOnPicture } from './pass-on-picture.service.js';
import { ReadPicture } from './read-picture.service.js';
import { ReadSpots } from './read-spots.service.js';

const tags = ['Situation'];
const access: Access = { who: 'staff', roles: situationReaders };
const refusals = ['not.found', 'input.invalid'] as const;

/** The situational picture (lägesbild) that police and municipality share. */
@Controller('situation/:municipality')
export class SituationController {
  constructor(
    private readonly picture: ReadPicture,
    private readonly map: ReadSpots,
    private readonly passing: PassOnPicture,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'The figures of a period', sv: 'Lägesbilden för en period' },
    description: {
      en: 'Who was heard about what, where and when; the same days a year before; localities beside their population; what was done. What is secret, hidden or withdrawn is counted for nobody, and nothing that is planned is told.',
    },
    tags,
    access,
    query: SituationQuery,
    answers: { 200: SituationPicture },
    refusals,
  })
  figures(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('municipality') slug: string,
    @Query() query: SituationQuery,
  ): Promise<SituationPicture> {
    return this.picture.read(staff, slug, query, language);
  }

  @Get('spots')
  @Endpoint({
    summary: { en: 'Where people point, and which places stand out', sv: 'Kartan för en period' },
    description: {
      en: 'Times are those that residents told of when it happens, not when they wrote. Who told no time is left out when a time is asked for.',
    },
    tags,
    access,
    query: SpotsQuery,
    answers: { 200: SituationSpots },
    refusals,
  })
  spots(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Query() query: SpotsQuery,
  ): Promise<SituationSpots> {
    return this.map.read(staff, slug, query);
  }

  @Get('outside')
  @Endpoint({
    summary: { en: 'The picture as it may leave the staff side', sv: 'Lägesbilden att lämna vidare' },
    description: {
      en: 'Figures of fewer than five people are null, and so is what they could be computed from.',
    },
    tags,
    access,
    query: SituationQuery,
    answers: { 200: OutsidePicture },
    refusals,
  })
  outside(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('municipality') slug: string,
    @Query() query: SituationQuery,
  ): Promise<OutsidePicture> {
    return this.passing.read(staff, slug, query, language);
  }

  @Get('pdf')
  @Endpoint({
    summary: { en: 'The same as PDF', sv: 'Lägesbilden som PDF' },
    description: { en: 'Swedish, tagged for screen readers, A4.' },
    tags,
    access,
    query: SituationQuery,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The picture to print.' } } },
    refusals,
    rateLimit: 'drawn',
  })
  async pdf(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Query() query: SituationQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.passing.print(staff, slug, query);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}"`,
      length: bytes.length,
    });
  }
}
