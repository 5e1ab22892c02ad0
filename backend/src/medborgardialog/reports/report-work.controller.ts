import {
  PublishDialogueFollowUp,
  SaveDialogueFollowUp,
  StaffDialogueFollowUps,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import {
  HeardQuery,
  PublishReport as Publication,
  StaffDialogueReport,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { PrepareReport } from './prepare-report.service.js';
import { PublishReport } from './publish-report.service.js';
import { ReadHeard } from './read-heard.service.js';
import { WriteDialogueFollowUps } from './write-follow-ups.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'staff', roles: dialogueReaders };

/** Reports and follow-ups of medborgardialoger as staff prepare and publish them. */
@Controller()
export class ReportWorkController {
  constructor(
    private readonly preparing: PrepareReport,
    private readonly publishing: PublishReport,
    private readonly followUps: WriteDialogueFollowUps,
    private readonly heard: ReadHeard,
  ) {}

  @Get('dialogues/:reference/report')
  @Endpoint({
    summary: { en: 'The report of a public dialogue as it would be published now', sv: 'Dialogens rapport' },
    tags,
    access,
    answers: { 200: StaffDialogueReport },
    refusals: ['not.found'],
  })
  report(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @CallerLanguage() language: Language,
  ): Promise<StaffDialogueReport> {
    return this.preparing.read(staff, reference, language);
  }

  @Post('dialogues/:reference/report')
  @Endpoint({
    summary: { en: 'Publish the report of a public dialogue', sv: 'Publicera dialogens rapport' },
    description: {
      en: 'Refused while any question or note is unread or any point open. Everybody who asked or supported gets the answer. Published again, it is a corrected version with a reason.',
    },
    tags,
    access,
    body: Publication,
    answers: { 200: StaffDialogueReport },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'dialogue.draft',
      'dialogue.cancelled',
      'dialogue.notClosed',
      'dialogue.pointsOpen',
      'report.empty',
      'report.notesNew',
      'report.questionsNew',
      'report.unchanged',
    ],
  })
  publish(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: Publication,
    @CallerLanguage() language: Language,
  ): Promise<StaffDialogueReport> {
    return this.publishing.publish({ staff, language }, reference, body);
  }

  @Get('dialogues/:reference/follow-ups')
  @Endpoint({
    summary: { en: 'The follow-ups of a public dialogue', sv: 'Dialogens uppföljningar' },
    description: {
      en: 'At 6 and 12 months after the report, each prepared from how its points stand today.',
    },
    tags,
    access,
    answers: { 200: StaffDialogueFollowUps },
    refusals: ['not.found'],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @CallerLanguage() language: Language,
  ): Promise<StaffDialogueFollowUps> {
    return this.followUps.list(staff, reference, language);
  }

  @Put('dialogues/:reference/follow-ups/:months')
  @Endpoint({
    summary: { en: 'Write in a follow-up', sv: 'Skriv i en uppföljning' },
    tags,
    access,
    body: SaveDialogueFollowUp,
    answers: { 200: StaffDialogueFollowUps },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'followUp.published'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('months') months: string,
    @Body() body: SaveDialogueFollowUp,
    @CallerLanguage() language: Language,
  ): Promise<StaffDialogueFollowUps> {
    return this.followUps.save({ staff, language }, reference, months, body);
  }

  @Post('dialogues/:reference/follow-ups/:months/publications')
  @Endpoint({
    summary: { en: 'Publish a follow-up as it stands', sv: 'Publicera en uppföljning' },
    tags,
    access,
    body: PublishDialogueFollowUp,
    answers: { 200: StaffDialogueFollowUps },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'followUp.published',
      'dialogueFollowUp.notDue',
      'dialogue.draft',
      'dialogue.cancelled',
      'dialogue.notReported',
    ],
  })
  publishFollowUp(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('months') months: string,
    @Body() body: PublishDialogueFollowUp,
    @CallerLanguage() language: Language,
  ): Promise<StaffDialogueFollowUps> {
    return this.followUps.publish({ staff, language }, reference, months, body);
  }

  @Get('dialogue-work/heard/:slug')
  @Endpoint({
    summary: {
      en: 'Who was heard at public dialogues, whole',
      sv: 'Vilka som har hörts på dialoger, hela bilden',
    },
    tags,
    access,
    query: HeardQuery,
    answers: { 200: WhoWasHeard },
    refusals: ['not.found'],
  })
  whole(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Query() query: HeardQuery,
  ): Promise<WhoWasHeard> {
    return this.heard.whole(staff, slug, query);
  }
}
