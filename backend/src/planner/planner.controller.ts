import {
  PlannerSettings,
  RankPreview,
  SetPlannerWeights,
  StretchQuery,
  StretchRanking,
  TryPlannerWeights,
} from '@lofteskartan/shared/contracts/planner';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { police, plannerTags as tags } from './planner-endpoint.js';
import { PlannerSettingsService } from './planner-settings.service.js';
import { ReadRanking } from './read-ranking.service.js';

/** The order in which stretches should be checked, and what it weighs. For the police alone. */
@Controller('planner/:municipality')
export class PlannerController {
  constructor(
    private readonly ranking: ReadRanking,
    private readonly settings: PlannerSettingsService,
  ) {}

  @Get('stretches')
  @Endpoint({
    summary: { en: 'Stretches in their order', sv: 'Sträckor i ordning' },
    description: {
      en: 'Wishes for speed checks gathered along roads, with why each stands where it stands. Gathers first what lies on no stretch.',
    },
    tags,
    access: police,
    query: StretchQuery,
    answers: { 200: StretchRanking },
    refusals: ['not.found', 'input.invalid'],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Query() query: StretchQuery,
  ): Promise<StretchRanking> {
    return this.ranking.list(staff, slug, query);
  }

  @Get('settings')
  @Endpoint({
    summary: {
      en: 'The weights of the ranking, and whether checks are planned',
      sv: 'Planeringens inställningar',
    },
    tags,
    access: police,
    answers: { 200: PlannerSettings },
    refusals: ['not.found'],
  })
  read(@CurrentStaff() staff: StaffMember, @Param('municipality') slug: string): Promise<PlannerSettings> {
    return this.settings.read(staff, slug);
  }

  @Put('weights')
  @Endpoint({
    summary: { en: 'Set the weights of the ranking', sv: 'Ändra vikterna' },
    tags,
    access: police,
    body: SetPlannerWeights,
    answers: { 200: PlannerSettings },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
  })
  setWeights(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Body() body: SetPlannerWeights,
  ): Promise<PlannerSettings> {
    return this.settings.setWeights(staff, slug, body);
  }

  @Post('weight-previews')
  @Endpoint({
    summary: { en: 'How other weights would change the order', sv: 'Prova andra vikter' },
    description: { en: 'Stores nothing.' },
    tags,
    access: police,
    body: TryPlannerWeights,
    answers: { 200: RankPreview },
    refusals: ['not.found', 'input.invalid'],
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Body() { weights }: TryPlannerWeights,
  ): Promise<RankPreview> {
    return this.ranking.preview(staff, slug, weights);
  }
}
