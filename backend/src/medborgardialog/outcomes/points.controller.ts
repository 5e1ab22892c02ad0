import {
  AddPoint,
  CompletePoint,
  OwnPoints,
  PointChoiceQuery,
  PointChoices,
  PointHistory,
  SavePoint,
  StaffPoints,
  WithdrawPoint,
} from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { CompletePoints } from './complete-point.service.js';
import { ReadPoints } from './read-points.service.js';
import { WritePoints } from './write-points.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'staff', roles: dialogueReaders };

/** The points of medborgardialoger and what comes of them. Who keeps a dialogue keeps its points; who owns a point says that it is done. */
@Controller()
export class PointsController {
  constructor(
    private readonly reading: ReadPoints,
    private readonly writing: WritePoints,
    private readonly completing: CompletePoints,
  ) {}

  @Get('dialogue-work/own')
  @Endpoint({
    summary: {
      en: 'What of public dialogues waits for oneself',
      sv: 'Det som väntar på en själv efter dialoger',
    },
    description: {
      en: 'Outcomes that are late, of oneself and one’s organisations, and follow-ups that are due.',
    },
    tags,
    access,
    answers: { 200: OwnPoints },
    refusals: [],
  })
  own(@CurrentStaff() staff: StaffMember): Promise<OwnPoints> {
    return this.reading.own(staff);
  }

  @Get('dialogues/:reference/points')
  @Endpoint({
    summary: { en: 'The points of a public dialogue', sv: 'Dialogens punkter' },
    description: { en: 'Each published question is a point, with all that were gathered into it.' },
    tags,
    access,
    answers: { 200: StaffPoints },
    refusals: ['not.found'],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @CallerLanguage() language: Language,
  ): Promise<StaffPoints> {
    return this.reading.list(staff, reference, language);
  }

  @Get('dialogues/:reference/point-choices')
  @Endpoint({
    summary: { en: 'What a point may become', sv: 'Det som en punkt kan bli' },
    tags,
    access,
    query: PointChoiceQuery,
    answers: { 200: PointChoices },
    refusals: ['not.found'],
  })
  choices(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Query() query: PointChoiceQuery,
  ): Promise<PointChoices> {
    return this.reading.choices(staff, reference, query);
  }

  @Post('dialogues/:reference/points')
  @Endpoint({
    summary: { en: 'Write down a point', sv: 'Skriv upp en punkt' },
    tags,
    access,
    body: AddPoint,
    answers: { 201: StaffPoints },
    refusals: ['not.found', 'role.insufficient', 'dialogue.draft', 'dialogue.cancelled', 'point.tooMany'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: AddPoint,
    @IdempotencyKey() key: string,
    @CallerLanguage() language: Language,
  ) {
    return this.writing.add({ staff, language }, reference, body, key);
  }

  @Put('dialogues/:reference/points/:id')
  @Endpoint({
    summary: { en: 'Say what comes of a point', sv: 'Ange vad det blir av en punkt' },
    tags,
    access,
    body: SavePoint,
    answers: { 200: StaffPoints },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'dialogue.draft', 'dialogue.cancelled'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SavePoint,
    @CallerLanguage() language: Language,
  ): Promise<StaffPoints> {
    return this.writing.save({ staff, language }, reference, id, body);
  }

  @Post('dialogues/:reference/points/:id/completions')
  @Endpoint({
    summary: {
      en: 'Say that a point is done, or take it back',
      sv: 'Ange att en punkt är klar, eller ta tillbaka det',
    },
    description: {
      en: 'Also by the person or the organisation that owns it. Everyone reads it at once where the report is published.',
    },
    tags,
    access,
    body: CompletePoint,
    answers: { 200: StaffPoints },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'point.open',
      'point.notDone',
      'dialogue.draft',
      'dialogue.cancelled',
    ],
  })
  complete(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CompletePoint,
    @CallerLanguage() language: Language,
  ): Promise<StaffPoints> {
    return this.completing.complete({ staff, language }, reference, id, body);
  }

  @Post('dialogues/:reference/points/:id/withdrawals')
  @Endpoint({
    summary: { en: 'Take away a point that was a mistake', sv: 'Ta bort en punkt som blev fel' },
    tags,
    access,
    body: WithdrawPoint,
    answers: { 200: StaffPoints },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'point.isQuestion',
      'dialogue.draft',
      'dialogue.cancelled',
    ],
  })
  withdraw(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawPoint,
    @CallerLanguage() language: Language,
  ): Promise<StaffPoints> {
    return this.writing.withdraw({ staff, language }, reference, id, body);
  }

  @Get('dialogues/:reference/points/:id/history')
  @Endpoint({
    summary: { en: 'What happened to a point', sv: 'Vad som har hänt med en punkt' },
    tags,
    access,
    answers: { 200: PointHistory },
    refusals: ['not.found'],
  })
  history(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PointHistory> {
    return this.reading.history(staff, reference, id);
  }
}
