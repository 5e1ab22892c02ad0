import { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import {
  AddMeasure,
  CompleteMeasure,
  SaveMeasure,
  WithdrawMeasure,
} from '@lofteskartan/shared/contracts/inventory-measures';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { CompleteMeasures } from './complete-measure.service.js';
import { Measures } from './measures.service.js';
import { WithdrawMeasures } from './withdraw-measure.service.js';
import { inventoryReaders } from './place.rules.js';

const tags = ['Inventory'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** What is planned, done and decided about a place. */
@Controller('inventory/places/:reference/measures')
export class MeasuresController {
  constructor(
    private readonly measures: Measures,
    private readonly completing: CompleteMeasures,
    private readonly withdrawing: WithdrawMeasures,
  ) {}

  @Post()
  @Endpoint({
    summary: { en: 'Plan a measure, or decide that nothing is done', sv: 'Planera en åtgärd' },
    description: { en: '`referred` and `none` are decisions: they end with the day of their decision.' },
    tags,
    access,
    body: AddMeasure,
    answers: { 201: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: AddMeasure,
    @IdempotencyKey() key: string,
  ) {
    return this.measures.add({ staff, language }, reference, body, key);
  }

  @Put(':id')
  @Endpoint({
    summary: { en: 'Change a measure', sv: 'Ändra en åtgärd' },
    description: { en: 'Of one that is done, only whether it is public.' },
    tags,
    access,
    body: SaveMeasure,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged', 'measure.done'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: SaveMeasure,
  ): Promise<StaffPlace> {
    return this.measures.save({ staff, language }, reference, id, body);
  }

  @Post(':id/completions')
  @Endpoint({
    summary: { en: 'Say that a measure is done', sv: 'Markera en åtgärd som klar' },
    description: {
      en: 'With a commitment, an activity is logged once with the proposals of the place; when it is confirmed they are done, and those behind them are told and asked how safe it feels.',
    },
    tags,
    access,
    body: CompleteMeasure,
    answers: { 201: StaffPlace },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'place.merged',
      'measure.done',
      'measure.notWork',
    ],
    idempotent: true,
  })
  complete(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: CompleteMeasure,
    @IdempotencyKey() key: string,
  ) {
    return this.completing.complete({ staff, language }, reference, id, body, key);
  }

  @Post(':id/withdrawals')
  @Endpoint({
    summary: { en: 'Take a measure back that was not done', sv: 'Ta tillbaka en åtgärd som inte var gjord' },
    description: {
      en: 'The proposals that it ended are open again, and everyone who was told reads that it was a mistake. Not where an activity counts it, nor what the yearly wheel made.',
    },
    tags,
    access,
    body: WithdrawMeasure,
    answers: { 201: StaffPlace },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'place.merged',
      'measure.notDone',
      'measure.counted',
      'measure.ofTheWheel',
    ],
    idempotent: true,
  })
  withdraw(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: WithdrawMeasure,
    @IdempotencyKey() key: string,
  ) {
    return this.withdrawing.withdraw({ staff, language }, reference, id, body, key);
  }
}
