import { Controller, Get, Header, Headers, Param, Query } from '@nestjs/common';
import { EmbedQuery } from '@lofteskartan/shared/contracts/sharing';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Endpoint } from '../platform/endpoint.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { embedStyle } from './embed-page.js';
import { EmbedService } from './embed.service.js';

const tags = ['Sharing'];
const access = { who: 'anyone' } as const;
const page = { media: ['text/html'], description: { en: 'A page without scripts and cookies.' } };

/** Progress in a frame of another website: pages without scripts, which only the named websites may frame. */
@Controller()
export class EmbedController {
  constructor(private readonly embeds: EmbedService) {}

  @Get('embed.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'The look of embedded pages', sv: 'De inbäddade sidornas utseende' },
    tags,
    access,
    answers: { 200: { media: ['text/css'], description: { en: 'A style sheet.' } } },
    refusals: [],
  })
  style(): string {
    return embedStyle;
  }

  @Get('embed/:municipality')
  @Endpoint({
    summary: { en: 'A promise to embed', sv: 'Ett löfte att bädda in' },
    tags,
    access,
    query: EmbedQuery,
    answers: { 200: page },
    refusals: ['not.found'],
    missingPage: true,
  })
  async promise(
    @Param('municipality') municipality: string,
    @Query() { language = 'sv' }: EmbedQuery,
    @Headers('accept') accept: string | undefined,
  ) {
    return this.page(this.embeds.promise(municipality, language), language, accept);
  }

  @Get('embed/:municipality/:commitment')
  @Endpoint({
    summary: { en: 'A commitment to embed', sv: 'Ett åtagande att bädda in' },
    tags,
    access,
    query: EmbedQuery,
    answers: { 200: page },
    refusals: ['not.found'],
    missingPage: true,
  })
  async commitment(
    @Param('municipality') municipality: string,
    @Param('commitment') commitment: string,
    @Query() { language = 'sv' }: EmbedQuery,
    @Headers('accept') accept: string | undefined,
  ) {
    return this.page(this.embeds.commitment(municipality, commitment, language), language, accept);
  }

  /** The page; where there is none, a browser gets a page that says so and a program the usual refusal. */
  private async page(
    made: Promise<string>,
    language: Language,
    accept: string | undefined,
  ): Promise<Reply<string>> {
    try {
      return html(200, await made);
    } catch (error) {
      const isMissing = error instanceof Refused && error.code === 'not.found';
      if (!isMissing || !accept?.includes('text/html')) throw error;
      return html(404, this.embeds.missing(language));
    }
  }
}

function html(status: number, body: string): Reply<string> {
  return new Reply(status, body, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      Vary: 'Accept',
    },
  });
}
