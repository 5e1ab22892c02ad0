import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { FollowToken } from '../../platform/request-parameters.js';
import { OwnDataService } from './own-data.service.js';

/** What we have about a sender, to take along. */
@Controller('follow/data')
export class OwnDataController {
  constructor(private readonly data: OwnDataService) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'One’s own data as a file', sv: 'Sina egna uppgifter som fil' },
    description: {
      en: 'A ZIP with `data.json` (words, place, details, contact, questions and the history as the sender may see it) and one’s own photos under `photos/`. Nothing of anybody else.',
    },
    tags: ['Proposals'],
    access: { who: 'sender' },
    answers: { 200: { media: ['application/zip'], description: { en: 'The ZIP.' } } },
    refusals: ['followToken.wrong'],
    rateLimit: 'drawn',
  })
  async fetch(
    @FollowToken() followToken: string | null,
    @CallerLanguage() language: Language,
  ): Promise<StreamableFile> {
    const { name, zip } = await this.data.zip(followToken, language);
    return new StreamableFile(zip, {
      type: 'application/zip',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
