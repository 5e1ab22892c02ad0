import {
  ImportLighting,
  Lighting,
  LightingQuery,
  LightingReport,
} from '@lofteskartan/shared/contracts/lighting';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { inventoryReaders } from '../place.rules.js';
import { ImportLightingService } from './import-lighting.service.js';
import { ReadLighting } from './read-lighting.service.js';

const tags = ['Inventory'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** Lamps that are dark on purpose, and lighting that is planned. */
@Controller()
export class LightingController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly importing: ImportLightingService,
    private readonly reading: ReadLighting,
  ) {}

  @Get('lighting')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: {
      en: 'Lamps that are dark on purpose, and lighting to come',
      sv: 'Släckta och planerade lampor',
    },
    tags,
    access: { who: 'anyone' },
    query: LightingQuery,
    answers: { 200: Lighting, 304: 'nothing' },
    refusals: ['not.found'],
  })
  list(@Query() query: LightingQuery): Promise<Lighting> {
    return this.reading.list(query);
  }

  @Post('inventory/lighting/imports/preview')
  @Endpoint({
    summary: {
      en: 'What would become of each line of a file of lamps',
      sv: 'Vad som skulle hända med varje rad',
    },
    description: { en: 'CSV or GeoJSON. Nothing is kept.' },
    tags,
    access,
    body: ImportLighting,
    answers: { 200: LightingReport },
    refusals: ['not.found', 'role.insufficient', 'input.invalid'],
    takesFile: true,
  })
  preview(
    @Body() body: ImportLighting,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ): Promise<LightingReport> {
    return this.importing.preview({ staff, language }, body);
  }

  @Post('inventory/lighting/imports')
  @Endpoint({
    summary: { en: 'Keep the accepted lines of a file of lamps', sv: 'Spara raderna som går att ta emot' },
    description: { en: 'A lamp of a number that is there takes the place of the old one.' },
    tags,
    access,
    body: ImportLighting,
    answers: { 201: LightingReport },
    refusals: ['not.found', 'role.insufficient', 'input.invalid'],
    idempotent: true,
    takesFile: true,
  })
  save(
    @Body() body: ImportLighting,
    @IdempotencyKey() key: string,
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
  ) {
    return this.idempotency.run({
      key,
      route: 'POST /inventory/lighting/imports',
      caller: staff.accountId,
      body,
      work: async (manager) => new Reply(201, await this.importing.save(manager, { staff, language }, body)),
    });
  }
}
