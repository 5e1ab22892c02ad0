import {
  CreateWheelItem,
  ReportOccurrence,
  SaveWheelItem,
  UndoOccurrence,
  WheelQuery,
  YearlyWheel,
} from '@lofteskartan/shared/contracts/yearly-wheel';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { inventoryReaders } from '../place.rules.js';
import { KeepWheel } from './keep-wheel.service.js';
import { ReadWheel } from './read-wheel.service.js';
import { ReportOccurrences } from './report-occurrence.service.js';

const tags = ['Inventory'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** What recurs in the care of places: the yearly wheel. Police read; the municipality's own people change. */
@Controller('inventory/wheel')
export class WheelController {
  constructor(
    private readonly reading: ReadWheel,
    private readonly keeping: KeepWheel,
    private readonly reporting: ReportOccurrences,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'What recurs in a year', sv: 'Årshjulet för skötsel' },
    tags,
    access,
    query: WheelQuery,
    answers: { 200: YearlyWheel },
    refusals: ['not.found'],
  })
  read(@CurrentStaff() staff: StaffMember, @Query() query: WheelQuery): Promise<YearlyWheel> {
    return this.reading.year(staff, query.municipality, query.year);
  }

  @Post('items')
  @Endpoint({
    summary: { en: 'Add something that recurs', sv: 'Lägg till återkommande skötsel' },
    tags,
    access,
    body: CreateWheelItem,
    answers: { 201: YearlyWheel },
    refusals: ['not.found', 'role.insufficient', 'wheel.full'],
    idempotent: true,
  })
  create(
    @CurrentStaff() staff: StaffMember,
    @Body() body: CreateWheelItem,
    @IdempotencyKey() key: string,
  ): Promise<Reply<YearlyWheel>> {
    return this.keeping.create(staff, body, key);
  }

  @Put('items/:id')
  @Endpoint({
    summary: { en: 'Change something that recurs', sv: 'Ändra återkommande skötsel' },
    description: { en: 'What was reported stays. To end it, say on which day it ends.' },
    tags,
    access,
    body: SaveWheelItem,
    answers: { 200: YearlyWheel },
    refusals: ['not.found', 'role.insufficient', 'version.stale'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveWheelItem,
  ): Promise<YearlyWheel> {
    return this.keeping.save(staff, id, body);
  }

  @Post('items/:id/occurrences')
  @Endpoint({
    summary: { en: 'Say that an occurrence is done', sv: 'Markera ett tillfälle som klart' },
    description: {
      en: 'Its places tell of it in their history. Answers with the wheel of the year of the occurrence.',
    },
    tags,
    access,
    body: ReportOccurrence,
    answers: { 201: YearlyWheel },
    refusals: ['not.found', 'role.insufficient', 'occurrence.done'],
    idempotent: true,
  })
  report(
    @CurrentStaff() staff: StaffMember,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReportOccurrence,
    @IdempotencyKey() key: string,
  ): Promise<Reply<YearlyWheel>> {
    return this.reporting.report(staff, id, body, key);
  }

  @Post('items/:id/undoings')
  @Endpoint({
    summary: { en: 'Take back that an occurrence is done', sv: 'Ångra att ett tillfälle är klart' },
    description: { en: 'Measures that were written at places stay.' },
    tags,
    access,
    body: UndoOccurrence,
    answers: { 201: YearlyWheel },
    refusals: ['not.found', 'role.insufficient'],
    idempotent: true,
  })
  undo(
    @CurrentStaff() staff: StaffMember,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UndoOccurrence,
    @IdempotencyKey() key: string,
  ): Promise<Reply<YearlyWheel>> {
    return this.reporting.undo(staff, id, body, key);
  }
}
