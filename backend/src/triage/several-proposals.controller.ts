import { AssigneesPage, AssignProposals } from '@lofteskartan/shared/contracts/assignments';
import { MoveProposals, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { AssignProposalsService } from './assign-proposals.service.js';
import { MoveProposalsService } from './move-proposals.service.js';

const handlers: Access = { who: 'staff', roles: triageRoles };

/** What is done to one proposal or to several at once. */
@Controller('triage')
export class SeveralProposalsController {
  constructor(
    private readonly assigning: AssignProposalsService,
    private readonly moving: MoveProposalsService,
  ) {}

  @Get('assignees')
  @Endpoint({
    summary: { en: 'To whom proposals may be assigned', sv: 'Vilka som kan få förslag i sin hand' },
    tags: ['Triage'],
    access: handlers,
    answers: { 200: AssigneesPage },
    refusals: [],
  })
  candidates(@CurrentStaff() staff: StaffMember): Promise<AssigneesPage> {
    return this.assigning.candidates(staff);
  }

  @Post('assignments')
  @Endpoint({
    summary: { en: 'Assign proposals to somebody or nobody', sv: 'Tilldela förslag någon eller ingen' },
    description: {
      en: 'Each on its own: `not.found`, `version.stale` or `assignee.unavailable` at one stops no other. A repeat with the same key answers the same.',
    },
    tags: ['Triage'],
    access: handlers,
    body: AssignProposals,
    answers: { 200: OutcomeOfSeveral },
    refusals: [],
    idempotent: true,
  })
  assign(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Body() body: AssignProposals,
  ): Promise<OutcomeOfSeveral> {
    return this.assigning.assign({ staff, language }, key, body);
  }

  @Post('moves')
  @Endpoint({
    summary: { en: 'Move several proposals at once', sv: 'Flytta flera förslag på en gång' },
    description: {
      en: 'Each on its own, by the rules of a single move; what is refused says why and stays as it was. A text at one of them stands in place of the text for all. A repeat with the same key answers the same.',
    },
    tags: ['Triage'],
    access: handlers,
    body: MoveProposals,
    answers: { 200: OutcomeOfSeveral },
    refusals: [],
    idempotent: true,
    takesFile: true,
  })
  move(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Body() body: MoveProposals,
  ): Promise<OutcomeOfSeveral> {
    return this.moving.move({ staff, language }, key, body);
  }
}
