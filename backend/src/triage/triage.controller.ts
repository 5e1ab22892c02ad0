import { CloseReports } from '@lofteskartan/shared/contracts/reports';
import { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import {
  CorrectProposal,
  MoveProposal,
  PublishProposal,
  TriagePage,
  TriageProposal,
  TriageQuery,
  WriteNote,
} from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { ChangeTriageProposalService } from './change-triage-proposal.service.js';
import { ReadQueueService } from './read-queue.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import { WorkSummaryService } from './work-summary.service.js';

const handlers: Access = { who: 'staff', roles: triageRoles };

/** The staff's side of proposals, in the municipalities where a person works. */
@Controller('triage')
export class TriageController {
  constructor(
    private readonly queue: ReadQueueService,
    private readonly reading: ReadTriageProposalService,
    private readonly changing: ChangeTriageProposalService,
    private readonly summary: WorkSummaryService,
  ) {}

  @Get('proposals')
  @Endpoint({
    summary: { en: 'The queue of proposals', sv: 'Kön av förslag' },
    description: {
      en: 'Proposals of own municipalities with exact positions and all words. Values of one filter are alternatives. `most-supported` puts those first that the public sees. What was reported and not looked at yet comes first in every order. `publication=pending` and `placement=unplaced` leave out hidden, withdrawn and gathered ones unless a status is asked for.',
    },
    tags: ['Triage'],
    access: handlers,
    query: TriageQuery,
    answers: { 200: TriagePage },
    refusals: [],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Query() query: TriageQuery,
  ): Promise<TriagePage> {
    return this.queue.list({ staff, language }, query);
  }

  @Get('proposals/:reference')
  @Endpoint({
    summary: { en: 'A proposal as staff work with it', sv: 'Ett förslag som handläggare ser det' },
    tags: ['Triage'],
    access: handlers,
    answers: { 200: TriageProposal },
    refusals: ['not.found'],
  })
  one(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
  ): Promise<TriageProposal> {
    return this.reading.read({ staff, language }, reference);
  }

  @Post('proposals/:reference/moves')
  @Endpoint({
    summary: { en: 'Move a proposal to another status', sv: 'Flytta ett förslag till en annan status' },
    description: {
      en: 'Refused in this order: fields that are missing or wrong (422), a stale version (409), a move that is not allowed (409). Which moves are allowed, and what they need, stands in `allowedMoves`.',
    },
    tags: ['Triage'],
    access: handlers,
    body: MoveProposal,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'move.policeOnly', 'version.stale', 'move.notAllowed'],
  })
  move(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: MoveProposal,
  ): Promise<TriageProposal> {
    return this.changing.move({ staff, language }, reference, body);
  }

  @Post('proposals/:reference/publication')
  @Endpoint({
    summary: {
      en: 'Release the words and each photo, or keep them back',
      sv: 'Släpp orden och varje foto, eller håll dem inne',
    },
    tags: ['Triage'],
    access: handlers,
    body: PublishProposal,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'version.stale'],
  })
  publish(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: PublishProposal,
  ): Promise<TriageProposal> {
    return this.changing.publish({ staff, language }, reference, body);
  }

  @Post('proposals/:reference/notes')
  @Endpoint({
    summary: { en: 'Write an internal note', sv: 'Skriv en intern anteckning' },
    tags: ['Triage'],
    access: handlers,
    body: WriteNote,
    answers: { 201: TriageProposal },
    refusals: ['not.found'],
  })
  note(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: WriteNote,
  ): Promise<TriageProposal> {
    return this.changing.note({ staff, language }, reference, body);
  }

  @Post('proposals/:reference/corrections')
  @Endpoint({
    summary: { en: 'Correct what was sent, with a reason', sv: 'Rätta det som skickades in, med ett skäl' },
    tags: ['Triage'],
    access: handlers,
    body: CorrectProposal,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'position.outside', 'version.stale'],
  })
  correct(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: CorrectProposal,
  ): Promise<TriageProposal> {
    return this.changing.correct({ staff, language }, reference, body);
  }

  @Post('proposals/:reference/report-closings')
  @Endpoint({
    summary: {
      en: 'Close reports that were read, and do what was decided',
      sv: 'Avsluta anmälningar som har lästs, och gör det som har beslutats',
    },
    tags: ['Triage'],
    access: handlers,
    body: CloseReports,
    answers: { 200: TriageProposal },
    refusals: ['not.found', 'version.stale', 'move.notAllowed', 'report.closed'],
  })
  closeReports(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Body() body: CloseReports,
  ): Promise<TriageProposal> {
    return this.changing.closeReports({ staff, language }, reference, body);
  }

  @Get('summary')
  @Endpoint({
    summary: {
      en: 'How many things wait in own municipalities',
      sv: 'Hur mycket som väntar i egna kommuner',
    },
    tags: ['Triage'],
    access: handlers,
    answers: { 200: WorkSummaryPage },
    refusals: [],
  })
  waiting(@CurrentStaff() staff: StaffMember): Promise<WorkSummaryPage> {
    return this.summary.read(staff);
  }
}
