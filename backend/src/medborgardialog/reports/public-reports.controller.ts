import { DialogueFollowUp } from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import {
  DialogueReport,
  HeardQuery,
  OutcomeList,
  OutcomeQuery,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { ReadDialogueFollowUps } from './read-follow-ups.service.js';
import { ReadHeard } from './read-heard.service.js';
import { ReadReports } from './read-reports.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'anyone' };

/** What came of medborgardialoger, for everyone: reports, follow-ups, all points of a municipality, and who was heard. */
@Controller()
export class PublicReportsController {
  constructor(
    private readonly reports: ReadReports,
    private readonly followUps: ReadDialogueFollowUps,
    private readonly heard: ReadHeard,
  ) {}

  @Get('medborgardialoger/:reference/report')
  @Endpoint({
    summary: { en: 'The published report of a public dialogue', sv: 'Rapporten från en medborgardialog' },
    description: { en: 'The words of its latest version; how each point stands is of today.' },
    tags,
    access,
    answers: { 200: DialogueReport },
    refusals: ['not.found'],
  })
  report(
    @Param('reference') reference: string,
    @CallerLanguage() language: Language,
  ): Promise<DialogueReport> {
    return this.reports.one(reference, language);
  }

  @Get('medborgardialoger/:reference/report.pdf')
  @Endpoint({
    summary: { en: 'The published report as PDF', sv: 'Rapporten som PDF' },
    description: { en: 'A4 in Swedish, tagged.' },
    tags,
    access,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The report to print.' } } },
    refusals: ['not.found'],
    rateLimit: 'drawn',
  })
  async pdf(@Param('reference') reference: string): Promise<StreamableFile> {
    const { name, bytes } = await this.reports.print(reference);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }

  @Get('medborgardialoger/:reference/follow-ups/:months')
  @Endpoint({
    summary: { en: 'A published follow-up of a public dialogue', sv: 'En uppföljning av en medborgardialog' },
    description: { en: 'How its points stood on the day when it was published.' },
    tags,
    access,
    answers: { 200: DialogueFollowUp },
    refusals: ['not.found'],
  })
  followUp(
    @Param('reference') reference: string,
    @Param('months') months: string,
    @CallerLanguage() language: Language,
  ): Promise<DialogueFollowUp> {
    return this.followUps.one(reference, months, language);
  }

  @Get('municipalities/:slug/dialogue-outcomes')
  @Endpoint({
    summary: {
      en: 'What became of the points of all public dialogues',
      sv: 'Vad det blev av dialogernas punkter',
    },
    tags,
    access,
    query: OutcomeQuery,
    answers: { 200: OutcomeList },
    refusals: ['not.found'],
  })
  outcomes(
    @Param('slug') slug: string,
    @Query() query: OutcomeQuery,
    @CallerLanguage() language: Language,
  ): Promise<OutcomeList> {
    return this.reports.outcomes(slug, query, language);
  }

  @Get('municipalities/:slug/dialogue-heard')
  @Endpoint({
    summary: { en: 'Who was heard at public dialogues in a year', sv: 'Vilka som har hörts på dialoger' },
    description: { en: 'Sums of what the published reports tell; nothing of fewer than five people.' },
    tags,
    access,
    query: HeardQuery,
    answers: { 200: WhoWasHeard },
    refusals: ['not.found'],
  })
  whoWasHeard(@Param('slug') slug: string, @Query() query: HeardQuery): Promise<WhoWasHeard> {
    return this.heard.public(slug, query);
  }
}
