import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import {
  FollowUp,
  FollowUpByDateQuery,
  FollowUpPage,
  FollowUpQuery,
} from '@lofteskartan/shared/contracts/follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { PrintFollowUpService } from './print-follow-up.service.js';
import { ReadFollowUpsService } from './read-follow-ups.service.js';

const tags = ['Medborgarlöften'];
const access = { who: 'anyone' } as const;

/** Published follow-ups: promise, result, deviation, next step. */
@Controller('follow-ups')
export class FollowUpsController {
  constructor(
    private readonly followUps: ReadFollowUpsService,
    private readonly printing: PrintFollowUpService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Published follow-ups, the latest day first', sv: 'Uppföljningar' },
    tags,
    access,
    query: FollowUpQuery,
    answers: { 200: FollowUpPage },
    refusals: [],
  })
  list(@Query() query: FollowUpQuery) {
    return this.followUps.page(query);
  }

  @Get('by-date')
  @Endpoint({
    summary: { en: 'The follow-up of a municipality and day', sv: 'Uppföljningen för en dag' },
    description: {
      en: 'Figures stand as they were published. What a coordinator wrote is told in the language in which it was written.',
    },
    tags,
    access,
    query: FollowUpByDateQuery,
    answers: { 200: FollowUp },
    refusals: ['not.found'],
  })
  async byDate(
    @Query() { municipality, asOf }: FollowUpByDateQuery,
    @CallerLanguage() language: Language,
  ): Promise<Reply<FollowUp>> {
    return inLanguage(language, await this.followUps.one({ municipality, asOf }, language));
  }

  @Get(':id')
  @Endpoint({
    summary: { en: 'A published follow-up', sv: 'En uppföljning' },
    tags,
    access,
    answers: { 200: FollowUp },
    refusals: ['not.found'],
  })
  async one(@Param('id') id: string, @CallerLanguage() language: Language): Promise<Reply<FollowUp>> {
    return inLanguage(language, await this.followUps.one({ id }, language));
  }

  @Get(':id/pdf')
  @Endpoint({
    summary: { en: 'A published follow-up as PDF', sv: 'En uppföljning som PDF' },
    description: { en: 'Swedish, tagged for screen readers, A4.' },
    tags,
    access,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The follow-up to print.' } } },
    refusals: ['not.found'],
    rateLimit: 'drawn',
  })
  async pdf(@Param('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.printing.print(id);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}"`,
      length: bytes.length,
    });
  }
}

function inLanguage<Body>(language: Language, body: Body): Reply<Body> {
  return new Reply(200, body, { headers: { 'Content-Language': language, Vary: 'Accept-Language' } });
}
