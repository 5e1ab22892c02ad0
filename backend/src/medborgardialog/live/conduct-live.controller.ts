import {
  AddStatement,
  ChangeStatement,
  ConductLive,
  StaffLive,
} from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { KeepStatements } from '../statements/keep-statements.service.js';
import { ConductLiveService } from './conduct-live.service.js';
import { ReadLive } from './read-live.service.js';

const tags = ['Live'];
const access: Access = { who: 'staff', roles: dialogueReaders };

/** Where those who hold a medborgardialog say what is shown, and keep its statements. */
@Controller('dialogues/:reference')
export class ConductLiveController {
  constructor(
    private readonly reading: ReadLive,
    private readonly conducting: ConductLiveService,
    private readonly statements: KeepStatements,
  ) {}

  @Get('live')
  @Endpoint({
    summary: {
      en: 'What a dialogue shows, and what waits',
      sv: 'Det som visas under en dialog, och det som väntar',
    },
    tags,
    access,
    answers: { 200: StaffLive },
    refusals: ['not.found'],
  })
  show(@CurrentStaff() staff: StaffMember, @Param('reference') reference: string): Promise<StaffLive> {
    return this.reading.forStaff(staff, reference);
  }

  @Put('live')
  @Endpoint({
    summary: { en: 'Say what is shown', sv: 'Bestäm vad som visas' },
    description: {
      en: 'What is left out stays as it is, so that two who conduct it do not undo each other.',
    },
    tags,
    access,
    body: ConductLive,
    answers: { 200: StaffLive },
    refusals: ['not.found', 'role.insufficient', 'dialogue.cancelled', 'dialogue.reported'],
  })
  conduct(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: ConductLive,
  ): Promise<StaffLive> {
    return this.conducting.conduct(staff, reference, body);
  }

  @Post('statements')
  @Endpoint({
    summary: { en: 'Add a statement', sv: 'Lägg till ett påstående' },
    tags,
    access,
    body: AddStatement,
    answers: { 201: StaffLive },
    refusals: [
      'not.found',
      'role.insufficient',
      'dialogue.cancelled',
      'dialogue.reported',
      'statement.tooMany',
    ],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: AddStatement,
    @IdempotencyKey() key: string,
  ): Promise<Reply<StaffLive>> {
    return this.statements.add(staff, reference, body, key);
  }

  @Put('statements/:id')
  @Endpoint({
    summary: { en: 'Change, show or close a statement', sv: 'Ändra, visa eller avsluta ett påstående' },
    tags,
    access,
    body: ChangeStatement,
    answers: { 200: StaffLive },
    refusals: [
      'not.found',
      'role.insufficient',
      'dialogue.cancelled',
      'dialogue.reported',
      'version.stale',
      'statement.shown',
      'statement.wrongState',
    ],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: ChangeStatement,
  ): Promise<StaffLive> {
    return this.statements.change(staff, reference, id, body);
  }
}
