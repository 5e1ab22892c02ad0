import { FeedQuery } from '@lofteskartan/shared/contracts/feeds';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Reply } from '../platform/reply.js';
import { AtomFeeds, type FeedText } from './atom-feeds.service.js';
import { PublicCalendar } from './calendar.service.js';
import { DialogueCalendar } from './dialogue-calendar.service.js';

const tags = ['Feeds'];
const access = { who: 'anyone' } as const;
const refusals = ['not.found'] as const;
const atom = { media: ['application/atom+xml'], description: { en: 'An Atom feed (RFC 4287).' } };
const calendar = { media: ['text/calendar'], description: { en: 'A calendar (RFC 5545).' } };

/** What becomes public, for feed readers and calendars. */
@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: AtomFeeds,
    private readonly calendars: PublicCalendar,
    private readonly dialogues: DialogueCalendar,
  ) {}

  @Get(':municipality/flode.atom')
  @Endpoint({
    summary: { en: 'News of a municipality', sv: 'Flöde för en kommun' },
    tags,
    access,
    query: FeedQuery,
    answers: { 200: atom },
    refusals,
  })
  async municipality(
    @Param('municipality') municipality: string,
    @Query() { language = 'sv' }: FeedQuery,
  ): Promise<Reply<string>> {
    return asAtom(await this.feeds.of(municipality, {}, language));
  }

  @Get(':municipality/orter/:locality/flode.atom')
  @Endpoint({
    summary: { en: 'News of a locality', sv: 'Flöde för en ort' },
    tags,
    access,
    query: FeedQuery,
    answers: { 200: atom },
    refusals,
  })
  async locality(
    @Param('municipality') municipality: string,
    @Param('locality') locality: string,
    @Query() { language = 'sv' }: FeedQuery,
  ): Promise<Reply<string>> {
    return asAtom(await this.feeds.of(municipality, { locality }, language));
  }

  @Get(':municipality/lofte/:commitment/flode.atom')
  @Endpoint({
    summary: { en: 'News of a commitment', sv: 'Flöde för ett åtagande' },
    tags,
    access,
    query: FeedQuery,
    answers: { 200: atom },
    refusals,
  })
  async commitment(
    @Param('municipality') municipality: string,
    @Param('commitment') commitment: string,
    @Query() { language = 'sv' }: FeedQuery,
  ): Promise<Reply<string>> {
    return asAtom(await this.feeds.of(municipality, { commitment }, language));
  }

  @Get(':municipality/kalender.ics')
  @Endpoint({
    summary: { en: 'Public dates of a municipality', sv: 'Kalender för en kommun' },
    description: {
      en: 'The end of the promise, what is due, follow-ups and what was done as whole days, public dialogues with their hours. Nothing of a speed check before its release.',
    },
    tags,
    access,
    query: FeedQuery,
    answers: { 200: calendar },
    refusals,
  })
  async calendar(
    @Param('municipality') municipality: string,
    @Query() { language = 'sv' }: FeedQuery,
  ): Promise<Reply<string>> {
    return sent(await this.calendars.of(municipality, language), 'text/calendar; charset=utf-8');
  }

  @Get('medborgardialoger/:reference/calendar.ics')
  @Endpoint({
    summary: { en: 'A public dialogue for a calendar', sv: 'En medborgardialog till kalendern' },
    description: { en: 'When and where it is held. One that was called off says so.' },
    tags,
    access,
    query: FeedQuery,
    answers: { 200: calendar },
    refusals,
  })
  async dialogue(
    @Param('reference') reference: string,
    @Query() { language = 'sv' }: FeedQuery,
  ): Promise<Reply<string>> {
    return sent(await this.dialogues.of(reference, language), 'text/calendar; charset=utf-8');
  }
}

const asAtom = (feed: FeedText): Reply<string> => sent(feed, 'application/atom+xml; charset=utf-8');

/** The platform adds the `ETag` and answers 304 to either. */
function sent({ text, updated }: FeedText, type: string): Reply<string> {
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=300',
    'Last-Modified': updated.toUTCString(),
  };
  return new Reply(200, text, { headers });
}
