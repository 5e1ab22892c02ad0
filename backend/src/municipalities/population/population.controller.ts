import {
  ImportPopulation,
  Population,
  PopulationFile,
  PopulationReport,
  PutPopulation,
} from '@lofteskartan/shared/contracts/population';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { townRoles } from '../administration/town-changes.service.js';
import { ImportPopulationService } from './import-population.service.js';
import { KeepPopulation } from './keep-population.service.js';

const ofOwnTown = {
  tags: ['Administration'],
  access: { who: 'staff', roles: townRoles },
  refusals: ['not.found', 'role.insufficient'],
} as const satisfies Partial<EndpointDeclaration>;

/** How many live in a municipality by sex and age: what those who came to dialogues are laid beside. */
@Controller('municipalities/:slug/population')
export class PopulationController {
  constructor(
    private readonly keeping: KeepPopulation,
    private readonly importing: ImportPopulationService,
  ) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'The population by sex and age', sv: 'Befolkningen efter kön och ålder' },
    answers: { 200: Population },
  })
  read(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<Population> {
    return this.keeping.read(staff, slug);
  }

  @Put()
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Keep the population of a year', sv: 'Spara befolkningen för ett år' },
    body: PutPopulation,
    answers: { 200: Population },
    refusals: [...ofOwnTown.refusals, 'version.stale'],
  })
  put(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: PutPopulation,
  ): Promise<Population> {
    return this.keeping.put(staff, slug, body);
  }

  @Post('imports/preview')
  @Endpoint({
    ...ofOwnTown,
    summary: {
      en: 'What would become of each line of a file of populations',
      sv: 'Vad som skulle hända med varje rad',
    },
    description: { en: 'Nothing is kept.' },
    body: PopulationFile,
    takesFile: true,
    answers: { 200: PopulationReport },
    refusals: [...ofOwnTown.refusals, 'input.invalid'],
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() { file }: PopulationFile,
    @CallerLanguage() language: Language,
  ): Promise<PopulationReport> {
    return this.importing.preview({ staff, slug, language }, file);
  }

  @Post('imports')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Keep the accepted lines of a file', sv: 'Spara raderna som går att ta emot' },
    body: ImportPopulation,
    takesFile: true,
    answers: { 201: PopulationReport },
    refusals: [...ofOwnTown.refusals, 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: ImportPopulation,
    @IdempotencyKey() key: string,
    @CallerLanguage() language: Language,
  ): Promise<Reply<PopulationReport>> {
    return this.importing.save({ staff, slug, language }, body, key);
  }
}
